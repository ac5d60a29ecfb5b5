/** The merge field that a writer probably meant, shown beside an unknown one. */
import { editDistance } from '#core/campaign/nearest-word.ts'
import { MERGE_FIELDS } from '#web/rendering/merge-fields.ts'

/** The field with the fewest letters to change. The last word alone also counts, so `fullname` finds `customer.fullName`. */
export function nearestField(written: string): string | undefined {
  const wish = written.toLowerCase()
  const ranked = Object.keys(MERGE_FIELDS)
    .map((field) => ({ field, changes: Math.min(...spellings(field).map((spelling) => editDistance(wish, spelling))) }))
    .sort((a, b) => a.changes - b.changes)
  const [best] = ranked
  return best && best.changes <= Math.max(2, wish.length / 3) ? best.field : undefined
}

const spellings = (field: string) => [field.toLowerCase(), field.slice(field.indexOf('.') + 1).toLowerCase()]
