/** The cases on which anything happened in the last days, each as little as counting needs, with the product of the order where the case names only that. */
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { sinceThen } from '#app/since-then.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { type CaseSeen, caseSeen } from '#core/work/case/case-seen.ts'
import { mergedInto } from '#core/work/case/merging.ts'

export interface CasesOfWeeksPorts {
  readonly work: Pick<WorkStore, 'changedDuring'>
  readonly purchases: Pick<PurchaseStore, 'getMany'>
}

/** Every case that was opened on the day or later is among them. None that became part of another: it counts as said in that one, as on the report. */
export async function casesOfWeeks(
  { work, purchases }: CasesOfWeeksPorts,
  { from, now, zone }: { readonly from: LocalDate; readonly now: Instant; readonly zone: string },
): Promise<readonly CaseSeen[]> {
  // By id: a case that changes while it is read may come twice.
  const seen = new Map<string, CaseSeen>()
  for await (const page of work.changedDuring(sinceThen(dayStart(from, zone), now)))
    for (const item of page) {
      if (item.kind !== 'case') continue
      if (mergedInto(item) === null) seen.set(item.workId, caseSeen(item, zone))
      else seen.delete(item.workId)
    }
  return withProducts([...seen.values()], purchases)
}

async function withProducts(cases: readonly CaseSeen[], purchases: CasesOfWeeksPorts['purchases']): Promise<readonly CaseSeen[]> {
  const keys = cases.flatMap(({ product, orderId, customerId }) =>
    product === null && orderId !== null && customerId !== null ? [{ customerId, purchaseId: orderId }] : [],
  )
  if (keys.length === 0) return cases
  const bought = await purchases.getMany(keys)
  const products = new Map(bought.map(({ customerId, purchaseId, product }) => [`${customerId}\n${purchaseId}`, product]))
  return cases.map((one) => ({ ...one, product: one.product ?? products.get(`${one.customerId}\n${one.orderId}`) ?? null }))
}
