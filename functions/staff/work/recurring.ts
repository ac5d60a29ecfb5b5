/** The page of what recurs, as it was counted last, and the campaign that would tell customers, as a file. */
import type { CareFindings } from '#core/report/care-findings.ts'
import { noticeCampaign } from '#core/report/notice-campaign.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { NOTICE_PATH, RECURRING_PATH } from '#web/staff/paths.ts'
import { CASES_SHOWN, recurringPage } from '#web/staff/work/recurring-page.ts'

interface RecurringSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'findings' | 'work'>
}

export function recurringRoutes(system: RecurringSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system

  app.get(RECURRING_PATH, needs('see-work'), async (context) => {
    const findings = await stores.findings.latest()
    const items = await stores.work.getMany(findings ? shownOf(findings) : [])
    const cases = items.flatMap((item) => (item.kind === 'case' ? [item] : []))
    return context.html(recurringPage(frameOf(system, context), { findings, items: cases, companyRules }))
  })

  app.get(NOTICE_PATH, needs('see-work'), async (context) => {
    const { category, product = null } = context.req.query()
    const findings = await stores.findings.latest()
    const group = findings?.groups.find((one) => one.recurs && one.category === category && one.product === product)
    // It recurs no more since the page was shown: the page of now says what does.
    if (!group) return context.redirect(RECURRING_PATH, 303)
    const campaign = noticeCampaign(group, { today: todayOf(system), rules: companyRules })
    return context.body(`${JSON.stringify(campaign, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${campaign.id}.json"`,
    })
  })
  return app
}

const shownOf = ({ groups }: CareFindings): readonly string[] =>
  groups.flatMap(({ recurs, behind }) => (recurs ? behind.slice(0, CASES_SHOWN).map(({ workId }) => workId) : []))
