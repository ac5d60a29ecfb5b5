/** The mailbox: every mail that would have left the company, whole, with what became of it. */

import { html } from 'hono/html'
import { MAIL_HEADERS, withLinksBeside } from '#functions/staff/campaigns/shown-mail.ts'
import { type KnownCampaigns, knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import type { LocalSystem } from '#local/local-system.ts'
import { customerLinkFor } from '#local/sections/link-for.ts'
import { deliveryChips, mailPath, mailRows, namesOfMails, taggedWith } from '#local/sections/mail-rows.ts'
import { replyForm, replyRoutes, saidReply } from '#local/sections/reply-form.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { occurrenceLink } from '#web/staff/occurrence-title.ts'
import { pathWith } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { MAILS, numberOf } from '#web/words/number-of.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Hộp thư',
    lead: 'Không thư nào rời khỏi máy này: tất cả nằm ở đây.',
    search: 'Tìm trong tiêu đề, địa chỉ, nội dung',
    find: 'Tìm',
    count: (count: string) => `${count} thư`,
    none: 'Chưa có thư nào.',
    next: 'Cũ hơn',
    first: 'Mới nhất',
    from: 'Từ',
    to: 'Đến',
    person: 'Khách hàng',
    at: 'Lúc',
    occurrence: 'Dịp',
    delivery: 'Tình trạng',
    replyTo: 'Trả lời về',
    links: 'Liên kết trong thư',
    attachments: 'Tệp đính kèm',
    shown: 'Thư như khách thấy',
    text: 'Phần chữ',
    headers: 'Tiêu đề kỹ thuật và nhãn',
    headerColumns: ['Tên', 'Giá trị'],
    noSuch: 'Không có thư này',
  },
  en: {
    title: 'Mailbox',
    lead: 'No mail leaves this machine: they are all here.',
    search: 'Search subject, addresses, text',
    find: 'Find',
    count: (count: string) => numberOf(count, MAILS),
    none: 'No mail yet.',
    next: 'Older',
    first: 'Newest',
    from: 'From',
    to: 'To',
    person: 'Customer',
    at: 'At',
    occurrence: 'Occurrence',
    delivery: 'Delivery',
    replyTo: 'Reply to',
    links: 'Links in the mail',
    attachments: 'Attachments',
    shown: 'The mail as the customer sees it',
    text: 'Text part',
    headers: 'Headers and tags',
    headerColumns: ['Name', 'Value'],
    noSuch: 'No such mail',
  },
})

const PER_PAGE = 50

export function mailboxRoutes(system: LocalSystem): StaffApp {
  const app = staffApp()
  const { mailbox, stores } = system.stack
  app.route('/', replyRoutes(system))

  app.get('/mailbox', async (context) => {
    const frame = frameOf(system, context)
    const words = WORDS[frame.locale]
    const { q = '', after = '' } = context.req.query()
    const older = /^\d+$/.test(after) ? { after } : {}
    const { messages, next } = mailbox.list({ search: q.trim(), limit: PER_PAGE, ...older })
    const names = await namesOfMails(stores.customers, messages)
    const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead} <span data-count="mails">${words.count(writtenCount(mailbox.count(), frame.locale))}</span></p>
      <section>
        <form method="get" action="/mailbox" class="filters" role="search">
          <div><label for="q">${words.search}</label><input type="search" id="q" name="q" value="${q.trim()}"></div>
          <button class="quiet">${words.find}</button>
        </form>
        ${mailRows({ frame, messages, names, label: words.title, empty: words.none })}
        <p class="pages">
          ${after === '' ? '' : html`<a href="${pathWith('/mailbox', { q: q.trim() })}">← ${words.first}</a>`}
          ${next === null ? '' : html`<a href="${pathWith('/mailbox', { q: q.trim(), after: next })}">${words.next} →</a>`}
        </p>
      </section>`
    return context.html(framePage({ frame, section: 'mailbox', title: words.title, body }))
  })

  app.get('/mailbox/:id', async (context) => {
    const frame = frameOf(system, context)
    const words = WORDS[frame.locale]
    const message = mailbox.get(context.req.param('id'))
    if (!message)
      return context.html(
        framePage({ frame, section: 'mailbox', title: words.noSuch, body: html`<h1>${words.noSuch}</h1>` }),
        404,
      )
    const [campaigns, names] = await Promise.all([
      knownCampaigns(system, frame.locale),
      namesOfMails(stores.customers, [message]),
    ])
    const said = await saidReply(system, { frame, message, rawKey: context.req.query('reply') ?? '' })
    const body = html`<h1>${message.subject}</h1>
      ${said}
      <section>${facts({ frame, message, campaigns, names })}</section>
      ${message.html === null ? '' : html`<section><h2>${words.shown}</h2><iframe title="${words.shown}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${mailPath(message.messageId)}/html"></iframe></section>`}
      <section><h2>${words.text}</h2><pre>${message.text ?? ''}</pre></section>
      ${replyForm(frame, message)}
      <section><details><summary>${words.headers}</summary>${headerTable(frame, message)}</details></section>`
    return context.html(framePage({ frame, section: 'mailbox', title: message.subject, body }))
  })

  app.get('/mailbox/:id/html', (context) => {
    const message = mailbox.get(context.req.param('id'))
    if (!message?.html) return context.notFound()
    return context.body(withLinksBeside(message.html), 200, { ...MAIL_HEADERS, 'content-type': 'text/html; charset=utf-8' })
  })

  app.get('/mailbox/:id/attachments/:place', (context) => {
    const { id, place } = context.req.param()
    const attachment = mailbox.get(id)?.attachments[Number(place)]
    if (!attachment) return context.notFound()
    return context.body(Buffer.from(attachment.contentBase64, 'base64'), 200, {
      ...MAIL_HEADERS,
      'content-type': attachment.contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.fileName)}`,
    })
  })
  return app
}

