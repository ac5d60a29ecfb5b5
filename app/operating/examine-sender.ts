/**
 * Checks whether mails could leave before any is due: the provider's account, identity and configuration set, and the planned mails against the day's
 * quota. Staff ask at any time. The hourly check raises an alarm while there is time to repair the finding.
 */
import type { Events } from '#app/events.ts'
import { largestPlannedDay, type OpenOccurrences } from '#app/operating/planned-days.ts'
import { slicesOfOpen } from '#app/operating/slices-of-open.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { MailProvider, SenderLooks } from '#app/ports/provider.ts'
import type { SendingStops } from '#app/ports/sending.ts'
import {
  mustBeTold,
  type PlannedDay,
  type ProviderState,
  type SenderFinding,
  senderFindings,
} from '#core/planning/sender-findings.ts'
import type { SendingStop } from '#core/planning/sending-stop.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'

interface AskPorts {
  readonly provider: MailProvider
  readonly occurrences: Pick<OccurrenceStore, 'stillOpen' | 'slices' | 'slicesEventually' | 'batchesEventually'>
}

interface ExaminePorts extends AskPorts {
  readonly stops: Pick<SendingStops, 'current'>
}

export interface LookAtSenderPorts extends AskPorts {
  readonly looks: SenderLooks
  readonly events: Pick<Events, 'senderNotReady' | 'senderReady'>
}

export interface SenderExamination {
  readonly state: ProviderState
  readonly largestDay: PlannedDay | null
  readonly findings: readonly SenderFinding[]
}

export async function examineSender(ports: ExaminePorts): Promise<SenderExamination> {
  const { stop } = await ports.stops.current()
  return examine(ports, { stop, above: () => 0, planned: await openOccurrences(ports) })
}

async function openOccurrences({ occurrences }: AskPorts): Promise<OpenOccurrences> {
  const open = await occurrences.stillOpen()
  return { open, slicesOf: slicesOfOpen(occurrences, open) }
}

/** The hourly check needs only a planned day that exceeds the quota. That saves counting the other days. */
const beyondQuota = ({ account }: ProviderState): number =>
  'unanswered' in account || account.perDay === null ? Number.POSITIVE_INFINITY : account.perDay

async function examine(
  { provider, occurrences }: AskPorts,
  {
    stop,
    above,
    planned,
  }: { readonly stop: SendingStop | null; readonly above: (state: ProviderState) => number; readonly planned: OpenOccurrences },
): Promise<SenderExamination> {
  const state = await provider.examine()
  const least = above(state)
  const largestDay = Number.isFinite(least) ? await largestPlannedDay(occurrences, { ...planned, above: least }) : null
  return { state, largestDay, findings: senderFindings({ state, stop, largestDay }) }
}

/** A finding that is not repaired is told again once a day. */
const TOLD_AGAIN_MS = DAY_MS

export async function lookAtSender(
  ports: LookAtSenderPorts,
  { planned, now }: { readonly planned: OpenOccurrences; readonly now: Instant },
): Promise<void> {
  const { looks, events } = ports
  // A stop was told when it began, so its record need not be read here.
  const [{ findings }, last] = await Promise.all([examine(ports, { stop: null, above: beyondQuota, planned }), looks.lastTold()])
  const kinds = [...new Set(findings.filter(mustBeTold).map(({ kind }) => kind))]
  if (kinds.length === 0) {
    if (!last || last.kinds.length === 0) return
    await looks.tell({ kinds, at: now })
    return events.senderReady({})
  }
  const isOld = last !== null && last.at <= plusMs(now, -TOLD_AGAIN_MS)
  const untold = last === null || isOld ? kinds : kinds.filter((kind) => !last.kinds.includes(kind))
  if (untold.length === 0 && kinds.length === last?.kinds.length) return
  // First the alarm: if the note is lost, the alarm is told twice rather than never.
  for (const finding of untold) events.senderNotReady({ finding })
  await looks.tell({ kinds, at: untold.length > 0 || last === null ? now : last.at })
}
