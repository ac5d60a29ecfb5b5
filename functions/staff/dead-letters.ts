/** The button that puts dead letters back. */

import { Hono } from 'hono'
import { redriveAll } from '#app/operating/redrive-all.ts'
import { frameOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { pathWith } from '#web/staff/paths.ts'

export function deadLetterRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { stores, deadLetters, alone, drain, clock } = system
  app.post('/dead-letters/put-back', async (context) => {
    if (frameOf(system, context).busy) return context.redirect('/', 303)
    const { letters } = await alone(async () => {
      const done = await redriveAll({ ...stores, deadLetters }, clock.now())
      await drain()
      return done
    })
    const sum = (name: 'putBack' | 'unreadable') => letters.reduce((total, each) => total + each[name], 0)
    return context.redirect(pathWith('/', { back: sum('putBack'), unreadable: sum('unreadable') }), 303)
  })
  return app
}