function facts({
  frame,
  message,
  campaigns,
  names,
}: {
  frame: Frame
  message: MailboxMessage
  campaigns: KnownCampaigns
  names: ReadonlyMap<string, string>
}): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const customerId = taggedWith(message, 'customerId')
  const occurrenceId = taggedWith(message, 'occurrenceId')
  const links = linksIn(message)
  return html`<dl>
          <dt>${words.from}</dt><dd>${readableName(message.from)}</dd>
          <dt>${words.to}</dt><dd>${message.to.join(', ')}</dd>
          ${message.replyTo.length === 0 ? '' : html`<dt>${words.replyTo}</dt><dd>${message.replyTo.join(', ')}</dd>`}
          <dt>${words.at}</dt><dd>${writtenInstant(message.at, { zone: company.zone, locale })}</dd>
          <dt>${words.delivery}</dt><dd>${deliveryChips(message, locale)}</dd>
          ${customerId === undefined ? '' : html`<dt>${words.person}</dt><dd>${customerLinkFor({ customerId, name: names.get(customerId) }, frame)}</dd>`}
          ${occurrenceId === undefined ? '' : html`<dt>${words.occurrence}</dt><dd>${occurrenceLink(occurrenceId, { campaigns, locale })}</dd>`}
          ${message.attachments.length === 0 ? '' : html`<dt>${words.attachments}</dt><dd>${attachmentLinks(message)}</dd>`}
          ${links.length === 0 ? '' : html`<dt>${words.links}</dt><dd>${links.map((link) => html`<a href="${link}" rel="noreferrer" target="_blank">${link}</a><br>`)}</dd>`}
        </dl>`
}

const attachmentLinks = ({ messageId, attachments }: MailboxMessage): readonly Html[] =>
  attachments.map(
    ({ fileName }, place) =>
      html`<a href="${mailPath(messageId)}/attachments/${String(place)}" download="${fileName}">${fileName}</a><br>`,
  )

/** A name travels as an encoded word (RFC 2047); ours are UTF-8 in base64. A blank between two of them is no part of the name. */
const readableName = (address: string) =>
  address
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base64: string) => Buffer.from(base64, 'base64').toString())

/** Those of the text part: what a person reading without pictures can reach. */
const linksIn = ({ text }: MailboxMessage): readonly string[] => [
  ...new Set((text ?? '').match(/https?:\/\/[^\s<>"')\]]+/g) ?? []),
]

function headerTable({ locale }: Frame, { headers, tags, messageId, configurationSet }: MailboxMessage): Html {
  const words = WORDS[locale]
  const lines = [
    { name: 'Message-ID', value: messageId },
    ...headers,
    ...tags.map(({ name, value }) => ({ name: `tag ${name}`, value })),
    { name: 'configuration set', value: configurationSet ?? '' },
  ]
  const rows = lines.map(({ name, value }) => [html`<code>${name}</code>`, html`<code>${value}</code>`])
  return table({ locale, label: words.headers, headings: words.headerColumns, rows })
}
