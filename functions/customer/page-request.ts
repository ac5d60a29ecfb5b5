/** What the customers' pages read from a request, and what every one of them needs to answer. */
import type { Context, Hono } from 'hono'
import * as z from 'zod'
import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { type DeadLink, deadLinkPage } from '#web/customer/link-notices.ts'
import { type PageFrame, type PageLocale, pageLocale } from '#web/customer/page.ts'
import type { StopAddress } from '#web/customer/unsubscribe.ts'
import { salutationOf } from '#web/rendering/salutation.ts'

/** A group of pages adds itself to the app. */
export interface PagesOf<Ports> {
  readonly app: Hono
  readonly ports: Ports
  readonly clock: () => Instant
  /** What tells how long a form was looked at: another than `clock` only where that stands still. */
  readonly formClock: () => Instant
}

/** A body that is no form says nothing. Several values of one name are a list when `all` is asked for. */
export const formOf = (context: Context, options: { readonly all?: boolean } = {}): Promise<Readonly<Record<string, unknown>>> =>
  context.req.parseBody(options).catch(() => ({}))

export const askedLocale = (context: Context, company: Company): PageLocale =>
  pageLocale(context.req.header('accept-language') ?? '', company.locale)

/** The frame for a known customer: their language, whatever the browser speaks, and their form of address. */
export function frameFor(customer: Customer, company: Company): PageFrame & { readonly address: StopAddress } {
  const locale = pageLocale(customer.locale, company.locale)
  return { company, locale, address: { company: company.name, ...salutationOf({ customer, locale }), locale } }
}

const DEAD_STATUS = { broken: 404, expired: 410, gone: 410 } as const satisfies Record<DeadLink, number>

/** We do not know who asks: the page speaks the browser's language. */
export const deadLink = (context: Context, company: Company, link: DeadLink) =>
  context.html(deadLinkPage({ company, locale: askedLocale(context, company), link }), DEAD_STATUS[link])

const LambdaCall = z.object({ event: z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }) })
const NodeCall = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) })

/**
 * The address that the request came from, as the HTTP API or the socket saw it; null where neither says. Never a header: anybody can
 * write those.
 */
export function visitorAddress({ env }: Context): string | null {
  const lambda = LambdaCall.safeParse(env)
  if (lambda.success) return lambda.data.event.requestContext.http.sourceIp
  const node = NodeCall.safeParse(env)
  return node.success ? node.data.incoming.socket.remoteAddress : null
}
