/** The way to the till. */
import { Hono } from 'hono'
import { frameOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { vouchersPage } from '#web/staff/vouchers-page.ts'

export function voucherRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  app.get('/vouchers', (context) => context.html(vouchersPage(frameOf(system, context), system.tillKey)))
  return app
}
