/** What keeps other web pages in the same browser away: nothing foreign is loaded. Whose forms are taken is in own-forms.ts. */
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/**
 * `formsTo`: another address that the page has a form for. `savesNotes`: our own script saves what is typed. `ownStyle`: the text of a style that stands in the page,
 * which is a file of its own once it is saved; no other style is taken.
 */
export const pagePolicy = ({
  formsTo,
  savesNotes,
  ownStyle,
}: {
  readonly formsTo?: string
  readonly savesNotes?: boolean
  readonly ownStyle?: string
} = {}): string =>
  `default-src 'none'; ${savesNotes ? "script-src 'self'; connect-src 'self'; " : ''}style-src ${ownStyle === undefined ? "'self'" : `'sha256-${sha256(ownStyle)}'`}; img-src 'self'; frame-src 'self'; form-action 'self'${formsTo ? ` ${formsTo}` : ''}; base-uri 'none'; frame-ancestors 'none'`

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')

const HEADERS = {
  'content-security-policy': pagePolicy(),
  // Not no-referrer: with it a browser sends `Origin: null` with its own forms.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** A page that sets one of them itself keeps its own. */
export const pageHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) if (!context.res.headers.has(name)) context.header(name, value)
}
