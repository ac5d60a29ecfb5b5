/** Yes and no in a column about consent. Anything else is refused: permission is never guessed. */
import type { Cell } from '#core/customer/table-row.ts'
import { foldedWords } from '#core/customer/written-text.ts'

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'co', 'dong y', 'granted'])
const NO = new Set(['no', 'n', 'false', '0', 'khong', 'khong dong y', 'tu choi', 'withdrawn'])

export function readYesNo(cell: string): Cell<boolean> {
  const word = foldedWords(cell)
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : { expected: 'có, không, yes or no; empty when the customer was never asked' }
}
