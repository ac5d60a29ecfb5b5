/** What each route asks of its visitor. A route without such a guard is found by a test that walks all of them. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Events } from '#app/events.ts'
import { mayDo, type Permission } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { turnAway } from '#functions/staff/visit/turn-away.ts'
import { refusedPage } from '#web/staff/refused-page.ts'

const ASKED = new WeakMap<object, Permission>()

/** The permission that a route's handler asks for; undefined for a handler that is no guard. */
export const permissionAsked = (handler: object): Permission | undefined => ASKED.get(handler)

/** A route that acts for a visitor stands where nobody has to be signed in: a mistake of the route. */
export class UnguardedRouteError extends Error {
  override readonly name = 'UnguardedRouteError'
}

/** Who asks, on a page behind a guard. */
export function visitorOn(context: Context<StaffEnv>): StaffMember {
  const visitor = context.get('visitor')
  if (!visitor)
    throw new UnguardedRouteError(`${context.req.method} ${context.req.routePath} has no sign-in guard in front of it`)
  return visitor
}

export const guards =
  (system: FrameSystem & { readonly events: Pick<Events, 'staffRefused'> }) =>
  (permission: Permission): MiddlewareHandler<StaffEnv> => {
    const guard: MiddlewareHandler<StaffEnv> = async (context, next) => {
      if (mayDo(visitorOn(context).role, permission)) return next()
      system.events.staffRefused({ because: `role: ${permission}` })
      turnAway(context, 'role', permission)
      return context.html(refusedPage(frameOf(system, context), permission), 403)
    }
    ASKED.set(guard, permission)
    return guard
  }
