/** A mail of a case: its words stand in the history of the case, which also learns where the mail did not go out. */
import { changeWork } from '#app/desk/change-work.ts'
import type { CaseMailNotice } from '#app/ports/notices.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { NoticeResult } from '#app/sending/claim-notice.ts'
import type { NoticeLetters, NoticeToSend } from '#app/sending/notice-to-send.ts'
import {
  CASE_FOLLOW_UP_TEMPLATE,
  CASE_HOURS_TEMPLATE,
  CASE_MAIL,
  CASE_MAIL_TEMPLATE,
  caseMailContact,
  caseMailIds,
} from '#core/audience/case-mail.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { mailEventOf, notMailed } from '#core/work/case/case-mail.ts'
import { notMailedBecause } from '#core/work/case/case-standing.ts'
import { openedAt } from '#core/work/work-item.ts'

export interface CaseMailPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly letters: Pick<NoticeLetters, 'caseMail' | 'caseNotice'>
  readonly companyRules: CompanyRules
}

/**
 * `done`: its case is gone, or never had it; or the case says that it did not go out. Staff were told so and may have written another: one that is handed
 * over again must not follow it when the address is right again.
 */
export async function caseMailToSend(
  { work, letters, companyRules }: CaseMailPorts,
  { customerId, workId, mailId }: CaseMailNotice,
): Promise<NoticeToSend | { readonly done: NoticeResult }> {
  const item = await work.get(workId)
  const event = item?.kind === 'case' && item.customerId === customerId ? mailEventOf(item, mailId) : undefined
  if (!item || !event) return { done: 'customer-gone' }
  const lost = notMailedBecause(item, mailId)
  if (lost !== undefined) return { done: lost }
  const about = { workId, openedOn: localDateAt(openedAt(item), companyRules.company.zone) }
  const claimed = {
    customerId,
    campaignId: CASE_MAIL,
    ids: caseMailIds(mailId),
    contact: (claim: Parameters<NoticeToSend['contact']>[0]) => caseMailContact(mailId, claim),
    // Each is another.
    isTold: () => false,
  }
  if (event.is === 'followed-up')
    return {
      ...claimed,
      template: CASE_FOLLOW_UP_TEMPLATE,
      write: ({ words, customer }) => letters.caseNotice({ ...about, words, customer }),
    }
  if (event.is === 'told-hours')
    return {
      ...claimed,
      template: CASE_HOURS_TEMPLATE,
      write: ({ words, customer }) => letters.caseNotice({ ...about, words, customer, looks: event }),
    }
  return {
    ...claimed,
    template: CASE_MAIL_TEMPLATE,
    write: ({ words, customer }) =>
      letters.caseMail({
        ...about,
        words,
        customer,
        subject: event.mail.subject,
        text: event.note,
        asks: event.is === 'waiting' && event.solved ? { mailId, at: event.at } : null,
      }),
  }
}

/** Once, also where the notice is handed over again. A case that is full is told nothing: the row of the touch says it too. */
export async function noteNotMailed(
  { work, companyRules }: Pick<CaseMailPorts, 'work' | 'companyRules'>,
  {
    notice: { workId, mailId },
    result,
    at,
  }: { readonly notice: CaseMailNotice; readonly result: NoticeResult; readonly at: Instant },
): Promise<void> {
  if (result !== 'no-address' && result !== 'suppressed' && result !== 'refused' && result !== 'unknown') return
  await changeWork(work, workId, (item) => {
    const next = item.kind === 'case' ? notMailed(item, { mailId, because: result, at }, companyRules) : undefined
    return next === undefined || next === 'full' ? { instead: 'noted' } : { next }
  })
}
