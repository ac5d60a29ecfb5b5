/** How far a rehearsal has come, with the time left: a line a month, and one when none was said for a while. */
import { DAY_MS, type Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

const SAY_AGAIN_MS = 15_000
/** Before, an estimate would be a guess. */
const ESTIMATE_FROM = 0.03

export interface Progressing {
  readonly what: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Of two rehearsals that follow each other, how many are done already. */
  readonly before: number
  readonly of: number
  /** When the first of them began, in milliseconds of `clock`. */
  readonly startedAt: number
  readonly clock: () => number
  readonly say: (line: string) => void
}

export function rehearsalProgress({ what, from, to, before, of, startedAt, clock, say }: Progressing) {
  const [first, last] = [Date.parse(from), Date.parse(to) + DAY_MS]
  let [said, saidAt] = ['', Number.NEGATIVE_INFINITY]
  return (at: Instant): void => {
    const month = at.slice(0, 7)
    const now = clock()
    if (month === said && now - saidAt < SAY_AGAIN_MS) return
    said = month
    saidAt = now
    const share = Math.min(1, Math.max(0, (Date.parse(at) - first) / (last - first)))
    const done = (before + share) / of
    const left = done < ESTIMATE_FROM || done >= 1 ? '' : `, ${leftWords(((now - startedAt) * (1 - done)) / done)}`
    say(`rehearsing ${what}${at.slice(0, 10)} … ${Math.floor(done * 100)} %${left}`)
  }
}

function leftWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`
}
