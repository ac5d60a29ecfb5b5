/** What the head does on the report: writes proposals, changes their state, hands the report in. Each stands in the audit log, without its words. */
import type { Context } from 'hono'
import { changeProposal, propose } from '#app/reporting/propose.ts'
import { segmentKey } from '#core/kpi/segment.ts'
import { audit } from '#functions/staff/acts/audit.ts'
import { budgetOfReport } from '#functions/staff/report/budget-of-report.ts'
import { type ReportSystem, reportAsked } from '#functions/staff/report/report-system.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import type { ReportSaid } from '#web/staff/report/report-act-words.ts'
import { type ReportAsked, reportNamedIn, reportPath } from '#web/staff/report/report-paths.ts'

export function reportActs(system: ReportSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, clock } = system

  app.post('/report/proposals', needs('write-report'), async (context) => {
    const { text, all } = await formOf(context)
    const asked = askedBy(text)
    if (!asked) return noReport(context)
    const by = visitorOn(context)
    const proposal = {
      ...keysOf(asked),
      proposalId: formIdOf(text('once')),
      text: text('text'),
      figures: all('figures'),
      by: by.name,
      at: clock.now(),
    }
    const done = await audit(system, { act: 'write-proposal', on: onReport(asked), by }, () => propose(stores, proposal))
    return context.redirect(after(asked, 'refused' in done ? done.refused : 'proposed'), 303)
  })

  app.post('/report/proposals/:proposal', needs('write-report'), async (context) => {
    const { text } = await formOf(context)
    const asked = askedBy(text)
    if (!asked) return noReport(context)
    const by = visitorOn(context)
    const change = {
      ...keysOf(asked),
      proposalId: context.req.param('proposal'),
      state: text('state'),
      version: /^\d{1,6}$/.test(text('version')) ? Number(text('version')) : -1,
      by: by.name,
      at: clock.now(),
    }
    const done = await audit(system, { act: 'change-proposal', on: onReport(asked), by }, () => changeProposal(stores, change))
    return context.redirect(after(asked, done === 'changed' ? 'changed' : done.refused), 303)
  })

  app.post('/report/hand-in', needs('write-report'), async (context) => {
    const { text } = await formOf(context)
    const asked = askedBy(text)
    if (!asked) return noReport(context)
    const by = visitorOn(context)
    const report = await reportAsked(system, asked)
    if (!('shown' in report)) return context.redirect(after(asked, 'nothing'), 303)
    const at = clock.now()
    await audit(system, { act: 'hand-in-report', on: onReport(asked), by }, async () =>
      stores.reports.handIn({
        ...keysOf(asked),
        reportId: formIdOf(text('once')),
        at,
        byName: by.name,
        view: report.shown,
        proposals: await stores.reports.proposals(keysOf(asked)),
        budget: await budgetOfReport(stores, asked),
      }),
    )
    return context.redirect(after(asked, 'handed-in'), 303)
  })

  const noReport = (context: Context<StaffEnv>) => context.html(noSuchPage(frameOf(system, context), 'report'), 404)
  return app
}

/** A form that comes twice is one act. One of before has no id. */
const formIdOf = (once: string): string => (/^[0-9a-f-]{36}$/.test(once) ? once : crypto.randomUUID())

const askedBy = (text: (name: string) => string): ReportAsked | undefined =>
  reportNamedIn({ period: text('period'), segment: text('segment') })

const keysOf = ({ period, segment }: ReportAsked) => ({ period: period.key, segment: segmentKey(segment) })

const onReport = (asked: ReportAsked) => {
  const { period, segment } = keysOf(asked)
  return { kind: 'report', id: segment === 'all' ? period : `${period} ${segment}` } as const
}

const after = (asked: ReportAsked, said: ReportSaid): string => {
  const path = reportPath(asked)
  const place = said === 'handed-in' || said === 'nothing' ? '' : '#proposals'
  return `${path}${path.includes('?') ? '&' : '?'}said=${said}${place}`
}

async function formOf(context: Context<StaffEnv>) {
  const form = await context.req.parseBody({ all: true })
  const all = (name: string): readonly string[] =>
    [form[name] ?? []].flat().filter((value): value is string => typeof value === 'string')
  return { all, text: (name: string) => all(name)[0] ?? '' }
}
