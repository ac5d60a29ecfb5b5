/** A request that is turned away: an event for the operator, and a line in the log that leads, heads and operators read. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Events } from '#app/events.ts'
import type { Permission } from '#core/staff/role.ts'
import type { TurnedAway } from '#core/staff/turned-away.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'

type Reason = TurnedAway['because']

/** For the middleware that stands in front of everything, which writes the line. */
export function turnAway(context: Context<StaffEnv>, because: Reason, permission: Permission | null = null): void {
  context.set('turnedAway', { because, permission })
}

export interface TurnedAwaySystem extends Pick<StaffSystem, 'clock'> {
  readonly stores: Pick<StaffSystem['stores'], 'auditLog'>
  readonly events: Pick<Events, 'staffTurnedAwayUncounted'>
}

/** A log that cannot be written changes nothing about the answer, which has refused already. */
export function logTurnedAway({ stores, clock, events }: TurnedAwaySystem): MiddlewareHandler<StaffEnv> {
  return async (context, next) => {
    await next()
    const turned = context.get('turnedAway')
    if (turned === undefined) return
    const visitor = context.get('visitor')
    const who = visitor ? { by: visitor.address, byName: visitor.name } : { by: null }
    await stores.auditLog.countTurnedAway({ ...turned, at: clock.now(), ...who }).catch((error: unknown) =>
      events.staffTurnedAwayUncounted({
        because: turned.because,
        error: error instanceof Error ? error.name : String(error),
      }),
    )
  }
}
