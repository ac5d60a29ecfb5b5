/**
 * The cookie of a signed-in person, and the question that each request asks with it: is the session still there, and is its person still on the
 * roster? The cookie holds a sealed session id, never a role.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Session } from '#app/ports/staff.ts'
import { visitorOf } from '#app/staff/visitor.ts'
import type { SignInMissing } from '#core/staff/turned-away.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { backAfterSignIn } from '#functions/staff/visit/own-path.ts'
import { turnAway } from '#functions/staff/visit/turn-away.ts'
import { signedOutPage } from '#web/staff/signed-out-page.ts'

/** Where the session of a visitor is looked up. */
export type SessionReading = Pick<StaffSystem, 'url' | 'realNow'> & {
  readonly stores: Pick<StaffStores, 'seals' | 'sessions' | 'roster'>
}

/** What stands in front of every page. */
export type VisitSystem = SessionReading & FrameSystem & Pick<StaffSystem, 'events' | 'pageFailed'>

const isSecure = (url: string) => url.startsWith('https:')
/** A browser takes the prefix only over https, and then from no other host and for no other path. */
export const sessionCookieName = (url: string): string => (isSecure(url) ? '__Host-care-session' : 'care-session')

const attributes = (url: string) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(url) }) as const

/** The value of the cookie; its expiry is sealed with it. */
export const sessionToken = (
  { seals }: Pick<StaffSystem['stores'], 'seals'>,
  { address, sessionId, expiresAt }: Session,
): string => seals.linkToken({ use: 'session', fields: [address, sessionId], expiresAt })

export function giveSession({ stores, url }: StaffSystem, context: Context, session: Session): void {
  setCookie(context, sessionCookieName(url), sessionToken(stores, session), attributes(url))
}

export const takeSession = ({ url }: Pick<StaffSystem, 'url'>, context: Context): void =>
  void deleteCookie(context, sessionCookieName(url), attributes(url))

type Asked = Pick<Session, 'address' | 'sessionId'> | { readonly refused: 'no-session' | 'not-ours' | 'session-expired' }

/** Whose session the cookie names; says nothing yet about whether it still holds. */
export async function sessionAsked(
  { stores, url, realNow }: Pick<SessionReading, 'url' | 'realNow'> & { readonly stores: Pick<StaffStores, 'seals'> },
  context: Context,
): Promise<Asked> {
  const token = getCookie(context, sessionCookieName(url))
  if (!token) return { refused: 'no-session' }
  const opened = await stores.seals.openLink(token, { use: 'session', now: realNow() })
  if (opened === 'expired') return { refused: 'session-expired' }
  const [address, sessionId] = opened?.fields ?? []
  return address && sessionId ? { address, sessionId } : { refused: 'not-ours' }
}

/** In front of every page: who asks, or why that is not known. */
export function findVisitor(system: VisitSystem): MiddlewareHandler<StaffEnv> {
  return async (context, next) => {
    const asked = await sessionAsked(system, context)
    const found = 'refused' in asked ? asked : await visitorOf(system.stores, { key: asked, realNow: system.realNow() })
    context.set('visitor', 'refused' in found ? null : found)
    context.set('notSignedIn', 'refused' in found ? found.refused : null)
    return next()
  }
}

/** In front of every page that needs a person. A page is led to the sign-in and comes back; a form is refused with nothing done, and what was typed in it is given back. */
export function onlySignedIn(system: VisitSystem): MiddlewareHandler<StaffEnv> {
  return async (context, next) => {
    const because = context.get('notSignedIn')
    return because === null ? next() : refuse(system, context, because)
  }
}

function refuse(system: VisitSystem, context: Context<StaffEnv>, because: SignInMissing) {
  const isForm = context.req.method !== 'GET' && context.req.method !== 'HEAD'
  if (because !== 'no-session' || isForm) system.events.staffRefused({ because })
  turnAway(context, because)
  if (because !== 'no-session') takeSession(system, context)
  const { pathname, search } = new URL(context.req.url)
  const back = isForm ? '/' : backAfterSignIn(`${pathname}${search}`)
  // A first visit goes straight to the issuer; after a session that ended the person is told so.
  if (because === 'no-session' && !isForm) return context.redirect(`/sign-in?back=${encodeURIComponent(back)}`, 303)
  return context.html(signedOutPage(frameOf(system, context), { because, back, isForm }), 401)
}
