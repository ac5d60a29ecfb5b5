/** Counts what happens in a run: faults, deaths, alarms, and when a bad address became known. */
import type { Instant } from '#core/time/instant.ts'
import type { Outage, Stop } from '#local/torture/evidence.ts'
import { AT_THE_DESK, faultCount, type JobKind, SENDING_OR_PLANNING } from '#local/torture/fault-plan.ts'
import type { TortureReport } from '#local/torture/torture-report.ts'
import type { WorkerNote } from '#local/torture/worker-words.ts'

export type Witness = ReturnType<typeof witness>

interface Recorded {
  readonly at: Instant
  /** The present claims on every customer with the address. */
  readonly claimedOf: (address: string) => Promise<Stop['claimedBefore']>
}

export function witness() {
  const faults = faultCount()
  const alarms = new Map<string, number>()
  const setbacks = new Map<string, number>()
  const knownBad = new Map<string, Stop>()
  const quotaRanOut = new Set<string>()
  const refusedAlone = new Set<string>()
  const outages: Outage[] = []
  let kills = 0
  let killsAtWork = 0
  let killsAtDesk = 0
  const more = (counts: Map<string, number>, word: string) => void counts.set(word, (counts.get(word) ?? 0) + 1)
  return {
    faults,
    knownBad,
    quotaRanOut,
    refusedAlone,
    outages,
    setback: (word: string) => more(setbacks, word),
    note(note: WorkerNote): void {
      if ('fault' in note) faults.add(note.fault)
      else if ('alarm' in note) more(alarms, note.alarm)
      else more(setbacks, note.broken.replaceAll(/[\d.]{2,}[^ ]*|t-\d+/g, '…').slice(0, 90))
    },
    killed(atWork: readonly JobKind[]): void {
      kills++
      if (atWork.some((kind) => SENDING_OR_PLANNING.includes(kind))) killsAtWork++
      if (atWork.some((kind) => AT_THE_DESK.includes(kind))) killsAtDesk++
    },
    /** A function has recorded the provider's event: its word on an address is known from now on. */
    async recorded(body: string, { at, claimedOf }: Recorded): Promise<void> {
      const bad = badAddressIn(body)
      if (bad === undefined || knownBad.has(bad)) return
      knownBad.set(bad, { at, claimedBefore: await claimedOf(bad) })
    },
    kills: () => kills,
    killsAtWork: () => killsAtWork,
    counts: (): Pick<TortureReport, 'kills' | 'killsAtWork' | 'killsAtDesk' | 'faults' | 'alarms' | 'setbacks'> => ({
      kills,
      killsAtWork,
      killsAtDesk,
      faults: Object.fromEntries(faults.counts),
      alarms: Object.fromEntries(alarms),
      setbacks: Object.fromEntries(setbacks),
    }),
  }
}

function badAddressIn(body: string): string | undefined {
  const { detail } = JSON.parse(body)
  const bad = detail.eventType === 'Complaint' || (detail.eventType === 'Bounce' && detail.bounce.bounceType === 'Permanent')
  return bad ? detail.mail.destination[0] : undefined
}
