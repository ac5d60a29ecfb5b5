/** What keeps other machines' names away from the local system: its host must be this machine. And what a mail that it shows may do. */
import type { MiddlewareHandler } from 'hono'

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]'])

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
