/** The button that puts dead letters back. */

import { redriveAll } from '#app/operating/redrive-all.ts'
import { guards } from '#functions/staff/guard.ts'
import { frameOf } from '#functions/staff/room.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { pathWith } from '#web/staff/paths.ts'

export function deadLetterRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, deadLetters, alone, drain, clock } = system
  app.post('/dead-letters/put-back', needs('redrive'), async (context) => {
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
