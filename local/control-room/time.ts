/** The buttons that move time. Each starts a move in the background and goes back to the page that shows how far it has come. */

import type { Context } from 'hono'
import { addDays, isLocalDate } from '#core/time/local-date.ts'
import { dayStart, instantAt, localTimeAt } from '#core/time/zone.ts'
import { todayOf } from '#functions/staff/room.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { LocalSystem } from '#local/local-system.ts'
import type { MoveStart } from '#local/time-moves.ts'

export function timeRoutes(system: LocalSystem): StaffApp {
  const app = staffApp()
  const { moves, clock, companyRules } = system
  const { zone } = companyRules.company
  if (!moves) return app
  const shown = (context: Context, start: MoveStart) => context.redirect(start === 'started' ? '/' : `/?refused=${start}`, 303)

  app.post('/time/next', (context) => shown(context, moves.toNextEvent()))
  app.post('/time/day', (context) => {
    const now = clock.now()
    return shown(context, moves.to(instantAt(addDays(todayOf(system), 1), localTimeAt(now, zone), zone)))
  })
  app.post('/time/to', async (context) => {
    const { date } = await context.req.parseBody()
    if (typeof date !== 'string' || !isLocalDate(date)) return context.redirect('/?refused=no-date', 303)
    return shown(context, moves.to(dayStart(date, zone)))
  })
  app.post('/time/stop', async (context) => {
    await moves.stop()
    return context.redirect('/', 303)
  })
  return app
}
