/** Which forms are taken: those that our own pages sent, up to a length that none of ours has, and that can be read. Everything else changes nothing. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Events } from '#app/events.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { isOwnOrigin } from '#functions/staff/visit/own-origin.ts'
import { sessionAsked } from '#functions/staff/visit/session.ts'
import { turnAway } from '#functions/staff/visit/turn-away.ts'
import { type FormNotTaken, formNotTakenPage } from '#web/staff/form-not-taken-page.ts'

/** The longest of ours is a note of 2,000 characters, nine bytes each when percent-encoded. */
const LARGEST_FORM = 100_000
/**
 * Of a person with a session, so that a text that is far too long comes back to its author with the refusal: a note of 1 MB, percent-encoded. Twice as
 * long where HTML writes each sign with six bytes, the page that gives it back stays below the 6 MB that a function may answer; so does the form, in
 * base 64, below those that it may be sent.
 */
const LARGEST_OF_SIGNED_IN = 2_500_000

/**
 * Of a person with a session, where a form has a file: what is too large comes back to its author with the refusal and with what was typed. A function in AWS
 * gets no more than 6 MB; the rest is refused before it by the HTTP API.
 */
const LARGEST_WITH_FILE = 40_000_000
const WITH_FILE = /^\/(work\/[^/]+\/(file|department-told)|rehearsals)$/

type FormSystem = FrameSystem &
  Pick<StaffSystem, 'url' | 'realNow'> & {
    readonly events: Pick<Events, 'staffRefused'>
    readonly stores: Pick<StaffSystem['stores'], 'seals'>
  }

/** By what the browser says and no page can change: where the form stood. A browser too old to say it is refused. */
export function onlyOwnForms(system: FormSystem): MiddlewareHandler<StaffEnv> {
  return async (context, next) => {
    const { method } = context.req
    if (method === 'GET' || method === 'HEAD') return next()
    const isOwn = isOwnOrigin(context.req.header('origin') ?? '', system.url)
    const site = context.req.header('sec-fetch-site') ?? 'same-origin'
    return isOwn && site === 'same-origin' ? next() : refuse(system, context, 'form-from-elsewhere')
  }
}

export function onlyShortForms(system: FormSystem): MiddlewareHandler<StaffEnv> {
  const upTo = (maxSize: number) => bodyLimit({ maxSize, onError: (context) => refuse(system, context, 'form-too-long') })
  const limits = { short: upTo(LARGEST_FORM), long: upTo(LARGEST_OF_SIGNED_IN), file: upTo(LARGEST_WITH_FILE) }
  return async (context, next) => limits[await lengthOf(system, context)](context, next)
}

/** By the seal of the cookie: whether the session still holds is asked of who sends a form of any length. Other encodings grow more in HTML. */
async function lengthOf(system: FormSystem, context: Context<StaffEnv>): Promise<'short' | 'long' | 'file'> {
  const type = context.req.header('content-type') ?? ''
  const isWithFile = type.startsWith('multipart/form-data') && WITH_FILE.test(context.req.path)
  if (!isWithFile && !type.startsWith('application/x-www-form-urlencoded')) return 'short'
  if ('refused' in (await sessionAsked(system, context))) return 'short'
  return isWithFile ? 'file' : 'long'
}

/** Reads the form before any route does: what is read is kept with the request. */
export function onlyReadForms(system: FormSystem): MiddlewareHandler<StaffEnv> {
  return async (context, next) => {
    const isRead = await isForm(context).catch(() => false)
    return isRead ? next() : refuse(system, context, 'form-unreadable')
  }
}

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** A body of another type, such as JSON, is parsed as a form in which everything is empty: a page would refuse what nobody left out. */
async function isForm({ req }: Context<StaffEnv>): Promise<boolean> {
  const type = req.header('content-type') ?? ''
  if (!FORM_TYPES.some((one) => type.startsWith(one))) return (await req.text()) === ''
  await req.parseBody()
  return true
}

const STATUS = { 'form-from-elsewhere': 403, 'form-too-long': 413, 'form-unreadable': 400 } as const satisfies Record<
  FormNotTaken,
  number
>

function refuse(system: FormSystem, context: Context<StaffEnv>, because: FormNotTaken) {
  system.events.staffRefused({ because })
  turnAway(context, because)
  return context.html(formNotTakenPage(frameOf(system, context), because), STATUS[because])
}
