/** The shared record of a stop. Many senders change it, so each change is repeated until no other sender was quicker. */
import type { Events } from '#app/events.ts'
import type { SendingStops, Stopped, StopRecord } from '#app/ports/sending.ts'
import { isToldAtOnce, type SendingStop, standingOf, stillStopped, stopped, toldOf } from '#core/planning/sending-stop.ts'
import { isStillDoubted } from '#core/planning/struggles.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface StopRecordPorts {
  readonly stops: SendingStops
  readonly events: Pick<Events, 'senderStopped' | 'senderStillStopped'>
}

/** Each lost write means that another sender has just made or changed the record. */
const WRITE_TRIES = 8
/** For this long the run that met the fault stays shut when its record cannot be written. */
export const UNRECORDED_MS = 2 * MINUTE_MS

/** `next` answers the new record, or undefined to leave it unchanged: then there is no `after`. */
export async function changeRecord(
  stops: SendingStops,
  next: (stored: StopRecord) => Omit<StopRecord, 'version'> | undefined,
): Promise<{ readonly before: StopRecord; readonly after?: StopRecord }> {
  for (let attempt = 0; attempt < WRITE_TRIES; attempt++) {
    const before = await stops.current()
    const changed = next(before)
    if (changed === undefined) return { before }
    const after = { ...changed, version: before.version + 1 }
    if ((await stops.put(after)) === 'written') return { before, after }
  }
  throw new Error('the record of a stop was changed by others all the time')
}

/** For a write that the next run repairs if it fails. */
export const putIfPossible = (stops: SendingStops, record: StopRecord): Promise<'written' | 'lost'> =>
  stops.put(record).catch(() => 'lost')

/** One write for all mails of a run that meet the fault, and one alarm for all runs. Answers until when no mail leaves. */
export async function recordStop(
  { stops, events }: StopRecordPorts,
  {
    met,
    probe,
    now,
  }: {
    readonly met: Stopped /** The version of a probe that this run has. */
    readonly probe: number | undefined
    readonly now: Instant
  },
): Promise<Instant> {
  const { stopped: fault, detail } = met
  try {
    const { before, after } = await changeRecord(stops, ({ stop, version }) => {
      if (stop === null) return { stop: stopped(fault, now) }
      return version === probe ? { stop: stillStopped(stop, fault) } : undefined
    })
    // Another sender was quicker.
    if (!after?.stop) return waitBeside(before.stop, now)
    await say({ stops, events }, { stop: after.stop, version: after.version, detail, isFirst: before.stop === null })
    return after.stop.probeAt
  } catch (error) {
    const { since, probeAt, probes } = stopped(fault, now)
    const name = error instanceof Error ? error.name : 'unknown error'
    events.senderStopped({ fault, since, probeAt, probes, detail: `${detail}; not recorded: ${name}` })
    return plusMs(now, UNRECORDED_MS)
  }
}

/**
 * The record says that the operator was told only after the alarm: a sender that dies in between, or loses the write, leaves the alarm to the next
 * probe.
 */
async function say(
  { stops, events }: StopRecordPorts,
  {
    stop,
    version,
    detail,
    isFirst,
  }: { readonly stop: SendingStop; readonly version: number; readonly detail: string; readonly isFirst: boolean },
): Promise<void> {
  const { fault, since, probeAt, probes } = stop
  const values = { fault, since, probeAt, probes, detail }
  const isNews = isFirst ? isToldAtOnce(fault) : !stop.told
  if (!isNews) return events.senderStillStopped(values)
  events.senderStopped(values)
  await putIfPossible(stops, { stop: toldOf(stop), version: version + 1 })
}

/** Until when a sender without the probe waits. If the probe is due already, the next page gets it. */
export function waitBeside(stop: SendingStop | null, now: Instant): Instant {
  const standing = standingOf(stop, now)
  return typeof standing === 'object' ? standing.shutUntil : plusMs(now, MINUTE_MS)
}

/** After a run that had one mail and no answer to it. fault: another run had the same a moment ago; doubt: this run is the first. */
export async function doubt(stops: SendingStops, now: Instant): Promise<'fault' | 'doubt'> {
  const { before, after } = await changeRecord(stops, ({ stop, doubtedAt }) =>
    stop !== null || isStillDoubted(doubtedAt, now) ? undefined : { stop: null, doubtedAt: now },
  )
  return after === undefined && before.stop === null ? 'fault' : 'doubt'
}
