/** What a sample agent does with a complaint before it can be closed: proposes, and asks a customer who cannot be rung, once a day. */

import { workOnCase } from '#app/desk/work-on-case.ts'
import { writeToCustomer } from '#app/desk/write-to-customer.ts'
import type { Events } from '#app/events.ts'
import { CASE_SOLVED_TEMPLATE } from '#core/audience/case-mail.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contentId } from '#core/customer/content-id.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type CaseAct, closingRefusal } from '#core/work/case/case-act.ts'
import { stepOf } from '#core/work/case/case-standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { caseSkeleton } from '#functions/wiring/case-letters.ts'
import { inLog, type LogParts } from '#local/sample-agents/in-log.ts'

interface Working {
  readonly stores: Pick<
    StaffStores,
    'work' | 'roster' | 'customers' | 'suppressions' | 'seals' | 'notices' | 'words' | 'auditLog'
  >
  readonly events: Pick<Events, 'workOpened'> & LogParts['events']
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
  { stores, companyRules, events }: Working,
  { item, member: { name: by, address }, at, note, reached }: Step,
): Promise<boolean> {
  const { cases, company } = companyRules
  let now = item
  const act = async (act: CaseAct) => {
    const acting = { workId: item.workId, by, address, at }
    const done = await inLog({ stores, events }, { ...acting, act: act.is === 'move' ? 'move-case' : 'note-contact' }, () =>
      workOnCase({ ...stores, companyRules, events }, { ...acting, act }),
    )
    if ('item' in done) now = done.item
  }
  const refusal = () => closingRefusal(now, { reached }, cases)
  if (refusal() === 'not-proposed' && stepOf(now) !== 'follow-up') await act({ is: 'move', to: 'follow-up', text: note })
  if (refusal() !== 'not-asked-enough') return refusal() === null
  const asked = now.events.findLast(({ is }) => is === 'waiting')?.at
  const isAsked = typeof asked === 'string' && localDateAt(asked, company.zone) === localDateAt(at, company.zone)
  if (!isAsked) {
    const mailed = await askByMail({ stores, companyRules, events }, { item: now, by, address, at })
    if (mailed) now = mailed
    else await act({ is: 'wait', text: note })
  }
  return refusal() === null
}

interface Asking {
  readonly item: Case
  readonly by: string
  readonly address: string
  readonly at: Instant
}

/** By the mail with two buttons, in the company's own words; null where no mail reaches the customer, or there are no words. */
async function askByMail({ stores, companyRules, events }: Working, { item, by, address, at }: Asking): Promise<Case | null> {
  const { workId, customerId } = item
  const hash = await stores.words.noticeInForce(CASE_SOLVED_TEMPLATE)
  const words = hash === undefined ? undefined : await stores.words.read(hash)
  const person = customerId === null ? undefined : await stores.customers.get(customerId)
  const begun =
    person &&
    typeof words === 'object' &&
    caseSkeleton(companyRules.company, { words, customer: person.customer, playbook: undefined })
  if (!begun) return null
  const text = begun.text.replaceAll(/\[[^\]]+\]/g, DONE[person.customer.locale.startsWith('vi') ? 'vi' : 'en'])
  const letter = { workId, mailId: contentId(`${workId} ${at}`), subject: begun.subject, text, purpose: 'solved' } as const
  const done = await inLog({ stores, events }, { workId, by, address, at, act: 'write-to-customer' }, () =>
    writeToCustomer({ ...stores, companyRules }, { ...letter, by, address, at }),
  )
  return 'item' in done ? done.item : null
}

/** In place of what the words leave to staff. */
const DONE = { vi: 'xem lại và gửi bù như đã hẹn', en: 'looked into it and made good for it' } as const
