/** What company.json says of the report: the figures at its top, and the targets. */
import type { Company } from '#core/campaign/company.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { KPI_IDS, type Kpi, type KpiId } from '#core/kpi/kpi.ts'
import { GOOD_DIRECTION } from '#core/report/good-direction.ts'

export type ReportSettings = Company['report']

/** The six that leaders ask for. Of satisfaction the index, where a survey feeds it. */
export function headlineOf({ headline }: Pick<ReportSettings, 'headline'>, kpis: readonly Kpi[]): readonly KpiId[] {
  if (headline) return headline.filter(isKpiId)
  const hasIndex = kpis.some(({ id, n }) => id === 'csi' && n > 0)
  return ['nps', hasIndex ? 'csi' : 'csat', 'kept-customers', 'engagement', 'complaint-rate', 'fcr-customer']
}

export const isKpiId = (text: string): text is KpiId => KPI_IDS.some((id) => id === text)

/** Names of figures that do not exist, and targets of figures of which neither more nor less is good. */
export function checkReportSettings({ report }: Pick<Company, 'report'>): readonly Problem[] {
  const { headline = [], targets } = report
  const named = [
    ...headline.map((id, at) => ({ id, path: `report.headline[${at}]` })),
    ...Object.keys(targets).map((id) => ({ id, path: `report.targets.${id}` })),
  ]
  const unknown = named.filter(({ id }) => !isKpiId(id)).map(({ id, path }) => problem(path, id, KNOWN))
  const aimless = Object.keys(targets)
    .filter((id) => isKpiId(id) && GOOD_DIRECTION[id] === null)
    .map((id) => problem(`report.targets.${id}`, id, WITHOUT_TARGET))
  return [...unknown, ...aimless]
}

const problem = (path: string, value: string, expected: Problem['expected']): Problem => ({
  file: 'company.json',
  path,
  value,
  expected,
})

const KNOWN = { vi: `một trong các chỉ số: ${KPI_IDS.join(', ')}`, en: `one of the figures: ${KPI_IDS.join(', ')}` }
const WITHOUT_TARGET = {
  vi: 'một chỉ số mà cao hơn hoặc thấp hơn là tốt; chi phí không có mục tiêu ở đây',
  en: 'a figure of which more or less is better; costs have no target here',
}
