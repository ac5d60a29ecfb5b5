/** Mails in a list, with the person each was for. */

import { html } from 'hono/html'
import { decodeTag, TAG_NAMES } from '#adapters/ses/tags.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import { customerLinkFor } from '#local/sections/link-for.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    columns: { subject: 'Tiêu đề', to: 'Người nhận', at: 'Lúc', delivery: 'Tình trạng' },
    states: {
      accepted: 'đã nhận để gửi',
      delivered: 'đã đến',
      delayed: 'đang chậm',
      bounced: 'bị trả lại',
      complained: 'báo thư rác',
      suppressed: 'bị chặn',
    },
  },
  en: {
    columns: { subject: 'Subject', to: 'To', at: 'At', delivery: 'Delivery' },
    states: {
      accepted: 'accepted',
      delivered: 'delivered',
      delayed: 'delayed',
      bounced: 'bounced',
      complained: 'marked as spam',
      suppressed: 'suppressed',
    },
  },
})

export const mailPath = (messageId: string) => `/mailbox/${encodeURIComponent(messageId)}`

/** The id that a tag of ours carries. */
export function taggedWith(message: MailboxMessage, tag: keyof typeof TAG_NAMES): string | undefined {
  return decodeTag(message.tags.find(({ name }) => name === TAG_NAMES[tag])?.value ?? '')
}

export async function namesOfMails(
  customers: Pick<CustomerStore, 'getMany'>,
  messages: readonly MailboxMessage[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(messages.flatMap((message) => taggedWith(message, 'customerId') ?? []))]
  const people = ids.length === 0 ? [] : await customers.getMany(ids)
  return new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
}

export const deliveryChips = (message: MailboxMessage, locale: PageLocale): Html =>
  html`${message.recipients.map(({ state }) => {
    const tone = state === 'delivered' ? 'good' : state === 'accepted' || state === 'delayed' ? 'quiet' : 'warn'
    return chip(WORDS[locale].states[state], tone)
  })}`

/** Half a page is too narrow for a column of times: `brief` says them below the subject. */
export function mailRows({
  frame,
  messages,
  names,
  label,
  empty,
  brief = false,
}: {
  readonly frame: Frame
  readonly messages: readonly MailboxMessage[]
  readonly names: ReadonlyMap<string, string>
  readonly label: string
  readonly empty: string
  readonly brief?: boolean
}): Html {
  const { locale, company } = frame
  const rows = messages.map((message) => {
    const customerId = taggedWith(message, 'customerId')
    const subject = html`<a href="${mailPath(message.messageId)}">${message.subject}</a>`
    const at = writtenInstant(message.at, { zone: company.zone, locale })
    const to =
      customerId === undefined
        ? message.to.join(', ')
        : html`${customerLinkFor({ customerId, name: names.get(customerId) }, frame)}<br><small>${message.to.join(', ')}</small>`
    const delivery = deliveryChips(message, locale)
    return brief
      ? [html`${subject}<br><small>${at}</small>`, to, delivery]
      : [subject, to, html`<span class="number">${at}</span>`, delivery]
  })
  const { subject, to, at, delivery } = WORDS[locale].columns
  return table({ locale, label, headings: brief ? [subject, to, delivery] : [subject, to, at, delivery], rows, empty })
}
