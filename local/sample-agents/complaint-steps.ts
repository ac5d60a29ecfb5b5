/** What a sample agent does with a complaint before it can be closed: says what it is about, proposes, and asks a customer who cannot be rung, once a day. */
import { workOnCase } from '#app/desk/work-on-case.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type CaseAct, closingRefusal } from '#core/work/case/case-act.ts'
import { descriptionOf, stepOf } from '#core/work/case/case-standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'

interface Working {
  readonly stores: Pick<StaffStores, 'work'>
  readonly companyRules: CompanyRules
}

interface Step {
  readonly item: Case
  readonly member: StaffMember
  readonly at: Instant
  readonly note: string
  readonly reached: boolean
}

/** Whether the case can be closed now. */
export async function readyToClose(
  { stores: { work }, companyRules }: Working,
  { item, member: { name: by, address }, at, note, reached }: Step,
): Promise<boolean> {
  const { cases, company } = companyRules
  let now = item
  const act = async (act: CaseAct) => {
    const done = await workOnCase({ work, companyRules }, { workId: item.workId, act, by, address, at })
    if ('item' in done) now = done.item
  }
  const refusal = () => closingRefusal(now, { reached }, cases)
  if (refusal() === 'not-proposed') {
    const plain = cases.categories.find(({ requires }) => requires.length === 0)
    if (plain && !descriptionOf(now)) await act({ is: 'describe', type: null, category: plain.id, fields: {}, department: '' })
    if (stepOf(now) !== 'follow-up') await act({ is: 'move', to: 'follow-up', text: note })
  }
  if (refusal() !== 'not-asked-enough') return refusal() === null
  const asked = now.events.findLast(({ is }) => is === 'waiting')?.at
  const isAsked = typeof asked === 'string' && localDateAt(asked, company.zone) === localDateAt(at, company.zone)
  if (!isAsked) await act({ is: 'wait', text: note })
  return refusal() === null
}
