/**
 * Signing in and out. The browser carries, sealed, what it must bring back from the issuer, so an answer that another browser began is worth nothing
 * here.
 */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { IssuerAwayError } from '#app/ports/staff.ts'
import { signIn } from '#app/staff/sign-in.ts'
import { visitorOf } from '#app/staff/visitor.ts'
import type { SignInMissing } from '#core/staff/turned-away.ts'
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { audit } from '#functions/staff/acts/audit.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { backAfterSignIn, ownPath } from '#functions/staff/visit/own-path.ts'
import { giveSession, sessionAsked, takeSession } from '#functions/staff/visit/session.ts'
import { turnAway } from '#functions/staff/visit/turn-away.ts'
import { signedOutPage } from '#web/staff/signed-out-page.ts'

const SIGN_IN = '/sign-in'
const CALLBACK = `${SIGN_IN}/back`
/** Each tab that signs in has a cookie of its own, named by a part of its `state`. */
const BEGUN_COOKIES = 'care-sign-in-'
const begunCookie = (state: string) => `${BEGUN_COOKIES}${state.replace(/[^\w-]/g, '').slice(0, 12)}`
/** Four cookies with the longest `back` stay below the 10,240 bytes that an HTTP API takes as headers. */
const MOST_BEGUN = 4
/** How long a person may take at the issuer. */
const BEGUN_MINUTES = 15

export function signInRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const { stores, url, realNow, issuer } = system
  const callback = `${url}${CALLBACK}`
  const cookie = { path: SIGN_IN, httpOnly: true, sameSite: 'Lax', secure: url.startsWith('https:') } as const

  const refuse = (context: Context<StaffEnv>, because: SignInMissing, back = '/') => {
    system.events.staffRefused({ because })
    turnAway(context, because)
    const status = because === 'issuer-away' ? 503 : context.get('visitor') ? 400 : 401
    return context.html(signedOutPage(frameOf(system, context), { because, back }), status)
  }

  app.get(SIGN_IN, async (context) => {
    const back = backAfterSignIn(ownPath(context.req.query('back') ?? '/', context.req.url))
    try {
      const { goTo, state, nonce, verifier } = await issuer.begin({ callback })
      const expiresAt = plusMs(realNow(), BEGUN_MINUTES * MINUTE_MS)
      const token = stores.seals.linkToken({ use: 'sign-in', fields: [state, nonce, verifier, back], expiresAt })
      // A browser sends the oldest first.
      const begun = Object.keys(getCookie(context)).filter((name) => name.startsWith(BEGUN_COOKIES))
      for (const name of begun.slice(0, 1 - MOST_BEGUN)) deleteCookie(context, name, cookie)
      setCookie(context, begunCookie(state), token, { ...cookie, maxAge: BEGUN_MINUTES * 60 })
      return context.redirect(goTo.href, 303)
    } catch (error) {
      if (error instanceof IssuerAwayError) return refuse(context, 'issuer-away', back)
      throw error
    }
  })

  app.get(CALLBACK, async (context) => {
    const name = begunCookie(context.req.query('state') ?? '')
    const token = getCookie(context, name)
    if (token !== undefined) deleteCookie(context, name, cookie)
    const opened = token === undefined ? undefined : await stores.seals.openLink(token, { use: 'sign-in', now: realNow() })
    if (opened === 'expired') return refuse(context, 'answer-late')
    const [state, nonce, verifier, back] = opened?.fields ?? []
    if (!state || !nonce || !verifier || back === undefined) return refuse(context, 'answer-not-ours')
    try {
      // The address as the issuer knows it: behind a proxy the request's own may differ.
      const answered = new URL(`${callback}${new URL(context.req.url).search}`)
      const said = await issuer.finish({ url: answered, begun: { state, nonce, verifier } })
      if ('refused' in said) return refuse(context, said.refused, back)
      const sessionId = randomBytes(32).toString('base64url')
      const signed = await signIn(stores, { identity: said.identity, sessionId, realNow: realNow() })
      if ('refused' in signed) return refuse(context, signed.refused, back)
      await audit(system, { act: 'sign-in', on: null, by: signed.member }, async () =>
        giveSession(system, context, signed.session),
      )
      return context.redirect(back, 303)
    } catch (error) {
      if (error instanceof IssuerAwayError) return refuse(context, 'issuer-away', back)
      throw error
    }
  })

  app.post('/sign-out', async (context) => {
    const asked = await sessionAsked(system, context)
    takeSession(system, context)
    if (!('refused' in asked)) {
      const member = await visitorOf(stores, { key: asked, realNow: realNow() })
      const end = () => stores.sessions.end(asked)
      await ('refused' in member ? end() : audit(system, { act: 'sign-out', on: null, by: member }, end))
    }
    return context.redirect('/signed-out', 303)
  })

  app.get('/signed-out', (context) => context.html(signedOutPage(frameOf(system, context), { because: 'signed-out', back: '/' })))
  return app
}
