/** For how many nights the nightly deletion has not finished, read from the proofs that it left. */
import type { PurgeProof } from '#app/ports/retention.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface NightsBehind {
  /** From the first unfinished night to the latest. Nights without a proof count too: they broke off. */
  readonly nights: number
  readonly since: LocalDate
}

/** `proofs`: the latest first. Of a night that ran more than once the latest run counts. Undefined when the latest night was finished. */
export function nightsBehind(proofs: readonly PurgeProof[], zone: string): NightsBehind | undefined {
  const nights = new Map<LocalDate, PurgeProof>()
  for (const proof of proofs) {
    const night = localDateAt(proof.at, zone)
    if (!nights.has(night)) nights.set(night, proof)
  }
  const dates = [...nights.keys()]
  const lastFinished = [...nights.values()].findIndex(isDone)
  const behind = lastFinished < 0 ? dates : dates.slice(0, lastFinished)
  const [latest] = behind
  const since = behind.at(-1)
  return latest === undefined || since === undefined ? undefined : { nights: daysBetween(since, latest) + 1, since }
}

const isDone = ({ finished, left }: PurgeProof): boolean => finished && leftIn({ left }) === 0

/** What is still stored after its time is over. */
export const leftIn = ({ left }: Pick<PurgeProof, 'left'>): number => Object.values(left).reduce((sum, count) => sum + count, 0)
