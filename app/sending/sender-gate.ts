/**
 * Whether mails may leave at all, as one run of a sender sees it. It asks the shared record once a page; the first of its mails that meets a
 * sender-wide fault shuts it for those beside it at once, and for every other sender by one conditional write. Of all senders one has the
 * probe: a single mail, minutes after the stop, that opens the way again when the provider takes it.
 */
import type { Events } from '#app/events.ts'
import type { MailResult, NoPlace, SendingStops, Stopped } from '#app/ports/sending.ts'
import { changeRecord, putIfPossible } from '#app/sending/stop-record.ts'
import {
  isToldAtOnce,
  probeUnused,
  probing,
  type SendingStop,
  standingOf,
  stillStopped,
  stopped,
  toldOf,
} from '#core/planning/sending-stop.ts'
import {
  answeredAfter,
  isAFault,
  isStillDoubted,
  NOTHING_HEARD,
  type Struggle,
  saidByRun,
  struggledAfter,
  takenAfter,
} from '#core/planning/struggles.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface SenderGatePorts {
  readonly stops: SendingStops
  readonly events: Pick<Events, 'senderStopped' | 'senderStillStopped' | 'senderResumed'>
}

export interface SenderGate {
  /** Asked before each page. probe: one mail after the other until one tells; shut: no mail leaves. */
  look(): Promise<'open' | 'probe' | 'shut'>
  /** Until when no mail leaves; undefined while mails may. Costs nothing: to be asked before every mail. */
  shutUntil(): Instant | undefined
  /** How many probes there were with the one that this run has; 0 while it has none. */
  probes(): number
  /** Something met a fault that all would meet; answers until when they wait. */
  stop(met: Stopped): Promise<Instant>
  /** What became of a mail; answers until when all wait, should it shut the gate. No answer, mail after mail, is a fault as well. */
  heard(result: MailResult | NoPlace): Promise<Instant | undefined>
  /** The probe told nothing: no mail leaves until the next one. */
  shut(): void
  /** The run is over: a probe that found no customer to write to is given back. */
  leave(): Promise<void>
}

/** A record that cannot be written still shuts this run. */
const UNRECORDED_MS = 2 * MINUTE_MS

interface Probe {
  readonly stop: SendingStop
  readonly version: number
}

export function senderGate({ stops, events }: SenderGatePorts, clock: () => Instant): SenderGate {
  let shut: Instant | undefined
  let probe: Probe | undefined
  let stopping: Promise<Instant> | undefined
  let heardOf = NOTHING_HEARD
  /** The version of a record that doubts the provider: a mail that is taken clears it. */
  let doubted: number | undefined

  async function look(): Promise<'open' | 'probe' | 'shut'> {
    if (probe) return 'probe'
    stopping = undefined
    shut = undefined
    const { before, after } = await changeRecord(stops, ({ stop }) =>
      stop !== null && standingOf(stop, clock()) === 'probe-due' ? { stop: probing(stop, clock()) } : undefined,
    )
    if (after?.stop) {
      probe = { stop: after.stop, version: after.version }
      return 'probe'
    }
    doubted = before.doubtedAt === undefined ? undefined : before.version
    const standing = standingOf(before.stop, clock())
    // Due just now: the next page has the probe.
    if (standing !== 'open') shut = waitBeside(before.stop, clock())
    return shut === undefined ? 'open' : 'shut'
  }

  /** One write for all of a run's mails that meet it, and one alarm for all runs. */
  async function record(met: Stopped): Promise<Instant> {
    const { stopped: fault, detail } = met
    const now = clock()
    const own = probe?.version
    try {
      const { before, after } = await changeRecord(stops, ({ stop, version }) => {
        if (stop === null) return { stop: stopped(fault, now) }
        return version === own ? { stop: stillStopped(stop, fault) } : undefined
      })
      if (after?.stop) {
        shut = after.stop.probeAt
        await say({ stop: after.stop, version: after.version, detail, isFirst: before.stop === null })
        // Another sender was quicker.
      } else shut = waitBeside(before.stop, now)
    } catch (error) {
      const { since, probeAt, probes } = stopped(fault, now)
      shut = plusMs(now, UNRECORDED_MS)
      events.senderStopped({ fault, since, probeAt, probes, detail: `${detail}; not recorded: ${nameOf(error)}` })
    }
    probe = undefined
    return shut
  }

  /** The record says that a person was told after it was said: a sender that dies in between, or loses the write, leaves it to the next probe. */
  async function say({ stop, version, detail, isFirst }: Probe & { readonly detail: string; readonly isFirst: boolean }) {
    const { fault, since, probeAt, probes } = stop
    const values = { fault, since, probeAt, probes, detail }
    const isNews = isFirst ? isToldAtOnce(fault) : !stop.told
    if (!isNews) return events.senderStillStopped(values)
    events.senderStopped(values)
    await putIfPossible(stops, { stop: toldOf(stop), version: version + 1 })
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

  /** The mail is on its way whatever comes of this write; should it fail, the next probe, or the next mail, does the same. */
  async function wasTaken(): Promise<void> {
    const [held, doubt] = [probe, doubted]
    probe = undefined
    doubted = undefined
    if (held) {
      const { fault, since, probes } = held.stop
      const written = await putIfPossible(stops, { stop: null, version: held.version + 1 })
      if (written === 'written') events.senderResumed({ fault, since, probes })
    } else if (doubt !== undefined) await putIfPossible(stops, { stop: null, version: doubt + 1 })
  }

  /** The next run that hears no more than this one turns the doubt into a stop. */
  async function doubtOrStop(detail: string): Promise<void> {
    const now = clock()
    let before = await stops.current()
    if (before.stop === null && !isStillDoubted(before.doubtedAt, now)) {
      if ((await stops.put({ stop: null, doubtedAt: now, version: before.version + 1 })) === 'written') return
      before = await stops.current()
    }
    if (before.stop === null && isStillDoubted(before.doubtedAt, now)) await stop({ stopped: 'unreachable', detail })
  }

  return {
    look,
    shutUntil: () => shut,
    probes: () => probe?.stop.probes ?? 0,
    stop,
    async heard(result) {
      if ('accepted' in result) {
        heardOf = takenAfter(heardOf)
        await wasTaken()
        return undefined
      }
      const met = struggleOf(result)
      heardOf = met ? struggledAfter(heardOf, met.struggle) : answeredAfter(heardOf)
      if ('stopped' in result) return stop(result)
      return met && (probe || isAFault(heardOf)) ? stop({ stopped: 'unreachable', detail: met.detail }) : undefined
    },
    shut() {
      if (!probe) return
      shut = probe.stop.probeAt
      probe = undefined
    },
    async leave() {
      // A run of few mails tells it as well, when none of them got through.
      const said = shut === undefined ? saidByRun(heardOf) : 'nothing'
      const detail = `${heardOf.mails} mails, none of them answered`
      if (said === 'fault') await stop({ stopped: 'unreachable', detail })
      if (said === 'doubt') await doubtOrStop(detail).catch(() => undefined)
      const held = probe
      probe = undefined
      if (held) await putIfPossible(stops, { stop: probeUnused(held.stop, clock()), version: held.version + 1 })
    },
  }
}

function struggleOf(result: MailResult | NoPlace): { readonly struggle: Struggle; readonly detail: string } | undefined {
  if ('noPlace' in result) return { struggle: 'no-place', detail: result.noPlace }
  if ('unknown' in result) return { struggle: 'unanswered', detail: result.unknown }
  return 'busy' in result && result.busy === 'transient' ? { struggle: 'not-now', detail: result.detail } : undefined
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown error')
