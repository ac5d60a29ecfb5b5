/**
 * While the provider refuses the sender, no customer fails for it, and the provider is not called again and again: mails under way meet the fault,
 * and after that one probe for all senders, minutes apart. When the provider is unreachable, each mail may be lost: only mails under way may be.
 */
import type { Evidence, Outage } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { rowsOfTheDue } from '#local/torture/verdict/rows-of-the-due.ts'

/**
 * A probe tries three customers at most, and the shortest pause between two probes is two minutes; when a process is killed during one, the next
 * process gets the next.
 */
const CALLS_OF_A_PROBE = 3
const PAUSE_MINUTES = 2
/** Mails that one sender has under way. */
const UNDER_WAY = 64
/** A sender that is killed after it met the fault has told no other, and its replacement meets the fault anew. */
const LIVES = 2

export const waitsForTheSender = (evidence: Evidence): readonly Breach[] => [
  ...rowsOfTheDue(evidence).flatMap(({ outcome, ...row }) =>
    outcome.state === 'failed' && evidence.faults && !evidence.refusedAlone.has(`${row.occurrenceId} ${row.customerId}`)
      ? [breach('failed-for-the-sender', { ...row, detail: outcome.reason })]
      : [],
  ),
  ...evidence.outages.flatMap((outage) => {
    const mayBeLost = evidence.senders * UNDER_WAY * LIVES
    return outage.kind === 'sender-provider-down' && outage.met > mayBeLost
      ? [breach('lost-to-silence', { occurrenceId: outage.kind, detail: `${outage.met} mails, at most ${mayBeLost} under way` })]
      : []
  }),
  ...evidence.outages.flatMap((outage) => {
    const most = probesIn(outage) * CALLS_OF_A_PROBE
    return outage.called > most
      ? [
          breach('called-while-stopped', {
            occurrenceId: outage.kind,
            detail: `${outage.called} calls, at most ${most} by probes`,
          }),
        ]
      : []
  }),
]

const probesIn = ({ from, to }: Outage): number => Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000 / PAUSE_MINUTES) + 1
