/** A table of the report on a page; a cell may be given another look, such as a link. */

import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import type { ReportTable } from '#web/staff/report/report-table.ts'
import { writtenCell } from '#web/staff/report/table-cell.ts'
import { type Cell, table } from '#web/staff/table.ts'

export function tableOf(
  { title, headings, rows }: ReportTable,
  {
    locale,
    empty,
    first,
  }: {
    readonly locale: PageLocale
    readonly empty: string
    /** The first cell of a row, by its place. */
    readonly first?: (text: string, row: number) => Cell
  },
): Html {
  const cells = rows.map((row, at) =>
    row.map((cell, column) => {
      const written = writtenCell(cell)
      if (column === 0) return first ? first(written, at) : written
      return typeof cell === 'string' ? written : html`<span class="number">${written}</span>`
    }),
  )
  return table({ locale, label: title, headings, rows: cells, empty })
}
