/**
 * A stop as stored in the queue. The API writes it by a template, without a function: the time, the link's token, and the form as received. Only the
 * form may be missing or hold blanks, so it comes last.
 */

const MARK = 'one-click'
/**
 * The answer of the API. RFC 8058 forbids redirecting a mail provider, and a customer's browser must show a page: browsers follow this header to the
 * page of the same link, providers do not know it.
 */
export const STOP_TAKEN_HEADERS = { refresh: '0; url=?posted=yes' } as const

export const postedStop = ({ at, token, form }: { readonly at: number; readonly token: string; readonly form: string }): string =>
  `${MARK} ${at} ${token} ${form}`

/** No other message of that queue begins so: notifications of mails are JSON. */
export const isPostedStop = (body: string): boolean => body.startsWith(`${MARK} `)

export interface PostedStop {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly token: string
  /** The body that a mail provider posts. Anything else posted to a link is no stop, because machines post as well. */
  readonly isOneClick: boolean
}

export class PostedStopError extends Error {
  override name = 'PostedStopError'
}

/** Throws PostedStopError on a message that the template cannot have written. */
export function readPostedStop(body: string): PostedStop {
  const [, at, token = '', form = ''] = /^one-click (\d{1,15}) (\S*)(?: ([\s\S]*))?$/.exec(body) ?? []
  if (at === undefined) throw new PostedStopError('a stop in the queue is not written as the API writes it')
  return { at: Number(at), token, isOneClick: isOneClick(plain(form)) }
}

/** Form or multipart: RFC 8058 allows both. */
const isOneClick = (form: string) =>
  new URLSearchParams(form).get('List-Unsubscribe') === 'One-Click' || /name="?List-Unsubscribe"?\s+One-Click/i.test(form)

/** The API passes a form on as it is or in base64. None of our forms reads as base64, because each has a dash or an equals sign in its middle. */
function plain(form: string): string {
  const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(form) ? Buffer.from(form, 'base64').toString() : ''
  return decoded.includes('=') ? decoded : form
}
