/** A message outside any campaign as its sender needs it: under which id it is claimed, and in which words it is written. */
import type { Events } from '#app/events.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { Letter } from '#app/ports/letters.ts'
import type { OptOutNotice } from '#app/ports/notices.ts'
import type { Contact, Ledger } from '#core/audience/ledger.ts'
import { alreadyTold, noticeContact, noticeIds, OPT_OUT_NOTICE, OPT_OUT_TEMPLATE } from '#core/audience/opt-out-notice.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'

export type WrittenNotice = { readonly letter: Letter } | { readonly problem: string }

export interface NoticeToSend {
  readonly customerId: string
  /** What takes the place of the campaign id of the mail. */
  readonly campaignId: string
  /** The contact of the first try, and of the second for when the outcome of the first is unknown. */
  readonly ids: readonly [first: string, again: string]
  /** The folder of its words in templates/. */
  readonly template: string
  readonly contact: (claim: { readonly occurrenceId: string; readonly at: Instant; readonly channel: ChannelId }) => Contact
  /** Whether another mail has told the customer the same. */
  readonly isTold: (ledger: Ledger, now: Instant) => boolean
  readonly write: (order: { readonly words: CampaignWords; readonly customer: Customer; readonly now: Instant }) => WrittenNotice
}

/** The words of messages outside any campaign. */
export interface NoticeLetters {
  optOut(order: {
    readonly words: CampaignWords
    readonly customer: Customer
    readonly purposes: OptOutNotice['purposes']
    readonly at: Instant
    readonly now: Instant
  }): WrittenNotice
  /** What staff wrote to the customer of a case, in the frame of the company's letters. */
  caseMail(order: CaseLetter & { readonly words: CampaignWords; readonly customer: Customer }): WrittenNotice
  /** An automatic mail about a case. */
  caseNotice(order: CaseNotice & { readonly words: CampaignWords; readonly customer: Customer }): WrittenNotice
}

/** What an automatic mail of a case says is its template's. */
export interface CaseNotice {
  readonly workId: string
  /** In the company's zone; the address for the answer holds it. */
  readonly openedOn: string
  /** When staff will look at it; left out where the mail does not say so. */
  readonly looks?: { readonly says: 'from' | 'by'; readonly when: Instant }
}

export interface CaseLetter extends CaseNotice {
  readonly subject: string
  readonly text: string
  /** The mail asks whether it is solved: its id, and when it was written. */
  readonly asks: { readonly mailId: string; readonly at: Instant } | null
}

export const optOutToSend = (
  { letters }: { readonly letters: Pick<NoticeLetters, 'optOut'> },
  notice: OptOutNotice,
): NoticeToSend => ({
  customerId: notice.customerId,
  campaignId: OPT_OUT_NOTICE,
  ids: noticeIds(notice),
  template: OPT_OUT_TEMPLATE,
  contact: (claim) => noticeContact(notice, claim),
  isTold: (ledger, now) => alreadyTold(ledger, { stop: notice, now }),
  write: (order) => letters.optOut({ ...order, purposes: notice.purposes, at: notice.at }),
})

interface WordsPorts {
  readonly words: Pick<WordsStore, 'read' | 'noticeInForce'>
  /** The words of a template that came with the code; undefined when it has none. */
  readonly bundledWords: (template: string) => CampaignWords | undefined
  readonly events: Pick<Events, 'noticeWordsMissing'>
}

/** The words accepted last. Such a mail never waits for them: without them it uses the words that came with the code. */
export async function noticeWords({ words, bundledWords, events }: WordsPorts, template: string): Promise<CampaignWords> {
  const hash = await words.noticeInForce(template)
  const stored = hash === undefined ? undefined : await words.read(hash)
  if (typeof stored === 'object') return stored
  if (hash !== undefined) events.noticeWordsMissing({ template, why: stored ?? 'not-stored' })
  const bundled = bundledWords(template)
  if (!bundled) throw new Error(`a mail outside any campaign could not be written: no template ${template}`)
  return bundled
}
