/**
 * What an occasion is about, where it is about one thing: an order, a call, a case, an invitation. Its day may be corrected later, which changes
 * the day in the key. The subject stays the same, so that no order, call, case or invitation is taken up twice.
 */

/** The campaign in `campaign:key`. */
export const campaignOfKey = (occasionKey: string): string => occasionKey.slice(0, Math.max(0, occasionKey.indexOf(':')))

/**
 * `p#HD-1` for an order, `w#low-score_…` for a call or a case, the occurrence for an invitation; undefined for a calendar day or a date of the
 * customer's own.
 */
export function subjectOf(occasionKey: string): string | undefined {
  const key = occasionKey.slice(occasionKey.indexOf(':') + 1)
  if (/^[pw]\d{4}-\d{2}-\d{2}#./.test(key)) return `${key.slice(0, 1)}${key.slice(11)}`
  return /^[a-z][a-z0-9-]*_\d{4}-\d{2}-\d{2}$/.test(key) ? key : undefined
}

/** The id of the order that an occasion is about; undefined when it is about none. */
export function orderOf(occasionKey: string): string | undefined {
  const subject = subjectOf(occasionKey)
  return subject?.startsWith('p#') ? subject.slice(2) : undefined
}
