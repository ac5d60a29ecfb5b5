/** The two parts of the report at the end of a team's day, from the same values. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { HOLDS_NAMES } from '#web/staff/mails/holds-names.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'
import { REPORT_MAIL_WORDS } from '#web/staff/mails/report-mail-words.ts'

export interface ReportBody {
  readonly locale: PageLocale
  readonly company: string
  readonly title: string
  readonly rows: readonly Row[]
  readonly sections: readonly Section[]
  readonly page: string | null
}

type Column = keyof (typeof REPORT_MAIL_WORDS)['vi']['columns']
type Row = { readonly name: string } & Readonly<Record<Exclude<Column, 'name'>, number>>

interface Section {
  readonly heading: string
  /** Whether a person must do something about it. */
  readonly isTrouble: boolean
  readonly lines: readonly {
    readonly customer: string
    readonly reason: string
    readonly beside: string
    readonly link: string | null
  }[]
  /** How many more there are than lines. */
  readonly more: number
}

const COUNTS = ['given', 'rung', 'reached', 'callBacks', 'left'] as const

export function reportHtml({ locale, company, title, rows, sections, page }: ReportBody): string {
  const { columns, table, allWell, open } = REPORT_MAIL_WORDS[locale]
  const body = html`<h2>${table}</h2>
<table class="counts" cellspacing="0" cellpadding="0">
<tr><th>${columns.name}</th>${COUNTS.map((column) => html`<th>${columns[column]}</th>`)}</tr>
${rows.map((row) => html`<tr><td>${row.name}</td>${COUNTS.map((column) => html`<td>${row[column]}</td>`)}</tr>\n`)}</table>
${sections.some(({ isTrouble }) => isTrouble) ? '' : html`<p>${allWell}</p>\n`}${sections.map((section) => sectionHtml(section, locale))}${page === null ? '' : html`<p><a class="open" href="${page}">${open}</a></p>\n`}<p class="quiet">${HOLDS_NAMES[locale]}</p>
`
  return mailFrame({ locale, company, title, body })
}

const sectionHtml = ({ heading, lines, more }: Section, locale: PageLocale): Html => html`<h2>${heading}</h2>
${lines.map(({ customer, reason, beside, link }) => html`<p>${link === null ? customer : html`<a href="${link}">${customer}</a>`} · ${reason} · ${beside}</p>\n`)}${more === 0 ? '' : html`<p class="quiet">${REPORT_MAIL_WORDS[locale].more(more)}</p>\n`}`

export function reportText({ locale, company, title, rows, sections, page }: ReportBody): string {
  const { columns, table, allWell, open, more: moreOf } = REPORT_MAIL_WORDS[locale]
  const told = rows.map((row) => `${row.name}: ${COUNTS.map((column) => `${columns[column]} ${row[column]}`).join(', ')}`)
  const paragraphs = [
    title,
    [table, ...told].join('\n'),
    ...(sections.some(({ isTrouble }) => isTrouble) ? [] : [allWell]),
    ...sections.map(({ heading, lines, more }) =>
      [
        heading,
        ...lines.flatMap(({ customer, reason, beside, link }) => [
          `- ${customer} · ${reason} · ${beside}`,
          ...(link === null ? [] : [`  ${link}`]),
        ]),
        ...(more === 0 ? [] : [moreOf(more)]),
      ].join('\n'),
    ),
    ...(page === null ? [] : [`${open}: ${page}`]),
    `-- \n${company}\n${HOLDS_NAMES[locale]}`,
  ]
  return `${paragraphs.join('\n\n')}\n`
}
