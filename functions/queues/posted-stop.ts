/**
 * A stop as it lies in the queue. The API writes it by a template, without a function: when it was asked, the token of the link, and the
 * form as it came. Only the form may be missing or hold blanks, so it comes last.
 */

const MARK = 'one-click'
/**
 * The answer of the API. RFC 8058 forbids to redirect a mail provider, and a person's browser must show words: browsers follow this header to
 * the page of the same link, providers do not know it.
 */
export const STOP_TAKEN_HEADERS = { refresh: '0; url=?posted=yes' } as const

export const postedStop = ({ at, token, form }: { readonly at: number; readonly token: string; readonly form: string }): string =>
  `${MARK} ${at} ${token} ${form}`

/** Nothing else in that queue begins so: news of mails is JSON. */
export const isPostedStop = (body: string): boolean => body.startsWith(`${MARK} `)

export interface PostedStop {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly token: string
  /** What a mail provider posts; anything else posted to a link is no stop, because machines post as well. */
  readonly isOneClick: boolean
}

export class PostedStopError extends Error {
  override name = 'PostedStopError'
}

/** Throws PostedStopError at what the template cannot have written. */
export function readPostedStop(body: string): PostedStop {
  const [, at, token = '', form = ''] = /^one-click (\d{1,15}) (\S*)(?: ([\s\S]*))?$/.exec(body) ?? []
  if (at === undefined) throw new PostedStopError('a stop in the queue is not written as the API writes it')
  return { at: Number(at), token, isOneClick: isOneClick(plain(form)) }
}

/** As a form or as multipart, both of which RFC 8058 allows. */
const isOneClick = (form: string) =>
  new URLSearchParams(form).get('List-Unsubscribe') === 'One-Click' || /name="?List-Unsubscribe"?\s+One-Click/i.test(form)

/** APIs hand on a form as it is or in base64: no form of ours reads as base64, because it has a dash or an equals sign in its midst. */
function plain(form: string): string {
  const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(form) ? Buffer.from(form, 'base64').toString() : ''
  return decoded.includes('=') ? decoded : form
}
