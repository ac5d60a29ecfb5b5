/**
 * A clock of a case rings: what is due by its row is done and noted there, each thing once, and the next alarm is set. So a ringing that comes twice,
 * late, or for a case that moved or was closed since does nothing, and the next ring finishes what a run left undone.
 */
import type { Events } from '#app/events.ts'
import type { CaseAlarms } from '#app/ports/case-alarms.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type InterruptPorts, interrupt } from '#app/sending/interrupt.ts'
import { mailApprovers } from '#app/sending/mail-approvers.ts'
import { type MailClockPorts, mailClock } from '#app/sending/mail-clock.ts'
import { noteRing, type Rung } from '#app/sending/note-ring.ts'
import { type SenderGate, type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import { rosterOfRun } from '#app/staff/roster-of-run.ts'
import { epochMsOf, type Instant, instantOf, MINUTE_MS } from '#core/time/instant.ts'
import { nextRingAt, ringsToCome } from '#core/work/case/case-rings.ts'
import { nextMatter, type RingMatter } from '#core/work/case/ring-matter.ts'
import { workMark } from '#core/work/day-list/mails-due.ts'
import type { Case } from '#core/work/work-item.ts'

export type RingCasePorts = Omit<MailClockPorts, 'events'> &
  Omit<InterruptPorts, 'events' | 'work'> &
  Omit<SenderGatePorts, 'events'> & {
    readonly work: Pick<WorkStore, 'get' | 'update'>
    readonly alarms: CaseAlarms
    readonly events: Pick<Events, 'caseRang'> & MailClockPorts['events'] & InterruptPorts['events'] & SenderGatePorts['events']
  }

/** It goes up, the one there is told, the owner is reminded: one ringing brings little more than these. */
const MOST_MATTERS = 6
/** After a mail that could not leave, or that another run is sending at this moment. */
const AGAIN_MS = 5 * MINUTE_MS

export async function ringCase(
  asked: RingCasePorts,
  { workId, clock }: { readonly workId: string; readonly clock: () => Instant },
): Promise<void> {
  const ports = rosterOfRun(asked)
  const gate = senderGate(ports, clock)
  const done = await allThatIsDue(ports, { workId, gate, clock })
  // What the webhook does not take now is posted by the next run of the lists.
  if (done > 0 && ports.hook !== null) await interrupt(ports, { gate, clock })
  await gate.leave()
}

interface Run {
  readonly workId: string
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** How many matters were carried out. */
async function allThatIsDue(ports: RingCasePorts, { workId, gate, clock }: Run): Promise<number> {
  for (let done = 0; done < MOST_MATTERS; done++) {
    const item = await ports.work.get(workId)
    if (item?.kind !== 'case') return done
    const due = ringsToCome(item, ports.companyRules).filter(({ at }) => at <= clock())
    const matter = nextMatter(workId, due)
    if (matter === undefined) {
      const at = nextRingAt(item, ports.companyRules)
      // Where the calendar or the policy changed since the case was written, it is another than the one that was set.
      if (at !== null) await ports.alarms.set({ workId, at })
      return done
    }
    const event = await carriedOut(ports, { item, matter, gate, clock })
    if (event === 'later') {
      await ports.alarms.set({ workId, at: laterMinute(clock()) })
      return done
    }
    if ((await noteRing(ports, { workId, event, turn: matter.is === 'alert' ? matter.turn : null })).written)
      ports.events.caseRang({ workId, rang: event.is, level: event.is === 'escalated' ? event.to : null })
  }
  await ports.alarms.set({ workId, at: laterMinute(clock()) })
  return MOST_MATTERS
}

/** The same instant for runs of one minute, so that they set one alarm. */
const laterMinute = (now: Instant): Instant => instantOf(Math.floor(epochMsOf(now) / MINUTE_MS) * MINUTE_MS + AGAIN_MS)

interface CarryingOut extends Omit<Run, 'workId'> {
  readonly item: Case
  readonly matter: RingMatter
}

const SYSTEM = { is: 'system' } as const

/** What is to be noted. The mail comes before the note, and its marks keep it from going twice. */
async function carriedOut(ports: RingCasePorts, { item, matter, gate, clock }: CarryingOut): Promise<Rung | 'later'> {
  const { workId } = item
  if (matter.is === 'escalate') {
    const { to, clock: name, since, percent } = matter.ring
    return { is: 'escalated', at: clock(), by: SYSTEM, to, because: '', clock: { clock: name, since, percent } }
  }
  if (matter.is === 'news' && matter.news.is === 'approval') {
    const told = await mailApprovers(ports, { item, matter, news: matter.news, gate, clock })
    if (told === 'later') return 'later'
    const [to = null, ...others] = told
    const beside = { ...(others.length > 0 && { others }), ...(matter.turn > 0 && { turn: matter.turn }) }
    return { is: 'told-news', at: clock(), by: SYSTEM, news: matter.news, to, ...beside }
  }
  const to = await mailClock(ports, { item, matter, gate, clock })
  if (to === 'later') return 'later'
  if (matter.is === 'news') return { is: 'told-news', at: clock(), by: SYSTEM, news: matter.news, to }
  if (ports.hook !== null) {
    const mark = workMark(`${workId} ${matter.about}`)
    const kind = matter.is === 'alert' ? 'escalation' : 'reminder'
    const post = { at: matter.at, mark, workId, kind, isMailed: true, isPosted: false, failedPosts: 0, triedAt: null } as const
    // Once, however often it is put there.
    await ports.interruptions.put({ ...post, version: 1 })
  }
  return matter.is === 'alert'
    ? { is: 'alerted', at: clock(), by: SYSTEM, since: matter.since, to }
    : { is: 'reminded', at: clock(), by: SYSTEM, clocks: [...matter.points], to }
}
