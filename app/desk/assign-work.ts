/**
 * A member of staff takes an item, or hands it to a colleague, to a team or back to everybody. The roster says who there is, and an agent hands
 * over the work of their own team alone. Who hands over the call that they are on is on it no longer; a call that a third person is on goes on.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import { mayGetRaised } from '#core/staff/may-get-raised.ts'
import { type StaffMember, staffAddress } from '#core/staff/roster.ts'
import { mayOwnWork, mayWorkOn } from '#core/staff/whose-work.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Actor, eventStaff, isSameStaff } from '#core/work/event-staff.ts'
import { assigned, noted } from '#core/work/history.ts'
import { leaseAt, leaseOfOther } from '#core/work/lease.ts'
import { type Desk, isSameDesk } from '#core/work/owner.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import type { Noted, Owner } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface AssignWorkPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly roster: Pick<RosterStore, 'current'>
  readonly companyRules: CompanyRules
}

export interface Assigning extends Actor {
  readonly workId: string
  /** Whom it is to go to, as a form names them. */
  readonly to: Desk
  /** On whose desk it was when the person decided. */
  readonly from: Desk
  /** What the new owner should know; empty or left out for nothing. */
  readonly note?: string
  readonly at: Instant
}

/** `again`: it is there already. `changed-meanwhile`: it came to another desk after the page was shown. `raised`: it went up. */
export type AssignedWork =
  | { readonly assigned: WorkItem; readonly again: boolean }
  | {
      readonly refused:
        | 'nobody-there'
        | 'no-such-work'
        | 'already-closed'
        | 'changed-meanwhile'
        | 'another-team'
        | 'raised'
        | 'full'
        | 'contended'
    }
  | TooLong

export async function assignWork(
  { work, roster, companyRules }: AssignWorkPorts,
  { workId, to: desk, from, at, note: written = '', ...actor }: Assigning,
): Promise<AssignedWork> {
  const note = staffText(written)
  const unfit = tooLong({ note })
  if (unfit) return unfit
  const people = (await roster.current())?.people ?? []
  const to = ownerAt(desk, people)
  if (!to) return { refused: 'nobody-there' }
  const member = people.find(({ address }) => address === actor.address)
  const result = await changeWork(work, workId, (item): Change<WorkItem, AssignedWork> => {
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    const owner = ownerOf(item)
    const by = eventStaff(actor)
    if (isSameDesk(owner, to)) return handedNote(item, { is: 'noted', at, by, note }, companyRules)
    if (!isSameDesk(owner, from)) return { instead: { refused: 'changed-meanwhile' } }
    // After the desk is compared: a form sent twice hands it over once, also to another team.
    if (member && !mayWorkOn(owner, member)) return { instead: { refused: 'another-team' } }
    const receiver = people.find(({ address }) => to.is === 'person' && address === to.address) ?? null
    if (member && !mayGetRaised(item, { to: receiver, by: member })) return { instead: { refused: 'raised' } }
    const next = assigned(item, { is: 'assigned', at, by, to, ...(note !== '' && { note }) }, companyRules)
    if (next === 'full') return { instead: { refused: 'full' } }
    return { next: isLetGo(item, { actor, to, at }) ? { ...next, lease: undefined } : next }
  })
  return 'instead' in result ? result.instead : { assigned: result.changed, again: false }
}

function isLetGo(
  item: WorkItem,
  { actor, to, at }: { readonly actor: Actor; readonly to: Owner; readonly at: Instant },
): boolean {
  const isOwn = leaseAt(item, at) !== null && leaseOfOther(item, actor, at) === null
  return isOwn && !(to.is === 'person' && to.address === actor.address)
}

/** A colleague was quicker to hand it over: the words for its new owner stand beside theirs, once. */
function handedNote(item: WorkItem, event: Noted, rules: CompanyRules): Change<WorkItem, AssignedWork> {
  const isSaid = item.events.some(
    (each) => 'note' in each && each.by.is === 'staff' && each.note === event.note && isSameStaff(each.by, event.by),
  )
  if (event.note === '' || isSaid) return { instead: { assigned: item, again: true } }
  const next = noted(item, event, rules)
  return next === 'full' ? { instead: { refused: 'full' } } : { next }
}

/** Undefined where no person on that desk may do the work: it would lie there. */
function ownerAt(desk: Desk, people: readonly StaffMember[]): Owner | undefined {
  if (desk.is === 'everybody') return desk
  const workers = people.filter(mayOwnWork)
  if (desk.is === 'team') return workers.some(({ team }) => team === desk.team) ? { is: 'team', team: desk.team } : undefined
  const found = workers.find(({ address }) => address === staffAddress(desk.address))
  return found && { is: 'person', address: found.address, name: found.name, team: found.team }
}
