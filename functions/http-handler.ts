/**
 * An app behind an HTTP API, asked whatever a browser or a machine sends. The library refuses a request whole, with a plain "Invalid request", for a sign that its
 * own `Headers` cannot hold, and prints the value of that header, such as the cookie of a session. Such a sign is often not the visitor's: a browser sends
 * here also the cookies that other pages of the company's domain have set, with a name in Vietnamese for instance.
 */
import type { Hono } from 'hono'
import { handle, type LambdaEvent } from 'hono/aws-lambda'
import type { BlankSchema, Env } from 'hono/types'

export type HttpHandler = ReturnType<typeof handle>

export function httpHandler<E extends Env>(
  app: Hono<E, BlankSchema, '/'>,
  options?: { readonly isContentTypeBinary: (type: string) => boolean },
): HttpHandler {
  const answer = handle(app, options)
  return (event, context) => answer(readable(event), context)
}

function readable<Event extends LambdaEvent>(event: Event): Event {
  return { ...event, ...readableHeaders(event), ...readableCookies(event), ...(isRead(event) && { body: null }) }
}

/** None of ours holds any other sign; a cookie that does is somebody else's. */
const readableCookies = (event: LambdaEvent) =>
  'cookies' in event && Array.isArray(event.cookies)
    ? { cookies: event.cookies.filter((cookie) => /^[\t\x20-\x7e\x80-\xff]*$/.test(cookie)) }
    : {}

/** Signs beyond Latin-1 the library escapes itself. */
const readableHeaders = ({ headers }: LambdaEvent) =>
  headers && { headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => !/[\0\r\n]/.test(String(value)))) }

/** A body has no meaning there (RFC 9110, 9.3.1), and a `Request` with one is not made. */
const isRead = ({ requestContext }: LambdaEvent) =>
  'http' in requestContext && (requestContext.http.method === 'GET' || requestContext.http.method === 'HEAD')
