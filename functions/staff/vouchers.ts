/** The way to the till, which stands among the customers' pages. */

import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { pagePolicy } from '#functions/staff/visit/page-headers.ts'
import { vouchersPage } from '#web/staff/vouchers-page.ts'

export function voucherRoutes(system: FrameSystem & Pick<StaffSystem, 'events' | 'tillKey'>): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/vouchers', needs('see-figures'), (context) =>
    context.html(vouchersPage(frameOf(system, context), system.tillKey), 200, {
      'content-security-policy': pagePolicy({ formsTo: new URL(system.pages).origin }),
    }),
  )
  return app
}
