/**
 * The mailbox's own "unsubscribe" button (RFC 8058): a post of the mail provider with this body, without a cookie, from anywhere, which a page's
 * form never sends. It needs no page, no wait and no second press.
 */
export const isOneClick = (form: Readonly<Record<string, unknown>>): boolean => form['List-Unsubscribe'] === 'One-Click'
