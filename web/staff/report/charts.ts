/** Every chart of the report, by its name. */
import type { ReportView } from '#core/report/report-view.ts'
import { callsByEnd, responseByCampaign, workByReason } from '#web/staff/report/bar-charts.ts'
import type { Chart, ChartName, ChartReader } from '#web/staff/report/chart.ts'
import { npsTrend } from '#web/staff/report/nps-trend.ts'

/** Undefined where there is too little to draw. */
export function chartOf(name: ChartName, view: ReportView, reader: ChartReader): Chart | undefined {
  switch (name) {
    case 'nps-trend':
      return npsTrend(view, reader)
    case 'response-by-campaign':
      return responseByCampaign(view, reader)
    case 'work-by-reason':
      return workByReason(view, reader)
    case 'calls-by-end':
      return callsByEnd(view, reader)
  }
}
