/** What a table of the report is, and how its numbers are written. */
import type { Money } from '#core/budget/money.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { wholeUnits, writtenMoney } from '#web/rendering/written-value.ts'
import type { NumberCell, TableCell } from '#web/staff/report/table-cell.ts'
import { writtenCount } from '#web/words/written.ts'

export interface ReportTable {
  readonly name: string
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

export const count = (number: number, locale: PageLocale): NumberCell => ({
  written: writtenCount(number, locale),
  plain: number,
})

/** Of two currencies there is no number that a spreadsheet may add. */
export function moneyCell(amounts: readonly Money[], locale: PageLocale): TableCell {
  const [first, ...others] = amounts
  if (!first) return ''
  const written = amounts.map((amount) => writtenMoney(amount, locale)).join(' + ')
  return others.length > 0 ? written : { written, plain: wholeUnits(first) }
}
