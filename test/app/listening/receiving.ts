/** A company that listens: one survey and one greeting were sent to c-001 on 8 March, and mails come back on the 10th. */

import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryListOrders } from '#adapters/memory/list-orders.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryOwnWords } from '#adapters/memory/own-words.ts'
import { memoryRawMails } from '#adapters/memory/raw-mails.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type EventValues, events } from '#app/events.ts'
import { type ReceivedMail, type ReceiveReplyPorts, receiveReply } from '#app/listening/receive-reply.ts'
import type { ReplyUse } from '#app/ports/secrets.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import { reasonOf } from '#core/work/work-item.ts'
import { aCampaign, aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'

export const NOW = '2027-03-10T02:00:00.000Z'
export const DATE = '2027-03-08'
export const DOMAIN = 'replies.trasen.example.com'
export const SURVEY = `how-was-it_${DATE}`
/** The survey's letter, as far as it may be quoted. */
export const LETTER = `{{greetingName}} thân mến,

Trên thang điểm từ 0 đến 10, {{honorific}} có sẵn sàng giới thiệu Trà Sen cho bạn bè hoặc đồng nghiệp không?

Điểm cao hay thấp, chúng tôi đều trân trọng và đọc từng câu trả lời.

Nếu không muốn nhận những thư như thế này nữa, {{honorific}} có thể từ chối bất cứ lúc nào:
Ngừng nhận thư: {{unsubscribeLink}}`
const CAMPAIGNS: readonly CampaignDefinition[] = [
  aSurvey({ kind: 'nps' }),
  aCampaign({ id: 'greeting' }),
  aCampaign({ id: 'receipt', contentClass: 'transactional' }),
]

export interface Mailed {
  readonly use?: ReplyUse
  readonly customerId?: string
  readonly campaignId?: string
}

export async function listeningCompany() {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const said: { name: string; values: EventValues }[] = []
  const stores = {
    rawMails: memoryRawMails(),
    replies: memoryReplyStore(),
    responses: memoryResponseStore(),
    ownWords: memoryOwnWords(new Map([[SURVEY, [LETTER]]])),
    work: memoryWorkStore(),
    notices: memoryNoticeQueue(),
    listOrders: memoryListOrders(),
    campaigns: memoryCampaignStore(),
    occurrences: memoryOccurrenceStore(),
    customers: memoryCustomerStore(seals),
    consents: memoryConsentLog(),
    ledgers: memoryLedgerStore(),
    seals,
    companyRules: theCompanyRules({ company: { replyDomain: DOMAIN } }),
    events: events({
      event: (name, values) => said.push({ name, values }),
      alarm: (name, values) => said.push({ name, values }),
    }),
  } satisfies ReceiveReplyPorts & { rawMails: unknown }
  for (const definition of CAMPAIGNS) {
    await stores.campaigns.accept({ definition, version: 1, acceptedAt: NOW, acceptedBy: 'marketing' })
    await stores.occurrences.open(anOccurrence({ campaignId: definition.id, date: DATE }))
  }
  await stores.customers.put([aCustomer(), aCustomer({ customerId: 'c-002' })])

  const address = ({ use = 'reply', customerId = 'c-001', campaignId = 'how-was-it' }: Mailed = {}) =>
    `${seals.replyLocalPart({ use, customerId, campaignId, date: DATE })}@${DOMAIN}`
  const aMail = (over: Partial<ParsedMail> & { readonly mailed?: Mailed } = {}): ParsedMail => {
    const { mailed, ...rest } = over
    return {
      from: 'c-001@example.com',
      recipients: [address(mailed)],
      subject: 'Re: Trà Sen hỏi thăm',
      messageId: '<1@mail.example.com>',
      headers: new Map(),
      text: '',
      attachments: [],
      ...rest,
    }
  }
  const receive = (mail: ParsedMail, over: Partial<ReceivedMail> = {}, ports: Partial<ReceiveReplyPorts> = {}) =>
    receiveReply({ ...stores, ...ports }, { rawKey: 'in/1', receivedAt: NOW, mail, tooLarge: null, ...over })
  const response = () => stores.responses.get({ customerId: 'c-001', occurrenceId: SURVEY })
  const consents = async (customerId = 'c-001') => (await stores.customers.get(customerId))?.consents
  const openWork = async () => (await stores.work.allOpen()).map((item) => `${reasonOf(item)} ${item.customerId}`)
  /** Everything a mail can change, to see that it changed nothing, or the same. */
  const everything = async () =>
    JSON.stringify([
      await response(),
      await consents(),
      await consents('c-002'),
      await stores.consents.ofCustomer('c-001'),
      (await stores.work.allOpen()).toSorted((a, b) => (a.workId < b.workId ? -1 : 1)),
      await stores.replies.ofCustomer('c-001'),
      await stores.replies.ofCustomer('c-002'),
      await stores.replies.unmatched(),
    ])
  return { stores, seals, said, address, aMail, receive, response, consents, openWork, everything }
}
export type ListeningCompany = Awaited<ReturnType<typeof listeningCompany>>
