/** What came in: answers and mails, newest first, with what each was taken for; and a customer's mail as it came, to be saved and never opened here. */

import { Hono } from 'hono'
import { html } from 'hono/html'
import { DAYS_PER_PAGE, type Heard, heardBefore, placeIn, SHOWS, type Show } from '#functions/staff/heard.ts'
import { frameOf, type KnownCampaigns, knownCampaigns, todayOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { quoted } from '#web/staff/answers.ts'
import { chip, type Frame, roomPage, table } from '#web/staff/frame.ts'
import { answerCell, attachmentsInWords, reasonsInWords, replyChips } from '#web/staff/heard-cells.ts'
import { occurrenceLink } from '#web/staff/occurrence-title.ts'
import { customerPath, pathWith, rawMailPath } from '#web/staff/paths.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = {
  vi: {
    title: 'Lắng nghe',
    lead: 'Mọi câu trả lời và thư của khách, mới nhất trước. Câu trả lời bằng thư đứng ở dòng của thư ấy.',
    shows: { all: 'Tất cả', answers: 'Câu trả lời', replies: 'Thư của khách', unmatched: 'Không rõ của ai' },
    columns: ['Lúc', 'Khách hàng', 'Là gì', 'Lời của khách', 'Về'],
    nobody: 'không rõ của ai',
    survey: 'khảo sát',
    raw: 'tải thư gốc',
    none: (days: number) => `Không có gì trong ${days} ngày.`,
    since: (day: string) => `Đã xem đến ngày ${day}.`,
    next: 'Cũ hơn',
    first: 'Mới nhất',
    gone: 'Thư gốc không còn được lưu.',
    large: 'Thư gốc quá lớn để tải ở đây.',
  },
  en: {
    title: 'Listening',
    lead: 'All answers and mails of customers, newest first. An answer by mail stands at that mail.',
    shows: { all: 'Everything', answers: 'Answers', replies: 'Mails', unmatched: 'Of nobody known' },
    columns: ['At', 'Customer', 'What', 'In their words', 'About'],
    nobody: 'of nobody known',
    survey: 'survey',
    raw: 'save the mail as it came',
    none: (days: number) => `Nothing within ${days} days.`,
    since: (day: string) => `Looked back to ${day}.`,
    next: 'Older',
    first: 'Newest',
    gone: 'The mail as it came is no longer kept.',
    large: 'The mail as it came is too large to be saved from here.',
  },
} as const

const PER_PAGE = 50
/** As large as a mail can be that came in. */
const LARGEST_MAIL = 45 * 1024 * 1024

export function listeningRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { stores } = system
  const { company } = system.companyRules

  app.get('/listening', async (context) => {
    const frame = frameOf(system, context)
    const { locale } = frame
    const words = WORDS[locale]
    const { show: asked, before: place = '' } = context.req.query()
    const show = SHOWS.find((one) => one === asked) ?? 'all'
    const { heard, next, since } = await heardBefore(stores, {
      show,
      before: placeIn(place),
      today: todayOf(system),
      zone: company.zone,
      limit: PER_PAGE,
      keptDays: Math.max(company.retention.verbatims, company.retention.rawMails),
    })
    const campaigns = await knownCampaigns(system, locale)
    const names = await namesOf(system, heard)
    const rows = heard.map((each) => rowOf(each, { frame, campaigns, names }))
    const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      <section>
        <p class="tabs">${SHOWS.map(
          (one) =>
            html`<a href="${pathWith('/listening', { show: one === 'all' ? null : one })}"${one === show ? html` aria-current="page"` : ''}>${words.shows[one]}</a>`,
        )}</p>
        ${table({ locale, label: words.title, headings: words.columns, rows, empty: words.none(DAYS_PER_PAGE) })}
        <p class="pages">
          ${place === '' ? '' : html`<a href="${pathWith('/listening', { show: shownIn(show) })}">← ${words.first}</a>`}
          ${next === null ? '' : html`<a href="${pathWith('/listening', { show: shownIn(show), before: next })}">${words.next} →</a>`}
          <small>${words.since(shortDate(since, locale))}</small>
        </p>
      </section>`
    return context.html(roomPage({ frame, section: 'listening', title: words.title, body }))
  })

  app.get('/listening/mail', async (context) => {
    const frame = frameOf(system, context)
    const words = WORDS[frame.locale]
    const { customer = '', reply: replyId = '' } = context.req.query()
    const no = (title: string, status: 404 | 413) =>
      context.html(roomPage({ frame, section: 'listening', title, body: html`<h1>${title}</h1>` }), status)
    const reply = await stores.replies.get({ customerId: customer === '' ? null : customer, replyId })
    const mail = reply && (await stores.rawMails.read(reply.rawKey, LARGEST_MAIL))
    if (!mail) return no(words.gone, 404)
    if ('tooLarge' in mail) return no(words.large, 413)
    // Whatever is in it: plain text, to be saved, never to be shown.
    return context.body(new Uint8Array(mail.bytes), 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="mail-${replyId.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}.eml.txt"`,
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })
  return app
}

const shownIn = (show: Show) => (show === 'all' ? null : show)

async function namesOf({ stores }: StaffSystem, heard: readonly Heard[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(heard.flatMap((each) => customerOf(each) ?? []))
  const people = ids.size === 0 ? [] : await stores.customers.getMany([...ids])
  return new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
}

const customerOf = (heard: Heard): string | null => ('response' in heard ? heard.response.customerId : heard.reply.customerId)

interface Reading {
  readonly frame: Frame
  readonly campaigns: KnownCampaigns
  readonly names: ReadonlyMap<string, string>
}

function rowOf(heard: Heard, { frame, campaigns, names }: Reading) {
  const { locale, company } = frame
  const words = WORDS[locale]
  const customerId = customerOf(heard)
  const anchor = 'response' in heard ? 'answers' : 'replies'
  const who =
    customerId === null
      ? chip(words.nobody, 'warn')
      : html`<a href="${customerPath(customerId)}#${anchor}">${names.get(customerId) ?? customerId}</a><br><small>${customerId}</small>`
  const at = html`<span class="number days">${writtenInstant(heard.at, { zone: company.zone, locale })}</span>`
  if ('response' in heard) {
    const { what, said } = answerCell(heard.response, { locale, campaigns })
    return [at, who, what, said, occurrenceLink(heard.response.occurrenceId, { campaigns, locale })]
  }
  const { reply } = heard
  return [
    at,
    who,
    html`${replyChips(reply, locale)}${reasonsInWords(reply)}`,
    html`${reply.subject === '' ? '' : html`<b>${reply.subject}</b><br>`}${quoted(reply.reading.text, locale)}${attachmentsInWords(reply, locale)}`,
    html`${reply.occurrenceId === null ? '' : html`${occurrenceLink(reply.occurrenceId, { campaigns, locale })}<br>`}<a href="${rawMailPath(reply)}" download>${words.raw}</a>`,
  ]
}
