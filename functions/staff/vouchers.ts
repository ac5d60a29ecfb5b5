/** The way to the till. */

import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { vouchersPage } from '#web/staff/vouchers-page.ts'

export function voucherRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/vouchers', needs('see-figures'), (context) => context.html(vouchersPage(frameOf(system, context), system.tillKey)))
  return app
}
