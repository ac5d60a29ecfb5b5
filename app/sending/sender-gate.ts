/**
 * Whether mails may leave, as one run of a sender sees it. It reads the shared record once a page. The first mail that meets a sender-wide fault
 * shuts the gate for its run at once, and for every other sender by one conditional write. One of all senders has the probe: a single mail, minutes
 * after the stop, that opens the gate again when the provider takes it.
 */
import type { Events } from '#app/events.ts'
import type { DispatchResult, NoPlace, SendingStops, Stopped } from '#app/ports/sending.ts'
import { changeRecord, doubt, putIfPossible, recordStop, UNRECORDED_MS, waitBeside } from '#app/sending/stop-record.ts'
import { probeUnused, probing, type SendingStop, standingOf } from '#core/planning/sending-stop.ts'
import {
  answeredAfter,
  isAFault,
  NOTHING_HEARD,
  type Struggle,
  saidByRun,
  struggledAfter,
  takenAfter,
} from '#core/planning/struggles.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'

export interface SenderGatePorts {
  readonly stops: SendingStops
  readonly events: Pick<Events, 'senderStopped' | 'senderStillStopped' | 'senderResumed'>
}

export interface SenderGate {
  /** Asked before each page. probe: one mail after the other until one gives an answer; shut: no mail leaves. */
  look(): Promise<'open' | 'probe' | 'shut'>
  /** Until when no mail leaves; undefined while mails may. Costs nothing: asked before every mail. */
  shutUntil(): Instant | undefined
  /** How many probes there were, including the one that this run has; 0 while it has none. */
  probes(): number
  /** A mail or call met a fault that all mails would meet; answers until when they wait. */
  stop(met: Stopped): Promise<Instant>
  /** Takes the result of a mail; answers until when all wait, if it shuts the gate. No answer, mail after mail, is a fault as well. */
  heard(result: DispatchResult | NoPlace): Promise<Instant | undefined>
  /** The probe gave no answer: no mail leaves until the next one. */
  shut(): void
  /** The run is over: a probe that found no customer to write to is given back. */
  leave(): Promise<void>
}

interface Probe {
  readonly stop: SendingStop
  readonly version: number
}

export function senderGate({ stops, events }: SenderGatePorts, clock: () => Instant): SenderGate {
  let shut: Instant | undefined
  let probe: Probe | undefined
  let stopping: Promise<Instant> | undefined
  let heardOf = NOTHING_HEARD
  let lastNoPlace: unknown
  /** The version of a record that doubts the provider. A mail that is taken clears it. */
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
    // The probe became due this moment: the next page has it.
    if (standing !== 'open') shut = waitBeside(before.stop, clock())
    return shut === undefined ? 'open' : 'shut'
  }

  async function record(met: Stopped): Promise<Instant> {
    shut = await recordStop({ stops, events }, { met, probe: probe?.version, now: clock() })
    probe = undefined
    return shut
  }

  function stop(met: Stopped): Promise<Instant> {
    // At once, before the write: mails beside this one must make no more calls.
    shut ??= plusMs(clock(), UNRECORDED_MS)
    stopping ??= record(met)
    return stopping
  }

  /** The mail is on its way whether this write succeeds or not. If it fails, the next probe or the next mail clears the record. */
  async function wasTaken(): Promise<void> {
    const [held, doubtedSince] = [probe, doubted]
    probe = undefined
    doubted = undefined
    if (held) {
      const { fault, since, probes } = held.stop
      const written = await putIfPossible(stops, { stop: null, version: held.version + 1 })
      if (written === 'written') events.senderResumed({ fault, since, probes })
    } else if (doubtedSince !== undefined) await putIfPossible(stops, { stop: null, version: doubtedSince + 1 })
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
      if ('noPlace' in result) {
        // One failure that answers all mails waiting for a place counts once.
        if (result.cause === lastNoPlace) return shut
        lastNoPlace = result.cause
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
      // A run of few mails shows it as well, when none of them got through.
      const said = shut === undefined ? saidByRun(heardOf) : 'nothing'
      const detail = `${heardOf.mails} mails, none of them answered`
      // A second run without any answer turns the doubt into a stop. A doubt that cannot be written does not count.
      const stands = said === 'doubt' ? await doubt(stops, clock()).catch(() => 'doubt') : said
      if (stands === 'fault') await stop({ stopped: 'unreachable', detail })
      const held = probe
      probe = undefined
      if (held) await putIfPossible(stops, { stop: probeUnused(held.stop, clock()), version: held.version + 1 })
    },
  }
}

function struggleOf(result: DispatchResult | NoPlace): { readonly struggle: Struggle; readonly detail: string } | undefined {
  if ('noPlace' in result) return { struggle: 'no-place', detail: result.noPlace }
  if ('unknown' in result) return { struggle: 'unanswered', detail: result.unknown }
  return 'busy' in result && result.busy === 'transient' ? { struggle: 'not-now', detail: result.detail } : undefined
}
