/** The claim of one mail outside any campaign: decides on the present ledger whether it may and need be sent, before the mail leaves. */
import { asStored, CLAIM_TRIES, LedgerContendedError } from '#app/claims/claim-person.ts'
import type { Events } from '#app/events.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Letter } from '#app/ports/letters.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'
import { type NoticeToSend, noticeWords } from '#app/sending/notice-to-send.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { memoryOf, withContact } from '#core/audience/remember.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contactPointOf, letterChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface ClaimNoticePorts {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly suppressions: Pick<SuppressionList, 'among'>
  readonly ledgers: LedgerStore
  readonly touches: Pick<TouchStore, 'getMany'>
  readonly words: Pick<WordsStore, 'read' | 'noticeInForce'>
  /** The words of a template that came with the code; undefined when it has none. */
  readonly bundledWords: (template: string) => CampaignWords | undefined
  readonly seals: ContactKeys
  readonly companyRules: CompanyRules
  readonly events: Events
}

/**
 * customer-gone: no longer among the customers; unknown: two tries, and no event of the provider about either; put-off: no mail can leave at the
 * moment.
 */
export type NoticeResult =
  | 'sent'
  | 'told-already'
  | 'customer-gone'
  | 'no-address'
  | 'suppressed'
  | 'refused'
  | 'unknown'
  | 'put-off'

/** Tried again later: by then the provider's event may have settled it. */
export class NoticeUnsettledError extends ComeAgainError {
  override name = 'NoticeUnsettledError'
}

/** As long as another sender may be sending it, or the provider's event may be on its way. */
const UNDER_WAY_MS = 6 * MINUTE_MS

export type NoticeClaim =
  | { readonly occurrenceId: string; readonly customer: Customer; readonly address: string; readonly letter: Letter }
  | { readonly done: NoticeResult }

/**
 * The ledger is read before the customer and the suppression of their address: a stop after that changes the ledger, the claim is lost, and all is
 * read again.
 */
export async function claimNotice(
  ports: ClaimNoticePorts,
  { notice, clock }: { notice: NoticeToSend; clock: () => Instant },
): Promise<NoticeClaim> {
  const { ledgers, companyRules } = ports
  for (let attempt = 0; attempt < CLAIM_TRIES; attempt++) {
    const ledger = await asStored(ledgers, notice.customerId)
    if (ledger.erasedAt !== undefined) return { done: 'customer-gone' }
    const reader = await readerOf(ports, notice.customerId)
    if ('done' in reader) return reader
    const now = clock()
    // Written before the claim. A notice that cannot be written waits among the dead letters until the operator repairs the template.
    const words = await noticeWords(ports, notice.template)
    const written = notice.write({ words, customer: reader.customer, now })
    if ('problem' in written) throw new Error(`${notice.template} could not be written: ${written.problem}`)
    const next = await nextTry(ports, { notice, ledger, now })
    if ('done' in next) return next
    const channel = letterChannel(companyRules.channels).id
    const contact = notice.contact({ occurrenceId: next.occurrenceId, at: now, channel })
    if ((await ledgers.claim(withContact({ ledger, contact, memory: memoryOf(companyRules) }))) === 'written')
      return { ...next, ...reader, letter: written.letter }
  }
  throw new LedgerContendedError(`ledger of ${notice.customerId}: lost ${CLAIM_TRIES} times`)
}

/** The customer and the address that may be written to. */
async function readerOf(
  { customers, suppressions, seals, companyRules, events }: ClaimNoticePorts,
  customerId: string,
): Promise<{ readonly customer: Customer; readonly address: string } | { readonly done: NoticeResult }> {
  const customer = (await customers.get(customerId))?.customer
  if (!customer) return { done: 'customer-gone' }
  const point = contactPointOf(letterChannel(companyRules.channels), customer)
  if (!point) return { done: 'no-address' }
  const key = seals.contactKey(point)
  const suppression = (await suppressions.among([key])).get(key)
  if (suppression === 'unreadable') events.suppressionUnreadable({ customerId })
  return suppression === undefined ? { customer, address: point.value } : { done: 'suppressed' }
}

/** The contact to claim: the first, or the second when the provider has reported nothing about the first. */
async function nextTry(
  { touches, events }: ClaimNoticePorts,
  { notice, ledger, now }: { notice: NoticeToSend; ledger: Ledger; now: Instant },
): Promise<{ readonly occurrenceId: string } | { readonly done: NoticeResult }> {
  const { customerId, ids } = notice
  const [touch] = await touches.getMany(ids.map((occurrenceId) => ({ customerId, occurrenceId })))
  if (touch) return { done: touch.result === 'sent' ? 'sent' : 'refused' }
  const earlier = ledger.contacts.filter(({ occurrenceId }) => ids.includes(occurrenceId))
  if (earlier.some(({ at }) => at > plusMs(now, -UNDER_WAY_MS)))
    throw new NoticeUnsettledError(`${ids[0]} of ${customerId} was claimed a moment ago`)
  const occurrenceId = ids[earlier.length]
  if (occurrenceId === undefined) {
    events.touchUnknown({ occurrenceId: ids[1], customerId, evidence: 'two tries, and no word of the provider about either' })
    return { done: 'unknown' }
  }
  const isTold = earlier.length === 0 && notice.isTold(ledger, now)
  return isTold ? { done: 'told-already' } : { occurrenceId }
}
