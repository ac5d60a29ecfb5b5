/** What keeps other web pages in the same browser away: nothing foreign is loaded, and a form must come from our own pages. */
import type { MiddlewareHandler } from 'hono'

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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

export const onlyOwnForms: MiddlewareHandler = async (context, next) => {
  const { method, url } = context.req
  if (method === 'GET' || method === 'HEAD') return next()
  const own = context.req.header('origin') === new URL(url).origin
  return own ? next() : context.text('This form was not sent from this app.', 403)
}
