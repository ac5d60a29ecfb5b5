/**
 * postal-mime (4.0.0) unfolds flowed text without regard to quotes: `> From 0 to 10? ` and the answer below it become one quoted line. So the
 * parameter is hidden from it before it parses, and core/reply/flowed-text.ts unfolds the result.
 */

export interface Flowed {
  readonly delSp: boolean
}

/** The text is among the first parts; attachments come after it. */
const LOOKED_THROUGH = 512 * 1024
/** A header field with its folded lines. */
const CONTENT_TYPE = /^content-type[ \t]{0,5}:[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,20}/gim
const FORMAT = /(?<=[;\s])format(?=[ \t]{0,5}=[ \t]{0,5}"?flowed\b)/i
const DEL_SP = /(?<=[;\s])delsp[ \t]{0,5}=[ \t]{0,5}"?yes\b/i

/** The mail with no part marked as flowed, with the same length in bytes; and how it was flowed, or null. */
export function notFlowed(mail: Uint8Array): { readonly bytes: Uint8Array; readonly flowed: Flowed | null } {
  const head = new TextDecoder('latin1').decode(mail.subarray(0, LOOKED_THROUGH))
  if (!/flowed/i.test(head)) return { bytes: mail, flowed: null }
  const at: number[] = []
  let delSp = false
  for (const { 0: field, index } of head.matchAll(CONTENT_TYPE)) {
    const format = FORMAT.exec(field)
    if (!format) continue
    at.push(index + format.index)
    delSp ||= DEL_SP.test(field)
  }
  if (at.length === 0) return { bytes: mail, flowed: null }
  // A Buffer's slice would share the same memory.
  const bytes = new Uint8Array(mail)
  for (const index of at) bytes[index] = 'x'.charCodeAt(0)
  return { bytes, flowed: { delSp } }
}
