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
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
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
/** With half an hour between two runs: for two hours and a half. */
const MOST_POSTS = 6
const KEPT_MS = 7 * DAY_MS

export async function interrupt(
  ports: InterruptPorts,
  { gate, clock }: { readonly gate: SenderGate; readonly clock: () => Instant },
): Promise<void> {
  const failures: unknown[] = []
  for (const row of await ports.interruptions.since(plusMs(clock(), -LOOKED_BACK_MS))) {
    if (row.workId === null) continue
    // The failure of one keeps no other waiting.
    await carryOut(ports, { row, workId: row.workId, gate, clock }).catch((failure: unknown) => failures.push(failure))
  }
  if (failures.length > 0) throw failures[0]
}

export const forgetInterruptions = ({ interruptions }: Pick<InterruptPorts, 'interruptions'>, now: Instant): Promise<void> =>
  interruptions.removeBefore(plusMs(now, -KEPT_MS))

interface CarryingOut {
  readonly row: Interruption
  readonly workId: string
  readonly gate: SenderGate
  readonly clock: () => Instant
}

async function carryOut(ports: InterruptPorts, { row, workId, gate, clock }: CarryingOut): Promise<void> {
  const item = await ports.work.get(workId)
  const done = item ? await doneOf(ports, { row, item, gate, clock }) : { isMailed: true, isPosted: true, failedPosts: 0 }
  const isOver = done.isMailed && done.isPosted
  // Lost: another run does the same, and its marks hold for this one too.
  await ports.interruptions.put({ ...row, ...done, workId: isOver ? null : workId, version: row.version + 1 })
}

async function doneOf(
  ports: InterruptPorts,
  { row, item, gate, clock }: Omit<CarryingOut, 'workId'> & { readonly item: WorkItem },
): Promise<Pick<Interruption, 'isMailed' | 'isPosted' | 'failedPosts'>> {
  const hears = await whoHears(ports, { item, at: clock() })
  const posted = row.isPosted ? row : await post(ports, { row, item, team: hears.team })
  const isLate = plusMs(row.at, TOLD_WITHIN_MS) <= clock()
  if (!row.isMailed && isLate) ports.events.urgentUntold({ workId: item.workId })
  const isMailed = row.isMailed || isLate || (await mailUrgent(ports, { item, mark: row.mark, hears, gate, clock }))
  return { isMailed, isPosted: posted.isPosted, failedPosts: posted.failedPosts }
}

/** At least once. A receiver that does not answer is tried again by later runs, and in the end an alarm rings. */
async function post(
  { hook, urgentLetters, events }: InterruptPorts,
  { row, item, team }: { readonly row: Interruption; readonly item: WorkItem; readonly team: string | null },
): Promise<Pick<Interruption, 'isPosted' | 'failedPosts'>> {
  const { at, mark, failedPosts } = row
  const { workId } = item
  if (!hook) return { isPosted: true, failedPosts }
  const id = `${at} ${mark}`
  const result = await hook.post({ id, workId, team, kind: 'complaint', at, link: urgentLetters.linkTo(workId) })
  if ('taken' in result) {
    events.urgentPosted({ workId })
    return { isPosted: true, failedPosts }
  }
  const tries = failedPosts + 1
  const isGivenUp = tries >= MOST_POSTS
  if (isGivenUp) events.urgentPostGivenUp({ workId, tries, because: result.failed })
  else events.urgentPostFailed({ workId, tries, because: result.failed })
  return { isPosted: isGivenUp, failedPosts: tries }
}
