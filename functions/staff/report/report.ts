/** The head's report, one figure of it, and reports as they were handed in. */
import { newestWords } from '#app/reporting/newest-words.ts'
import { BUYER_GROUPS, isOfPurchases } from '#core/kpi/buyers-behind.ts'
import { lastDayOfData } from '#core/kpi/counting/looking.ts'
import { segmentKey } from '#core/kpi/segment.ts'
import { isKpiId } from '#core/report/report-settings.ts'
import { figureIn } from '#core/report/report-view.ts'
import { mayDo } from '#core/staff/role.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { budgetOfReport } from '#functions/staff/report/budget-of-report.ts'
import { buyersListed } from '#functions/staff/report/buyers-listed.ts'
import { giftsUsed } from '#functions/staff/report/gifts-used.ts'
import { reportActs } from '#functions/staff/report/report-acts.ts'
import { askedIn, type ReportSystem, reportAsked } from '#functions/staff/report/report-system.ts'
import { segmentsOffered } from '#functions/staff/report/segments-offered.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { buyersPage } from '#web/staff/report/buyers-page.ts'
import { figurePage } from '#web/staff/report/figure-page.ts'
import { giftsUsedPage } from '#web/staff/report/gifts-used-page.ts'
import { handedInList, handedInReport } from '#web/staff/report/handed-in-page.ts'
import { noFigurePage } from '#web/staff/report/no-figure-page.ts'
import { reportPage } from '#web/staff/report/report-page.ts'
import { unknownIn } from '#web/staff/report/report-paths.ts'
import { saidIn } from '#web/staff/report/report-said.ts'
import { trailIn } from '#web/staff/trail.ts'

/** So many that each theme has some; the page shows the newest of them as words. */
const WORDS_READ = 100
const REPORTS_LISTED = 200

export function reportRoutes(system: ReportSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system

  app.get('/report', needs('see-report'), async (context) => {
    const frame = frameOf(system, context)
    const asked = askedIn(system, context)
    const { period, segment } = asked
    const canBeTold = segment.by === 'all' || segment.by === 'campaign'
    const maySeeWords = mayDo(visitorOn(context).role, 'see-listening')
    const [report, campaigns, roster, words, proposals, budget] = await Promise.all([
      reportAsked(system, asked),
      knownCampaigns(system, frame.locale),
      stores.roster.current(),
      maySeeWords && canBeTold
        ? newestWords(stores, { period, campaign: segment.by === 'campaign' ? segment.is : null, limit: WORDS_READ })
        : null,
      stores.reports.proposals({ period: period.key, segment: segmentKey(segment) }),
      budgetOfReport(stores, asked),
    ])
    const ids = campaigns.latest.map(({ definition: { id } }) => id)
    return context.html(
      reportPage(frame, {
        asked,
        report,
        unknown: unknownIn(context.req.query()),
        segments: segmentsOffered({ campaigns: ids, companyRules, roster }),
        campaigns,
        themes: companyRules.themes,
        words,
        proposals,
        budget,
        said: saidIn(context.req.query('said')),
        formId: crypto.randomUUID(),
      }),
    )
  })

  app.get('/report/figures/:figure', needs('see-report'), async (context) => {
    const frame = frameOf(system, context)
    const id = context.req.param('figure')
    if (!isKpiId(id)) return context.html(noSuchPage(frame, 'report'), 404)
    const asked = askedIn(system, context)
    const unknown = unknownIn(context.req.query())
    const [report, { name }] = await Promise.all([reportAsked(system, asked), knownCampaigns(system, frame.locale)])
    const figure = 'shown' in report && unknown.length === 0 ? figureIn(report.shown, id) : undefined
    const why = 'shown' in report ? 'not-rolled-up' : report.nothing
    return 'shown' in report && figure
      ? context.html(figurePage(frame, { figure, view: report.shown, campaignName: name }))
      : context.html(noFigurePage(frame, { id, asked, why, unknown }))
  })

  app.get('/report/figures/:bought/customers/:group', needs('see-buyers'), async (context) => {
    const frame = frameOf(system, context)
    const figure = context.req.param('bought')
    const { before, trail, ...query } = context.req.query()
    const group = BUYER_GROUPS.find((one) => one === context.req.param('group'))
    if (!isKpiId(figure) || !isOfPurchases(figure) || group === undefined || unknownIn(query).length > 0)
      return context.html(noSuchPage(frame, 'report'), 404)
    const asked = askedIn(system, context)
    const end = lastDayOfData({ today: todayOf(system) })
    const [listed, { name }] = await Promise.all([
      buyersListed(stores, { ...asked, figure, group, end, before: before ?? null }),
      knownCampaigns(system, frame.locale),
    ])
    return listed === null
      ? context.html(noSuchPage(frame, 'report'), 404)
      : context.html(
          buyersPage(frame, {
            ...listed,
            figure,
            group,
            asked,
            went: { here: before ?? '', trail: trailIn(trail) },
            campaignName: name,
          }),
        )
  })

  app.get('/report/gifts/used', needs('see-buyers'), async (context) => {
    const frame = frameOf(system, context)
    const { before, currency = null, ...query } = context.req.query()
    if (unknownIn(query).length > 0) return context.html(noSuchPage(frame, 'report'), 404)
    const asked = askedIn(system, context)
    const [end, { zone }] = [lastDayOfData({ today: todayOf(system) }), companyRules.company]
    const [listed, { name }] = await Promise.all([
      giftsUsed(stores, { ...asked, end, zone, currency, before: before ?? null }),
      knownCampaigns(system, frame.locale),
    ])
    return context.html(giftsUsedPage(frame, { ...listed, asked, currency, isFirst: before === undefined, campaignName: name }))
  })

  app.get('/report/handed-in', needs('see-report'), async (context) => {
    const frame = frameOf(system, context)
    const [lines, { name }] = await Promise.all([stores.reports.handedIn(REPORTS_LISTED), knownCampaigns(system, frame.locale)])
    return context.html(handedInList(frame, lines, name))
  })

  app.get('/report/handed-in/:handed', needs('see-report'), async (context) => {
    const frame = frameOf(system, context)
    const report = await stores.reports.handedInReport(context.req.param('handed'))
    if (!report) return context.html(noSuchPage(frame, 'report'), 404)
    const { name } = await knownCampaigns(system, frame.locale)
    return context.html(handedInReport(frame, report, name))
  })

  app.route('/', reportActs(system))
  return app
}
