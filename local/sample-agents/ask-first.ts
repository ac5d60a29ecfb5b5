/** What a sample agent asks a department about a complaint that waits for its time: one question, of some of them. */
import { askDepartment } from '#app/desk/ask-department.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { descriptionOf, typeOf } from '#core/work/case/case-standing.ts'
import { questionsOf } from '#core/work/case/questions.ts'
import type { Case } from '#core/work/work-item.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { inLog, type LogParts } from '#local/sample-agents/in-log.ts'
import { chance } from '#local/sample-company/chance.ts'

export interface Asking {
  readonly stores: Pick<StaffStores, 'work' | 'questions' | 'departmentOrders' | 'auditLog'>
  readonly events: LogParts['events']
  readonly companyRules: CompanyRules
}

/** Of a hundred complaints. */
const ASKS = 60

const QUESTIONS = [
  'Khách phản ánh như trên, nhờ bộ phận kiểm tra giúp và cho biết nguyên nhân.',
  'Việc này có đúng như khách nói không? Mình hứa với khách thế nào được?',
  'Nhờ xem lại giúp, và nếu đúng là lỗi bên mình thì đổi hay bù cho khách ra sao?',
] as const
const EXTRACT = 'Khách không hài lòng với lần mua gần đây và đang chờ trả lời.'

export async function askFirst(
  parts: Asking,
  { item, member: { name: by, address }, at }: { readonly item: Case; readonly member: StaffMember; readonly at: Instant },
): Promise<void> {
  const { stores, companyRules, events } = parts
  const luck = chance(stableHash(`${item.workId} asks`))
  if (typeOf(item) !== 'complaint' || questionsOf(item).length > 0 || !luck.happens(ASKS)) return
  const { departments } = companyRules
  if (departments.length === 0) return
  const described = descriptionOf(item)
  const named = companyRules.cases.categories.find(({ id }) => id === described?.category)?.department
  const act = {
    is: 'ask',
    // The same on every machine, and no id of the case.
    questionId: `sample-${stableHash(item.workId).toString(36)}-${stableHash(`${item.workId} again`).toString(36)}`,
    department: departments.find(({ id }) => id === named)?.id ?? luck.pick(departments).id,
    to: '',
    question: luck.pick(QUESTIONS),
    extract: EXTRACT,
    fields: (['product', 'batch', 'order-id'] as const).filter((field) => described?.fields[field] !== undefined),
    replaces: null,
  } as const
  const asking = { workId: item.workId, by, address, at }
  await inLog({ stores, events }, { ...asking, act: 'ask-department' }, () =>
    askDepartment({ ...stores, companyRules }, { ...asking, act }),
  )
}
