/** A table of the staff app. On a phone every row becomes a card. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const NOTHING_YET = bothLanguages({ vi: 'Chưa có gì.', en: 'Nothing yet.' })

export type Cell = string | number | Html

/** On a phone every row becomes a card whose lines repeat the headings. */
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
  if (rows.length === 0) return html`<p class="quiet">${empty ?? NOTHING_YET[locale]}</p>`
  return html`<table aria-label="${label}">
        <thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
        <tbody>${rows.map(
          (cells) =>
            html`<tr>${cells.map((cell, at) => html`<td data-heading="${headings[at] ?? ''}"><span>${cell}</span></td>`)}</tr>`,
        )}</tbody>
      </table>`
}
