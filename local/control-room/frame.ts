/** The frame of every page of the control room, and the few parts that all of them are made of. No script; nothing from anywhere else. */
import { html } from 'hono/html'
import type { Company } from '#core/campaign/company.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { writtenInstant } from '#local/control-room/written.ts'
import type { Move } from '#local/time-moves.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'

export interface Frame {
  readonly locale: PageLocale
  readonly company: Company
  readonly now: Instant
  /** The running move of time, if there is one. */
  readonly move: Move | null
  /** Where we are, to come back to. */
  readonly path: string
}

export type Section = 'today' | 'campaigns' | 'customers' | 'listening' | 'work' | 'mailbox' | 'vouchers'

const WORDS = {
  vi: {
    sections: {
      today: 'Hôm nay',
      campaigns: 'Chiến dịch',
      customers: 'Khách hàng',
      listening: 'Lắng nghe',
      work: 'Việc',
      mailbox: 'Hộp thư',
      vouchers: 'Phiếu quà',
    },
    room: 'Phòng điều khiển',
    other: 'English',
    moving: 'Thời gian đang chạy',
    nobody: 'Chưa có gì.',
    skip: 'Đến nội dung',
  },
  en: {
    sections: {
      today: 'Today',
      campaigns: 'Campaigns',
      customers: 'Customers',
      listening: 'Listening',
      work: 'Work',
      mailbox: 'Mailbox',
      vouchers: 'Vouchers',
    },
    room: 'Control room',
    other: 'Tiếng Việt',
    moving: 'Time is moving',
    nobody: 'Nothing yet.',
    skip: 'Skip to the content',
  },
} as const

const PATHS: Readonly<Record<Section, string>> = {
  today: '/',
  campaigns: '/campaigns',
  customers: '/customers',
  listening: '/listening',
  work: '/work',
  mailbox: '/mailbox',
  vouchers: '/vouchers',
}
const SECTIONS = ['today', 'campaigns', 'customers', 'listening', 'work', 'mailbox', 'vouchers'] as const

export function roomPage({
  frame,
  section,
  title,
  body,
  refreshSeconds = null,
}: {
  readonly frame: Frame
  readonly section: Section
  readonly title: string
  readonly body: Html
  readonly refreshSeconds?: number | null
}): Html {
  const { locale, company, now, move, path } = frame
  const words = WORDS[locale]
  const other = locale === 'vi' ? 'en' : 'vi'
  return html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${refreshSeconds === null ? '' : html`<meta http-equiv="refresh" content="${refreshSeconds}">`}
    <title>${title} · ${words.room} · ${company.name}</title>
    <link rel="icon" href="/control-room.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/control-room.css">
  </head>
  <body>
    <a class="jump" href="#content">${words.skip}</a>
    <header>
      <div class="top">
        <p class="brand"><a href="/"><img src="/control-room.svg" alt="" width="28" height="28"> <span>${company.name} <small>${words.room}</small></span></a></p>
        <p class="clock"><time datetime="${now}">${localTimeAt(now, company.zone)} · ${shortDate(localDateAt(now, company.zone), locale)}</time></p>
        <a class="language" hreflang="${other}" lang="${other}" href="${`/language/${other}?back=${encodeURIComponent(path)}`}">${words.other}</a>
      </div>
      <nav>${SECTIONS.map(
        (one) => html`<a href="${PATHS[one]}"${one === section ? html` aria-current="page"` : ''}>${words.sections[one]}</a>`,
      )}</nav>
    </header>
    ${
      move && section !== 'today'
        ? html`<p class="banner" role="status"><a href="/">${words.moving}: ${writtenInstant(move.at, { zone: company.zone, locale })}</a></p>`
        : ''
    }
    <main id="content">
      ${body}
    </main>
  </body>
</html>`
}

export type Cell = string | number | Html

/** On a phone every row becomes a card whose lines carry the headings. */
export function table({
  locale,
  label,
  headings,
  rows,
  empty,
}: {
  readonly locale: PageLocale
  readonly label: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly empty?: string
}): Html {
  if (rows.length === 0) return html`<p class="quiet">${empty ?? WORDS[locale].nobody}</p>`
  return html`<table aria-label="${label}">
        <thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
        <tbody>${rows.map(
          (cells) =>
            html`<tr>${cells.map((cell, at) => html`<td data-heading="${headings[at] ?? ''}"><span>${cell}</span></td>`)}</tr>`,
        )}</tbody>
      </table>`
}

export const chip = (text: string, tone: 'good' | 'warn' | 'quiet' | 'plain' = 'plain'): Html =>
  html`<span class="chip ${tone}">${text}</span>`

/** One button that does something. A disabled one says why, in a line of its own. */
export const actionButton = ({
  action,
  text,
  refused = null,
  quiet = false,
}: {
  readonly action: string
  readonly text: string
  readonly refused?: string | null
  readonly quiet?: boolean
}): Html =>
  html`<form method="post" action="${action}"><button${quiet ? html` class="quiet"` : ''}${refused === null ? '' : html` disabled`}>${text}</button>${refused === null ? '' : html`<small>${refused}</small>`}</form>`

/** `/x?a=1`, without the parameters that are empty. */
export function pathWith(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}
