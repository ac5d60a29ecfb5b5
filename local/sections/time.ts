/** The clock of the local system: its page, and the buttons that move time. Each starts a move in the background and goes back to the page, which shows how far it has come. */

import type { Context } from 'hono'
import { ClockTimeSchema } from '#core/campaign/campaign-definition.ts'
import { addDays, addMonths, isLocalDate } from '#core/time/local-date.ts'
import { dayStart, instantAt, localTimeAt } from '#core/time/zone.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import type { LocalSystem } from '#local/local-system.ts'
import { CLOCK_PATH, clockPage } from '#local/sections/clock-page.ts'
import { namesOfMails } from '#local/sections/mail-rows.ts'
import type { MoveStart } from '#local/time-moves.ts'
import { pathWith } from '#web/staff/paths.ts'

const MAILS_SHOWN = 6

export function timeRoutes(system: LocalSystem): StaffApp {
  const app = staffApp()
  const { moves, clock, companyRules, eventLog, stack } = system
  const { zone } = companyRules.company
  app.get(CLOCK_PATH, async (context) => {
    const frame = frameOf(system, context)
    const { messages } = stack.mailbox.list({ limit: MAILS_SHOWN })
    const page = clockPage(frame, {
      today: todayOf(system),
      moves,
      refused: context.req.query('refused') ?? null,
      campaigns: await knownCampaigns(system, frame.locale),
      alarms: eventLog.latest({ kind: 'alarm', limit: 10 }),
      happened: eventLog.latest({ kind: 'event', limit: 12 }),
      messages,
      names: await namesOfMails(stack.stores.customers, messages),
      mails: stack.mailbox.count(),
    })
    return context.html(page)
  })
  if (!moves) return app
  const shown = (context: Context, start: MoveStart) =>
    context.redirect(pathWith(CLOCK_PATH, { refused: start === 'started' ? null : start }), 303)

  app.post('/time/next', (context) => shown(context, moves.toNextEvent()))
  app.post('/time/day', (context) => {
    const now = clock.now()
    return shown(context, moves.to(instantAt(addDays(todayOf(system), 1), localTimeAt(now, zone), zone)))
  })
  app.post('/time/year', (context) => shown(context, moves.to(dayStart(addMonths(todayOf(system), 12), zone))))
  app.post('/time/to', async (context) => {
    const { date, time = '' } = await context.req.parseBody()
    if (typeof date !== 'string' || !isLocalDate(date)) return context.redirect(pathWith(CLOCK_PATH, { refused: 'no-date' }), 303)
    if (time === '') return shown(context, moves.to(dayStart(date, zone)))
    const clockTime = ClockTimeSchema.safeParse(time)
    if (!clockTime.success) return context.redirect(pathWith(CLOCK_PATH, { refused: 'no-time' }), 303)
    return shown(context, moves.to(instantAt(date, clockTime.data, zone)))
  })
  app.post('/time/stop', async (context) => {
    await moves.stop()
    return context.redirect(CLOCK_PATH, 303)
  })
  return app
}
