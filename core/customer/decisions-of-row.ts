/**
 * What a row says that its customer agreed to or refused. A word that is not understood here refuses the row: permission to write must not be
 * guessed.
 */
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { noDateNumber, readDate } from '#core/customer/date-cell.ts'
import type { Cell, RowReader } from '#core/customer/table-row.ts'
import { readAgreed, readRefused } from '#core/customer/yes-no.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** A customer's decision about a purpose; `on` is null when the table does not say when. */
export interface ConsentDecision {
  readonly purpose: 'care' | 'survey' | 'advertising'
  readonly decision: 'granted' | 'withdrawn'
  readonly on: LocalDate | null
}

type Reader = RowReader<CustomerColumn>

export function decisionsOf(reader: Reader, today: LocalDate): ConsentDecision[] {
  const { read, readOptional, isNumber } = reader
  const past =
    (column: CustomerColumn) =>
    (cell: string): Cell<LocalDate> => {
      const date = isNumber(column) ? noDateNumber(cell) : readDate(cell)
      return 'value' in date && date.value > today ? { expected: `a day up to ${today}` } : date
    }
  const on = readOptional('consent_date', past('consent_date')) ?? null
  const optOutOn = readOptional('opt_out_date', past('opt_out_date')) ?? null
  const decisions: ConsentDecision[] = []
  for (const purpose of ['advertising', 'survey', 'care'] as const) {
    const yes = read(`consent_${purpose}`, readAgreed)
    if (yes != null) decisions.push({ purpose, decision: yes ? 'granted' : 'withdrawn', on })
    if (yes === true && on === null) reader.remark(`consent_${purpose}`, 'agreed, but not when: counted from this import')
  }
  if (read('care_opt_out', readRefused) === true) decisions.push({ purpose: 'care', decision: 'withdrawn', on: optOutOn })
  return decisions
}
