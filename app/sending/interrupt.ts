/**
 * Tells staff at once of urgent pieces of work: the person who hears of it now by mail, and the company's webhook where it has one. What could not be
 * done is left to the next run, through the same rows; the mail's marks keep it from going twice.
 */
import type { Events } from '#app/events.ts'
import type { Interruption, Interruptions } from '#app/ports/interruptions.ts'
import type { UrgentHook } from '#app/ports/urgent-hook.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type MailUrgentPorts, mailUrgent } from '#app/sending/mail-urgent.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import { type WhoHearsPorts, whoHears } from '#app/sending/who-hears.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface InterruptPorts extends MailUrgentPorts, WhoHearsPorts {
  readonly work: Pick<WorkStore, 'get'>
  readonly interruptions: Interruptions
  /** Null for a company without one. */
  readonly hook: UrgentHook | null
  readonly events: Pick<Events, 'urgentPosted' | 'urgentPostFailed' | 'urgentPostGivenUp' | 'urgentUntold'> &
    MailUrgentPorts['events']
}

/** After a day the lists of calls have named it long ago. */
const TOLD_WITHIN_MS = DAY_MS
/** Many times the distance between two runs: one of them finds what was not told in time. */
const LOOKED_BACK_MS = TOLD_WITHIN_MS + 6 * HOUR_MS
/** Less than the half hour between two runs of the schedule. Urgent orders begin runs too, several in a minute: they must not use up the tries. */
const TRIED_AGAIN_MS = 25 * MINUTE_MS
/** For two hours and a half. */
const MOST_POSTS = 6
const KEPT_MS = 7 * DAY_MS

export async function interrupt(
  ports: InterruptPorts,
  { gate, clock }: { readonly gate: SenderGate; readonly clock: () => Instant },
): Promise<void> {
  const failures: unknown[] = []
  // All mails before any post: a webhook that answers late keeps no person waiting, whatever work it is about.
  for (const step of [mailed, posted]) {
    const rows = await ports.interruptions.since(plusMs(clock(), -LOOKED_BACK_MS))
    // What comes in after this has an order of its own.
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.workId === null) continue
      // The failure of one keeps no other waiting.
      await carryOut(ports, { step, row, workId: row.workId, gate, clock }).catch((failure: unknown) => failures.push(failure))
    }
  }
  if (failures.length > 0) throw failures[0]
}

export const forgetInterruptions = ({ interruptions }: Pick<InterruptPorts, 'interruptions'>, now: Instant): Promise<void> =>
  interruptions.removeBefore(plusMs(now, -KEPT_MS))

interface Doing {
  readonly row: Interruption
  readonly item: WorkItem
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** Null: nothing is to be written. */
type Step = (ports: InterruptPorts, doing: Doing) => Promise<Partial<Interruption> | null>

interface CarryingOut extends Omit<Doing, 'item'> {
  readonly step: Step
  readonly workId: string
}

async function carryOut(ports: InterruptPorts, { step, workId, row, gate, clock }: CarryingOut): Promise<void> {
  const item = await ports.work.get(workId)
  const done = item ? await step(ports, { row, item, gate, clock }) : { isMailed: true, isPosted: true }
  if (!done) return
  const next = { ...row, ...done, version: row.version + 1 }
  // Lost: another run does the same, and its marks hold for this one too.
  await ports.interruptions.put({ ...next, workId: next.isMailed && next.isPosted ? null : workId })
}

const mailed: Step = async (ports, { row, item, gate, clock }) => {
  if (row.isMailed) return null
  const isLate = plusMs(row.at, TOLD_WITHIN_MS) <= clock()
  if (isLate) ports.events.urgentUntold({ workId: item.workId })
  const hears = await whoHears(ports, { item, at: clock() })
  const isMailed = isLate || (await mailUrgent(ports, { item, at: row.at, mark: row.mark, hears, gate, clock }))
  return isMailed ? { isMailed } : null
}

/** At least once. A receiver that does not answer is tried again by later runs, and in the end an alarm rings. */
const posted: Step = async (ports, { row, item, clock }) => {
  const { hook, urgentLetters, events } = ports
  const { at, mark, kind, failedPosts, triedAt } = row
  const { workId } = item
  if (row.isPosted || (triedAt !== null && clock() < plusMs(triedAt, TRIED_AGAIN_MS))) return null
  if (!hook) return { isPosted: true }
  const { team } = await whoHears(ports, { item, at: clock() })
  const now = clock()
  const result = await hook.post({ id: `${at} ${mark}`, workId, team, kind, at, link: urgentLetters.linkTo(workId) })
  if ('taken' in result) {
    events.urgentPosted({ workId })
    return { isPosted: true, triedAt: now }
  }
  const tries = failedPosts + 1
  const isPosted = tries >= MOST_POSTS
  if (isPosted) events.urgentPostGivenUp({ workId, tries, because: result.failed })
  else events.urgentPostFailed({ workId, tries, because: result.failed })
  return { isPosted, failedPosts: tries, triedAt: now }
}
