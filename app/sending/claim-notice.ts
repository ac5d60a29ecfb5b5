/** The claim of one confirmation: decides on the present ledger whether it may and need be sent, before the mail leaves. */
import { asStored, CLAIM_TRIES, LedgerContendedError } from '#app/claims/claim-person.ts'
import type { Events } from '#app/events.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Letter } from '#app/ports/letters.ts'
import type { OptOutNotice } from '#app/ports/notices.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { alreadyTold, noticeContact, noticeIds, OPT_OUT_TEMPLATE } from '#core/audience/opt-out-notice.ts'
import { memoryOf, withContact } from '#core/audience/remember.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contactPointOf, letterChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** The words of messages outside any campaign. */
export interface NoticeLetters {
  optOut(order: {
    readonly words: CampaignWords
    readonly customer: Customer
    readonly purposes: OptOutNotice['purposes']
    readonly at: Instant
    readonly now: Instant
  }): { readonly letter: Letter } | { readonly problem: string }
}

export interface ClaimNoticePorts {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly suppressions: Pick<SuppressionList, 'among'>
  readonly ledgers: LedgerStore
  readonly touches: Pick<TouchStore, 'getMany'>
  readonly letters: NoticeLetters
  readonly words: Pick<WordsStore, 'read' | 'noticeInForce'>
  /** The words of a template that came with the code; undefined when it has none. */
  readonly bundledWords: (template: string) => CampaignWords | undefined
  readonly seals: ContactKeys
  readonly companyRules: CompanyRules
  readonly events: Events
}

/**
 * nobody: the customer or their address is gone; unknown: two tries, and no event of the provider about either; put-off: no mail can leave at the
 * moment.
 */
export type NoticeResult = 'sent' | 'told-already' | 'nobody' | 'suppressed' | 'refused' | 'unknown' | 'put-off'

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
  { notice, clock }: { notice: OptOutNotice; clock: () => Instant },
): Promise<NoticeClaim> {
  const { ledgers, letters, companyRules } = ports
  for (let attempt = 0; attempt < CLAIM_TRIES; attempt++) {
    const ledger = await asStored(ledgers, notice.customerId)
    if (ledger.erasedAt !== undefined) return { done: 'nobody' }
    const reader = await readerOf(ports, notice.customerId)
    if ('done' in reader) return reader
    const now = clock()
    // Written before the claim. A notice that cannot be written waits among the dead letters until the operator repairs the template.
    const words = await noticeWords(ports)
    const written = letters.optOut({ words, customer: reader.customer, purposes: notice.purposes, at: notice.at, now })
    if ('problem' in written) throw new Error(`an opt-out confirmation could not be written: ${written.problem}`)
    const next = await nextTry(ports, { notice, ledger, now })
    if ('done' in next) return next
    const contact = noticeContact(notice, {
      occurrenceId: next.occurrenceId,
      at: now,
      channel: letterChannel(companyRules.channels).id,
    })
    if ((await ledgers.claim(withContact({ ledger, contact, memory: memoryOf(companyRules) }))) === 'written')
      return { ...next, ...reader, letter: written.letter }
  }
  throw new LedgerContendedError(`ledger of ${notice.customerId}: lost ${CLAIM_TRIES} times`)
}

/** The words accepted last. The law asks for this mail, so it never waits for them: without them it uses the words that came with the code. */
async function noticeWords({ words, bundledWords, events }: ClaimNoticePorts): Promise<CampaignWords> {
  const hash = await words.noticeInForce(OPT_OUT_TEMPLATE)
  const stored = hash === undefined ? undefined : await words.read(hash)
  if (typeof stored === 'object') return stored
  if (hash !== undefined) events.noticeWordsMissing({ template: OPT_OUT_TEMPLATE, why: stored ?? 'not-stored' })
  const bundled = bundledWords(OPT_OUT_TEMPLATE)
  if (!bundled) throw new Error(`an opt-out confirmation could not be written: no template ${OPT_OUT_TEMPLATE}`)
  return bundled
}

/** The customer and the address that may be written to. */
async function readerOf(
  { customers, suppressions, seals, companyRules, events }: ClaimNoticePorts,
  customerId: string,
): Promise<{ readonly customer: Customer; readonly address: string } | { readonly done: NoticeResult }> {
  const customer = (await customers.get(customerId))?.customer
  const point = customer && contactPointOf(letterChannel(companyRules.channels), customer)
  if (!customer || !point) return { done: 'nobody' }
  const key = seals.contactKey(point)
  const suppression = (await suppressions.among([key])).get(key)
  if (suppression === 'unreadable') events.suppressionUnreadable({ customerId })
  return suppression === undefined ? { customer, address: point.value } : { done: 'suppressed' }
}

/** The contact to claim: the first, or the second when the provider has reported nothing about the first. */
async function nextTry(
  { touches, events }: ClaimNoticePorts,
  { notice, ledger, now }: { notice: OptOutNotice; ledger: Ledger; now: Instant },
): Promise<{ readonly occurrenceId: string } | { readonly done: NoticeResult }> {
  const { customerId } = notice
  const ids = noticeIds(notice)
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
  const isTold = earlier.length === 0 && alreadyTold(ledger, { stop: notice, now })
  return isTold ? { done: 'told-already' } : { occurrenceId }
}
