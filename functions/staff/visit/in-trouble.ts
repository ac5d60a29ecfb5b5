/** What a visitor gets when a page fails: a page that says so, with a reference that stands in the log beside the cause. */
import { randomBytes } from 'node:crypto'
import type { Context, ErrorHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { SecretUnreadError } from '#app/ports/secrets.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { troublePage } from '#web/staff/trouble-page.ts'

/** A secret that could not be read is read again no sooner (adapters/kept-value.ts). */
const KEYS_AGAIN_SECONDS = 60

export const inTrouble =
  (system: FrameSystem & Pick<StaffSystem, 'pageFailed'>): ErrorHandler<StaffEnv> =>
  (error, context: Context<StaffEnv>) => {
    const reference = randomBytes(5).toString('hex')
    system.pageFailed(error, { reference, route: `${context.req.method} ${patternOf(context)}` })
    if (error instanceof SecretUnreadError) context.header('retry-after', String(KEYS_AGAIN_SECONDS))
    return context.html(troublePage(frameOf(system, context), { reference }), error instanceof SecretUnreadError ? 503 : 500)
  }

/** The pattern of the page, also where what stands in front of it failed. */
const patternOf = (context: Context<StaffEnv>): string =>
  matchedRoutes(context)
    .map(({ path }) => path)
    .findLast((path) => !path.endsWith('*')) ?? '*'
