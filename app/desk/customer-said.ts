/** The customer's word on whether a case is solved, once however often it is pressed. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { Events } from '#app/events.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { typeOf } from '#core/work/case/case-standing.ts'
import { afterSaid, answerTo, type Said } from '#core/work/case/solved-question.ts'
import { isOpen } from '#core/work/standing.ts'
import { type Case, reasonOf } from '#core/work/work-item.ts'

export interface CustomerSaidPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly listOrders: ListOrders
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'caseHeard' | 'workClosed'>
}

export type SaidOutcome = { readonly item: Case; readonly again: boolean } | { readonly refused: 'gone' | 'outdated' | 'full' }

export async function customerSaid(
  { work, listOrders, companyRules, events }: CustomerSaidPorts,
  { workId, customerId, ...said }: Said & { readonly workId: string; readonly customerId: string },
): Promise<SaidOutcome> {
  const result = await changeWork(work, workId, (item): Change<Case, SaidOutcome> => {
    if (item.kind !== 'case' || item.customerId !== customerId) return { instead: { refused: 'gone' } }
    const after = afterSaid(item, said, companyRules)
    if (after === 'again') return { instead: { item, again: true } }
    return typeof after === 'string' ? { instead: { refused: after } } : after
  })
  if ('instead' in result) {
    const { instead } = result
    if (!('refused' in instead)) {
      await interrupt(instead.item)
      return instead
    }
    if (instead.refused === 'contended') throw new Error(`${workId}: lost too often to others`)
    return { refused: instead.refused === 'no-such-work' ? 'gone' : instead.refused }
  }
  const item = result.changed
  events.caseHeard({
    workId,
    reopened: item.events.some((event) => event.is === 'reopened' && event.by.is === 'system' && event.at === said.at),
  })
  if (!isOpen(item)) events.workClosed({ workId, reason: reasonOf(item) })
  await interrupt(item)
  return { item, again: false }

  /** A complaint that is not solved is told at once, like a new one. An order that comes twice does no harm: it names the moment at which it was said. */
  async function interrupt(about: Case): Promise<void> {
    if (!said.solved && typeOf(about) === 'complaint')
      await listOrders.makeAgain({ workId, at: answerTo(about, said.mailId)?.at ?? said.at })
  }
}
