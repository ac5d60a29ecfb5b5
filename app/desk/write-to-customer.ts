/**
 * Staff write to the customer of a case. The mail stands in the history first and is handed over then, so that it goes out once for its id: the form
 * that comes again after a crash hands it over again, and its sender claims it before it leaves.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import { contactPointOf, letterChannel } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'
import { mailOf, type SentMail } from '#core/work/case/case-mail.ts'
import { lacksProposal, seenOf } from '#core/work/case/case-standing.ts'
import { checkedLetter, type LetterPurpose, type LetterRefusal } from '#core/work/case/letter-text.ts'
import { type Actor, eventStaff } from '#core/work/event-staff.ts'
import { withCaseEvent } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'

export interface WriteToCustomerPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly suppressions: Pick<SuppressionList, 'among'>
  readonly seals: ContactKeys
  readonly notices: Pick<NoticeQueue, 'mailOfCase'>
  readonly companyRules: CompanyRules
}

export interface LetterOfStaff extends Actor {
  readonly workId: string
  /** Of the form: the same one sent again is the same mail. */
  readonly mailId: string
  readonly subject: string
  readonly text: string
  readonly purpose: LetterPurpose
  readonly at: Instant
  /** How much had been done to the case when the form was shown; left out by the `care` command, which decides and acts at once. */
  readonly seen?: number
}

export type WrittenToCustomer =
  | { readonly item: Case; readonly again: boolean }
  | {
      readonly refused:
        | LetterRefusal
        | 'who-and-what'
        | 'no-case'
        | 'no-such-work'
        | 'nobody-to-write-to'
        | 'no-address'
        | 'address-stopped'
        | 'already-closed'
        | 'not-proposed-yet'
        | 'changed-meanwhile'
        | 'full'
        | 'contended'
    }
  | TooLong

/** Whether a mail can reach the customer, before staff write one. */
export type MailReach = { readonly to: string } | { readonly refused: 'nobody-to-write-to' | 'no-address' | 'address-stopped' }

export async function mailReach(
  { customers, suppressions, seals, companyRules }: Omit<WriteToCustomerPorts, 'work' | 'notices'>,
  customerId: string | null,
): Promise<MailReach> {
  const customer = customerId === null ? undefined : (await customers.get(customerId))?.customer
  if (!customer) return { refused: 'nobody-to-write-to' }
  const point = contactPointOf(letterChannel(companyRules.channels), customer)
  if (!point) return { refused: 'no-address' }
  const key = seals.contactKey(point)
  // What cannot be read may be a stop.
  return (await suppressions.among([key])).has(key) ? { refused: 'address-stopped' } : { to: point.value }
}

export async function writeToCustomer(ports: WriteToCustomerPorts, written: LetterOfStaff): Promise<WrittenToCustomer> {
  const { workId, mailId, purpose, at, seen } = written
  const by = eventStaff({ by: staffText(written.by), address: written.address })
  if (by.name === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by: written.by })
  if (unfit) return unfit
  const letter = checkedLetter(written)
  if ('refused' in letter) return letter
  const known = await ports.work.get(workId)
  if (!known) return { refused: 'no-such-work' }
  if (known.kind !== 'case') return { refused: 'no-case' }
  const reach = mailOf(known, mailId) ? null : await mailReach(ports, known.customerId)
  if (reach && 'refused' in reach) return reach
  const said = { at, by, note: letter.text, mail: { mailId, subject: letter.subject } }
  const event: SentMail =
    purpose === 'tells' ? { is: 'mailed', ...said } : { is: 'waiting', ...said, ...(purpose === 'solved' && { solved: true }) }
  const result = await changeWork(ports.work, workId, (item): Change<Case, WrittenToCustomer> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    if (mailOf(item, mailId)) return { instead: { item, again: true } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    if (seen !== undefined && seen !== seenOf(item)) return { instead: { refused: 'changed-meanwhile' } }
    // What closing demands too: the customer was told how it is solved before staff ask whether it is.
    if (purpose === 'solved' && lacksProposal(item)) return { instead: { refused: 'not-proposed-yet' } }
    const next = withCaseEvent(item, event, ports.companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  const done = 'changed' in result ? { item: result.changed, again: false } : result.instead
  if ('item' in done && done.item.customerId !== null)
    await ports.notices.mailOfCase({ customerId: done.item.customerId, workId, mailId })
  return done
}
