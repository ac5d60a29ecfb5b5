/** Yes and no in a column about consent. Any other word is refused: neither permission nor its withdrawal is guessed. */
import type { Cell } from '#core/customer/table-row.ts'
import { foldedWords } from '#core/customer/written-text.ts'

const YES = ['yes', 'y', 'true', '1', 'x', 'v', 'co', 'roi', 'da', 'ok', 'oke', 'okay', 'on', 'checked']
const NO = ['no', 'n', 'false', '0', 'khong', 'ko', 'k', 'khong co', 'off', 'unchecked']
const AGREED = [
  ...[
    'dong y',
    'da dong y',
    'co dong y',
    'chap nhan',
    'cho phep',
    'nhan',
    'co nhan',
    'muon nhan',
    'dang ky',
    'da dang ky',
    'dang nhan',
  ],
  ...['granted', 'agreed', 'accepted', 'opt in', 'opted in', 'subscribed', 'consented'],
]
const REFUSED = [
  ...[
    'khong dong y',
    'tu choi',
    'da tu choi',
    'khong nhan',
    'khong muon nhan',
    'khong nhan nua',
    'huy',
    'da huy',
    'huy dang ky',
    'da huy dang ky',
  ],
  ...['ngung', 'da ngung', 'ngung nhan', 'da ngung nhan', 'thoi nhan', 'rut lai', 'da rut lai'],
  ...[
    'withdrawn',
    'refused',
    'declined',
    'opt out',
    'opted out',
    'unsubscribed',
    'unsubscribe',
    'revoked',
    'do not email',
    'never',
  ],
]
/** The customer was not asked yet, or the answer is not known. */
const NEVER_ASKED = [
  'chua',
  'chua hoi',
  'chua ro',
  'chua biet',
  'khong ro',
  'n a',
  'na',
  'unknown',
  'not asked',
  'null',
  'chua co',
  'chua dong y',
  'pending',
]

const agreed = meanings({ yes: [...YES, ...AGREED], no: [...NO, ...REFUSED], unsaid: NEVER_ASKED })
/** A column about refusal reverses the bare words, but never a word that names the decision itself. */
const refused = meanings({ yes: [...YES, ...REFUSED], no: [...NO, ...AGREED], unsaid: NEVER_ASKED })

/** Signs that say yes only by where they stand: a tick in a box, or what was typed for one. */
const BARE_MARK = /^(?:[xv1]|[✓✔☑✅]\uFE0F?)$/iu

/** Whether the customer agreed; null for never asked. A bare mark is taken for a yes and told: permission rests on it. */
export function readAgreed(cell: string): Cell<boolean | null> {
  const found = meaningIn(agreed, cell)
  const mark = cell.trim()
  return BARE_MARK.test(mark) && 'value' in found ? { ...found, note: `${mark} read as yes` } : found
}

/** Whether the customer refused, in a column that asks for that: `x` in `Không nhận thư`. */
export const readRefused = (cell: string): Cell<boolean | null> => meaningIn(refused, cell)

function meaningIn(words: ReadonlyMap<string, boolean | null>, cell: string): Cell<boolean | null> {
  if (/^[✓✔☑✅]\uFE0F?$/u.test(cell.trim())) return { value: true }
  if (/^[\s\p{Pd}_.…]*$/u.test(cell)) return { value: null }
  const word = foldedWords(cell)
  const value = words.get(word)
  return value === undefined ? { expected: 'có, không, yes or no; empty when the customer was never asked' } : { value }
}

function meanings({
  yes,
  no,
  unsaid,
}: Readonly<Record<'yes' | 'no' | 'unsaid', readonly string[]>>): ReadonlyMap<string, boolean | null> {
  const all = (words: readonly string[], value: boolean | null) => words.map((word) => [word, value] as const)
  return new Map([...all(yes, true), ...all(no, false), ...all(unsaid, null)])
}
