/** The compensation that waits for the visitor's word, the latest asked first. */
import { caseThatGoesOn } from '#app/desk/case-that-goes-on.ts'
import { COMPENSATION_BOOK, entriesOf } from '#core/budget/compensation-book.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { decisionRefusal } from '#core/work/case/compensation-act.ts'
import { compensationNamed } from '#core/work/case/compensations.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { WaitingCompensation } from '#web/staff/today/compensation-waits.ts'

interface WaitingSystem extends Pick<StaffSystem, 'companyRules'> {
  readonly stores: Pick<StaffStores, 'budgets' | 'work'>
}

/** So many of the latest bookings are looked through: most of them are approved and not given yet. */
const LOOKED_THROUGH = 100

/** Agents read nothing for it: those who may approve lead. */
export async function waitingCompensation(
  { stores, companyRules }: WaitingSystem,
  visitor: StaffMember | null,
): Promise<readonly WaitingCompensation[]> {
  if (visitor === null || (visitor.role !== 'lead' && visitor.role !== 'head')) return []
  const { role, ...by } = visitor
  const entries = (await stores.budgets.ofCampaign(COMPENSATION_BOOK))
    .flatMap(entriesOf)
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, LOOKED_THROUGH)
  const items = new Map((await stores.work.getMany(entries.map(({ workId }) => workId))).map((item) => [item.workId, item]))
  const waiting = entries.flatMap(({ compensationId, workId }) => {
    const item = items.get(workId)
    const one = item && compensationNamed(item, compensationId)
    return item && one?.state === 'asked' ? [{ item, one }] : []
  })
  const mayDecide = await Promise.all(
    waiting.map(async ({ item, one }) => {
      const goesOn = await caseThatGoesOn(stores.work, item)
      return decisionRefusal(goesOn, { one, by, role }, companyRules) === null
    }),
  )
  return waiting.flatMap(({ item: { workId }, one: { asked } }, at) => (mayDecide[at] ? [{ workId, asked }] : []))
}
