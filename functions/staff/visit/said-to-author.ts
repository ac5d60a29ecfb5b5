/**
 * What an act says on the page that it leads to, it says to the person who did it, for some minutes. The words stand in the page's address, which
 * anybody can write into a link; so the answer to a form also leaves a sealed cookie that names the address, and without it no page says that
 * something was done.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { sessionAsked } from '#functions/staff/visit/session.ts'

const SAID_COOKIE = 'care-said'
/** A page on which queues are watched reloads itself for five. */
const SAID_MINUTES = 6
/** The parameters that tell what was done; the numbers beside them say nothing alone. */
const SAYS = ['done', 'did', 'said', 'changed', 'back', 'unreadable'] as const
/** A page that is itself such a statement, and where to go instead. */
const PAGES_THAT_SAY: Readonly<Record<string, string>> = { '/erased': '/customers' }

export function saidToAuthor(system: StaffSystem): MiddlewareHandler<StaffEnv> {
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: system.url.startsWith('https:') } as const
  return async (context, next) => {
    await next()
    const { status, headers } = context.res
    if (context.req.method === 'POST') {
      const to = status === 303 ? headers.get('location') : null
      const sealed = to !== null && withoutSaying(to) !== null ? await sealedFor(system, context, to) : null
      if (sealed !== null) setCookie(context, SAID_COOKIE, sealed, { ...attributes, maxAge: SAID_MINUTES * 60 })
      return
    }
    const { pathname, search } = new URL(context.req.url)
    const quiet = withoutSaying(`${pathname}${search}`)
    if (status !== 200 || quiet === null) return
    if (!(await wasSealed(system, context, `${pathname}${search}`))) context.res = context.redirect(quiet, 303)
  }
}

/** The address with nothing said; null for one that says nothing. */
function withoutSaying(address: string): string | null {
  const url = new URL(address, 'http://here')
  const instead = PAGES_THAT_SAY[url.pathname]
  if (instead !== undefined) return instead
  const said = SAYS.filter((name) => url.searchParams.has(name))
  for (const name of said) url.searchParams.delete(name)
  return said.length === 0 ? null : `${url.pathname}${url.search}`
}

async function sealedFor(system: StaffSystem, context: Context<StaffEnv>, address: string): Promise<string | null> {
  const session = await sessionAsked(system, context)
  if ('refused' in session) return null
  const expiresAt = plusMs(system.realNow(), SAID_MINUTES * MINUTE_MS)
  return system.stores.seals.linkToken({ use: 'said', fields: [session.sessionId, written(address)], expiresAt })
}

async function wasSealed(system: StaffSystem, context: Context<StaffEnv>, address: string): Promise<boolean> {
  const token = getCookie(context, SAID_COOKIE)
  const session = await sessionAsked(system, context)
  if (token === undefined || 'refused' in session) return false
  const opened = await system.stores.seals.openLink(token, { use: 'said', now: system.realNow() })
  if (opened === undefined || opened === 'expired') return false
  const [sessionId, sealed] = opened.fields
  return sessionId === session.sessionId && sealed === written(address)
}

/** One way of writing an address: on its way through a browser and an API its escapes may change. */
function written(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here')
  return `${pathname}?${searchParams}`
}
