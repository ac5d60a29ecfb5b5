/** What keeps other web pages in the same browser away: the host must be this machine, a POST must come from our own pages, nothing foreign is loaded. */
import type { MiddlewareHandler } from 'hono'

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const ROOM_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  // Not no-referrer: with it a browser sends `Origin: null` with its own forms.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** The mail of a customer, which may hold anything: no script, no request, a world of its own. Links open beside it. */
export const MAIL_HEADERS = {
  'content-security-policy':
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** A name that somebody else's DNS points at this machine must not read our customers. */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const host = new URL(context.req.url).hostname
  return OWN_HOSTS.has(host) ? next() : context.text('This page is served to this machine only.', 403)
}

export const onlyOwnForms: MiddlewareHandler = async (context, next) => {
  const { method, url } = context.req
  if (method === 'GET' || method === 'HEAD') return next()
  const own = context.req.header('origin') === new URL(url).origin
  return own ? next() : context.text('This form was not sent from the control room.', 403)
}
