/** What keeps other web pages in the same browser away: nothing foreign is loaded. Whose forms are taken is in own-forms.ts. */
import type { MiddlewareHandler } from 'hono'

/** `formsTo`: another address that the page has a form for. `savesNotes`: our own script saves what is typed. */
export const pagePolicy = ({ formsTo, savesNotes }: { readonly formsTo?: string; readonly savesNotes?: boolean } = {}): string =>
  `default-src 'none'; ${savesNotes ? "script-src 'self'; connect-src 'self'; " : ''}style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'${formsTo ? ` ${formsTo}` : ''}; base-uri 'none'; frame-ancestors 'none'`

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
