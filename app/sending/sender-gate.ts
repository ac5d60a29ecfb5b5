/**
 * Whether mails may leave at all, as one run of a sender sees it. It asks the shared record once a page; the first of its mails that meets a
 * sender-wide fault shuts it for those beside it at once, and for every other sender by one conditional write. Of all senders one has the
 * probe: a single mail, minutes after the stop, that opens the way again when the provider takes it.
 */
import type { Events } from '#app/events.ts'
import type { MailResult, SendingStops, Stopped } from '#app/ports/sending.ts'
import {
  isToldAtOnce,
  probeUnused,
  probing,
  type SendingStop,
  standingOf,
  stillStopped,
  stopped,
} from '#core/planning/sending-stop.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface SenderGatePorts {
  readonly stops: SendingStops
  readonly events: Pick<Events, 'senderStopped' | 'senderStillStopped' | 'senderResumed'>
}

export interface SenderGate {
  /** Asked before each page. probe: one mail after the other until one tells; shut: nobody is written to. */
  look(): Promise<'open' | 'probe' | 'shut'>
  /** Until when nobody is written to; undefined while mails may leave. Costs nothing: to be asked before every mail. */
  shutUntil(): Instant | undefined
  /** How many probes there were with the one that this run has; 0 while it has none. */
  probes(): number
  /** Something met a fault that all would meet; answers until when they wait. */
  stop(met: Stopped): Promise<Instant>
  /** What became of a mail; answers until when all wait, should it shut the gate. "Not now" for one mail after the other is a fault as well. */
  heard(result: MailResult): Promise<Instant | undefined>
  /** The probe told nothing: nobody is written to until the next one. */
  shut(): void
  /** The run is over: a probe that found nobody to write to is given back. */
  leave(): Promise<void>
}

/** Mails in a row, each tried several times, to which the provider gave no answer or none but "not now". */
const STRUGGLES_ARE_A_FAULT = 8
/** A record that cannot be written still shuts this run. */
const UNRECORDED_MS = 2 * MINUTE_MS
/** Others write the record too; each loss means that it was just made or changed. */
const WRITE_TRIES = 8

interface Stored {
  readonly stop: SendingStop | null
  readonly version: number
}
type Held = Stored & { readonly stop: SendingStop }

export function senderGate({ stops, events }: SenderGatePorts, clock: () => Instant): SenderGate {
  let shut: Instant | undefined
  let probe: Held | undefined
  let stopping: Promise<Instant> | undefined
  let heardOf = 0
  let struggles = 0
  let inARow = 0

  /** `next` answers the stop as it is to be, or undefined to leave it: then there is no `after`. */
  async function change(next: (stored: Stored) => SendingStop | undefined): Promise<{
    readonly before: SendingStop | null
    readonly after?: Held
  }> {
    for (let attempt = 0; attempt < WRITE_TRIES; attempt++) {
      const stored = await stops.current()
      const stop = next(stored)
      if (stop === undefined) return { before: stored.stop }
      const after = { stop, version: stored.version + 1 }
      if ((await stops.put(after)) === 'written') return { before: stored.stop, after }
    }
    throw new Error('the record of a stop was changed by others all the time')
  }

  const isOurs = ({ version }: Stored) => probe !== undefined && version === probe.version

  async function look(): Promise<'open' | 'probe' | 'shut'> {
    if (probe) return 'probe'
    stopping = undefined
    shut = undefined
    const { before, after } = await change(({ stop }) =>
      stop !== null && standingOf(stop, clock()) === 'probe-due' ? probing(stop, clock()) : undefined,
    )
    if (after) {
      probe = after
      return 'probe'
    }
    const standing = standingOf(before, clock())
    // Due just now: the next page has the probe.
    if (standing !== 'open') shut = waitBeside(before, clock())
    return shut === undefined ? 'open' : 'shut'
  }

  /** One write for all of a run's mails that meet it, and one alarm for all runs. */
  async function record({ stopped: fault, detail }: Stopped): Promise<Instant> {
    const now = clock()
    const say = ({ since, probeAt, probes }: SendingStop) => ({ fault, since, probeAt, probes, detail })
    try {
      const { before, after } = await change((stored) =>
        stored.stop === null ? stopped(fault, now) : isOurs(stored) ? stillStopped(stored.stop, fault) : undefined,
      )
      // Another sender was quicker.
      if (after === undefined) shut = waitBeside(before, now)
      else {
        shut = after.stop.probeAt
        const isNews = before === null ? isToldAtOnce(fault) : !before.told
        if (isNews) events.senderStopped(say(after.stop))
        else events.senderStillStopped(say(after.stop))
        // Should this be lost, the next probe tells it once more rather than never.
        if (isNews && !after.stop.told)
          await stops.put({ stop: { ...after.stop, told: true }, version: after.version + 1 }).catch(() => 'lost')
      }
    } catch (error) {
      const unrecorded = stopped(fault, now)
      shut = plusMs(now, UNRECORDED_MS)
      events.senderStopped({ ...say(unrecorded), detail: `${detail}; not recorded: ${nameOf(error)}` })
    }
    probe = undefined
    return shut
  }

  /** Should the probe be due already, the next look has it. */
  function waitBeside(stop: SendingStop | null, now: Instant): Instant {
    const standing = standingOf(stop, now)
    return typeof standing === 'object' ? standing.shutUntil : plusMs(now, MINUTE_MS)
  }

  function stop(met: Stopped): Promise<Instant> {
    // At once, before the write: those beside it must not call any more.
    shut ??= plusMs(clock(), UNRECORDED_MS)
    stopping ??= record(met)
    return stopping
  }

  async function resume(): Promise<void> {
    const held = probe
    probe = undefined
    if (!held) return
    const { fault, since, probes } = held.stop
    // The mail is on its way whatever comes of this write; should it fail, the next probe opens the way.
    const written = await stops.put({ stop: null, version: held.version + 1 }).catch(() => 'lost')
    if (written === 'written') events.senderResumed({ fault, since, probes })
  }

  return {
    look,
    shutUntil: () => shut,
    probes: () => probe?.stop.probes ?? 0,
    stop,
    async heard(result) {
      heardOf++
      if ('accepted' in result) {
        inARow = 0
        await resume()
        return undefined
      }
      if ('stopped' in result) return stop(result)
      if (!('busy' in result) || result.busy !== 'transient') return undefined
      struggles++
      inARow++
      return probe || inARow >= STRUGGLES_ARE_A_FAULT ? stop({ stopped: 'unreachable', detail: result.detail }) : undefined
    },
    shut() {
      shut = probe?.stop.probeAt
      probe = undefined
    },
    async leave() {
      // A run of few mails tells it as well, when none of them got through; of a single one it may be that mail's own trouble.
      if (shut === undefined && struggles > 1 && struggles === heardOf)
        await stop({ stopped: 'unreachable', detail: `${struggles} mails, none of them answered` })
      const held = probe
      probe = undefined
      if (held) await stops.put({ stop: probeUnused(held.stop, clock()), version: held.version + 1 }).catch(() => 'lost')
    },
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown error')
