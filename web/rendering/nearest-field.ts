/** The merge field a writer probably meant: what stands beside an unknown one in the checker's answer. */
import { MERGE_FIELDS } from '#web/rendering/merge-fields.ts'

/** The field with the fewest letters to change; the last word alone counts too, so `fullname` finds `customer.fullName`. */
export function nearestField(written: string): string | undefined {
  const wish = written.toLowerCase()
  const ranked = Object.keys(MERGE_FIELDS)
    .map((field) => ({ field, changes: Math.min(...spellings(field).map((spelling) => editDistance(wish, spelling))) }))
    .sort((a, b) => a.changes - b.changes)
  const [best] = ranked
  return best && best.changes <= Math.max(2, wish.length / 3) ? best.field : undefined
}

const spellings = (field: string) => [field.toLowerCase(), field.slice(field.indexOf('.') + 1).toLowerCase()]

/** Levenshtein's distance: letters inserted, dropped or changed. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
