import { expect, test } from 'vitest'
import { CompanySchema } from '#core/campaign/company.ts'
import { csi } from '#core/kpi/csi.ts'
import { KPI_IDS } from '#core/kpi/kpi.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { checkReportSettings, headlineOf } from '#core/report/report-settings.ts'
import { aRollUp } from '#test/support/counted-roll-ups.ts'

const { kpis } = aRollUp({ period: periodHolding('month', '2027-03-01') })
const settings = (report: object) => ({ report: CompanySchema.shape.report.parse(report) })

test('the index takes the place of the share of satisfied customers once a survey feeds it', () => {
  expect(headlineOf({}, kpis)[1]).toBe('csat')
  expect(
    headlineOf(
      {},
      kpis.map((kpi) => (kpi.id === 'csi' ? csi([70, 90]) : kpi)),
    )[1],
  ).toBe('csi')
  expect(headlineOf({ headline: ['delivered', 'nps'] }, kpis)).toEqual(['delivered', 'nps'])
})

test('names of figures that there are not are refused with those that there are', () => {
  const problems = checkReportSettings(settings({ headline: ['nps', 'npx'], targets: { happiness: 3, nps: 40 } }))
  expect(problems.map(({ file, path, value }) => [file, path, value])).toEqual([
    ['company.json', 'report.headline[1]', 'npx'],
    ['company.json', 'report.targets.happiness', 'happiness'],
  ])
  for (const id of KPI_IDS) expect(problems[0]?.expected.en).toContain(id)
})

test('what has no good direction has no target', () => {
  expect(checkReportSettings(settings({ targets: { 'cost-per-customer': 3 } }))).toMatchObject([
    { path: 'report.targets.cost-per-customer' },
  ])
})
