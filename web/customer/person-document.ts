/**
 * All data held about a person as one standalone page: no other file, no script, ready to print. Written piece by piece, so that it may be larger
 * than memory.
 */
import { html, raw } from 'hono/html'
import type { Html, PageFrame } from '#web/customer/page.ts'
import { PAGE_CSS } from '#web/customer/page-style.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export interface DocumentSection {
  readonly title: string
  readonly headings: readonly string[]
  /** Page by page. */
  readonly rows: () => AsyncIterable<readonly (readonly string[])[]>
}

const WORDS = bothLanguages({
  vi: {
    title: 'Dữ liệu cá nhân',
    lead: (name: string, company: string, at: string) => `Toàn bộ dữ liệu mà ${company} lưu giữ về ${name}, tính đến ${at}.`,
    none: 'Không có.',
    more: 'Tệp JSON đi kèm chứa cùng những dữ liệu này ở dạng máy đọc được.',
    mails: 'Thư gốc nằm trong thư mục "replies".',
  },
  en: {
    title: 'Personal data',
    lead: (name: string, company: string, at: string) => `All data that ${company} holds about ${name}, as of ${at}.`,
    none: 'None.',
    more: 'The JSON file beside this page holds the same in a form for machines.',
    mails: 'Original mails are in the folder "replies".',
  },
})

const DOCUMENT_CSS = `${PAGE_CSS}
main, footer { max-width: 60rem }
.wide { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .9rem }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word }
/* Only what no column has room for is broken anywhere: an address, an id. A date never is. */
.long { overflow-wrap: anywhere }
thead th { color: var(--quiet); font-weight: 600 }
td { white-space: pre-line }
td:empty::after { content: "–"; color: var(--quiet) }
@media (min-width: 48.01rem), print { .fields td:first-child { width: 14rem; color: var(--quiet) } }
/* On a narrow screen every row stands by itself, each value under its name, and what is empty is left out. */
@media screen and (max-width: 48rem) {
  table, tbody, tr, td { display: block }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line) }
  td { padding: .15rem 0; border: 0 }
  td:empty { display: none }
  td::before { content: attr(data-name); display: block; color: var(--quiet); font-size: .8rem; line-height: 1.4 }
  .fields td { padding: 0 } .fields td::before { content: none } .fields td:first-child { color: var(--quiet); font-size: .8rem }
}
@media print { main { border: 0 } tr { break-inside: avoid } }
`

type DocumentFrame = PageFrame & {
  readonly name: string
  readonly at: string
  /** How many original mails lie beside the page. */
  readonly mails: number
}

export async function* personDocument({
  sections,
  ...frame
}: DocumentFrame & { readonly sections: readonly DocumentSection[] }): AsyncGenerator<string, void> {
  const words = WORDS[frame.locale]
  yield opening(frame)
  for (const section of sections) yield* sectionOf(section, words.none)
  const { legalName, phone, email } = frame.company
  yield `${await html`<p>${words.more}${frame.mails > 0 ? ` ${words.mails}` : ''}</p>
    </main>
    <footer><span>${legalName}</span> <span>${phone}</span> <span>${email}</span></footer>`}
  </body>
</html>`
}

function opening({ company, locale, name, at }: DocumentFrame): string {
  const words = WORDS[locale]
  return String(html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.title}: ${name}</title>
    <style>${raw(DOCUMENT_CSS)}</style>
  </head>
  <body>
    <main>
      <p class="brand">${company.name}</p>
      <h1>${words.title}</h1>
      <p>${words.lead(name, company.legalName, at)}</p>
`)
}

async function* sectionOf({ title, headings, rows }: DocumentSection, none: string): AsyncGenerator<string, void> {
  yield String(html`<h2>${title}</h2>`)
  let isEmpty = true
  for await (const page of rows()) {
    if (page.length === 0) continue
    if (isEmpty)
      yield `${html`<div class="wide"><table${headings.length === 2 ? html` class="fields"` : ''}>
        <thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>`}
        <tbody>`
    isEmpty = false
    for (const row of page) yield String(rowOf(row, headings))
  }
  yield isEmpty ? String(html`<p>${none}</p>`) : '</tbody></table></div>\n'
}

const rowOf = (row: readonly string[], headings: readonly string[]): Html =>
  html`<tr>${row.map((cell, place) => html`<td${LONG_WORD.test(cell) ? html` class="long"` : ''} data-name="${headings[place] ?? ''}">${cell}</td>`)}</tr>`

/** Longer than any word of a language that these pages are read in. */
const LONG_WORD = /\S{25}/
