/** What a mail that a page shows in a frame may do. */

/** A mail, which may hold anything: no script, no request, a world of its own. Links open beside it. */
export const MAIL_HEADERS = {
  'content-security-policy':
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** A link opened inside the frame would show a customer's page in a mail. */
export const withLinksBeside = (mail: string): string =>
  /<head[^>]*>/i.test(mail) ? mail.replace(/<head[^>]*>/i, '$&<base target="_blank">') : `<base target="_blank">${mail}`
