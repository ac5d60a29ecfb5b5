/** The button that puts dead letters back, and what came of it. */

import { Hono } from 'hono'
import { html } from 'hono/html'
import { redriveAll } from '#app/operating/redrive-all.ts'
import { frameOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { pathWith } from '#web/staff/paths.ts'

const WORDS = {
  vi: {
    back: (count: string) => `${count} tin đã về lại hàng đợi và được xử lý lại.`,
    unreadable: (count: string) => `${count} tin không đọc được nên vẫn ở lại.`,
  },
  en: {
    back: (count: string) => `${count} messages are back in their queues and were dealt with again.`,
    unreadable: (count: string) => `${count} cannot be read and stay.`,
  },
} as const

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

export function saidPutBack({ back = '', unreadable = '' }: Record<string, string>, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  if (!/^\d+$/.test(back)) return ''
  const stay = /^[1-9]\d*$/.test(unreadable) ? ` ${words.unreadable(unreadable)}` : ''
  return html`<p class="said" role="status">${words.back(back)}${stay}</p>`
}
