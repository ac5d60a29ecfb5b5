/** The page of cases that are like one on the desk: this customer's own, and the latest of others, read back day by day and no further than it needs. */
import type { WorkStore } from '#app/ports/work.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { descriptionOf } from '#core/work/case/case-standing.ts'
import { isSameProduct, isSimilar } from '#core/work/case/similar.ts'
import { closingOf } from '#core/work/standing.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'
import { daysBack, newestByDay, type Placed } from '#functions/staff/newest-by-day.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { SIMILAR, similarPath } from '#web/staff/paths.ts'
import { similarPage } from '#web/staff/work/similar-page.ts'

const MOST = 10
/** How far back others are looked for. What is older was solved by rules and people that may be gone. */
export const LOOKED_BACK_DAYS = 90
const ALL_PARTITIONS = { first: 0, last: PARTITIONS - 1 }

export function similarRoute(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  app.get(`/work/:id/${SIMILAR}`, needs('see-work'), async (context) => {
    const workId = context.req.param('id') ?? ''
    const frame = { ...frameOf(system, context), path: similarPath(workId) }
    const item = await stores.work.get(workId)
    if (item?.kind !== 'case') return context.html(noSuchPage(frame, 'work'), 404)
    const isDescribed = descriptionOf(item) !== undefined
    const [theirs, others] = isDescribed
      ? await Promise.all([ofCustomer(stores.work, item), ofOthers(stores.work, { item, today: todayOf(system) })])
      : [[], []]
    return context.html(similarPage(frame, { item, theirs, others, companyRules, lookedBackDays: LOOKED_BACK_DAYS }))
  })
  return app
}

async function ofCustomer(work: Pick<WorkStore, 'ofCustomer'>, item: Case): Promise<readonly Case[]> {
  if (item.customerId === null) return []
  const found = (await work.ofCustomer(item.customerId)).flatMap((other) => (isSimilar(item, other) ? [other] : []))
  return found.toSorted((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1)).slice(0, MOST)
}

/** Those about the same product first. */
async function ofOthers(
  work: Pick<WorkStore, 'closedOn'>,
  { item, today }: { readonly item: Case; readonly today: LocalDate },
): Promise<readonly Case[]> {
  const isOther = (other: WorkItem): boolean =>
    isSimilar(item, other) && (other.customerId === null || other.customerId !== item.customerId)
  const days = daysBack({ first: addDays(today, -LOOKED_BACK_DAYS), last: today })
  const found = await newestByDay({ days, ofDay: (day) => casesOn(work, day), before: null, limit: MOST, matches: isOther })
  return found.items.toSorted((a, b) => Number(isSameProduct(item, b)) - Number(isSameProduct(item, a)))
}

async function casesOn(work: Pick<WorkStore, 'closedOn'>, day: LocalDate): Promise<readonly Placed<Case>[]> {
  const found: Placed<Case>[] = []
  for await (const page of work.closedOn({ kind: 'case', days: [day], range: ALL_PARTITIONS }))
    for (const item of page) if (item.kind === 'case') found.push({ item, place: `${day} ${placeOf(item)}` })
  return found
}

const placeOf = (item: Case): string => `${closingOf(item)?.at ?? ''} ${item.workId}`
