/** What stands first: each exception in a sentence, with the way to what is behind it. */
import { html } from 'hono/html'
import type { Exception } from '#core/report/exceptions.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { monthOf } from '#core/time/month.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { campaignPath, occurrencesPath } from '#web/staff/paths.ts'
import { exceptionInWords } from '#web/staff/report/exception-words.ts'
import { figurePath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'

interface Reading {
  readonly view: ReportView
  readonly locale: PageLocale
  readonly campaignName: (campaignId: string) => string
  readonly isLive: boolean
}

export function exceptionsSection({ isLive, ...reader }: Reading): Html {
  const { view, locale } = reader
  const words = WORDS[locale]
  if (view.exceptions.length === 0) return html`<p class="said">${words.nothingWrong}</p>`
  const grave = view.exceptions.some((exception) => !isRemark(exception))
  const lines = view.exceptions.map((exception) => {
    const said = exceptionInWords(exception, reader)
    const link = isLive ? linkOf(exception, view) : null
    return html`<li${isRemark(exception) ? html` class="remark"` : ''}>${link === null ? said : html`<a href="${link}">${said}</a>`}</li>`
  })
  return html`<section class="${grave ? 'attention exceptions' : 'exceptions'}"><h2>${words.exceptions}</h2><ul>${lines}</ul></section>`
}

/** What makes figures mean less, and is nothing to be mended. */
const isRemark = ({ is }: Exception): boolean => is === 'provisional' || is === 'not-over'

function linkOf(exception: Exception, view: ReportView): string | null {
  switch (exception.is) {
    case 'worsened':
    case 'target-missed':
      return figurePath(exception.kpi, view)
    case 'promises-broken':
      return figurePath('promises-kept', view)
    case 'balance-off':
    case 'unknown-outcomes':
    case 'never-sent':
      return occurrencesPath({
        campaign: view.segment.by === 'campaign' ? view.segment.is : null,
        month: monthOf(view.period.to),
      })
    case 'campaign-stopped':
      return campaignPath(exception.campaignId)
    case 'mixed-currencies':
      return figurePath('cost-per-customer', view)
    case 'days-missing':
    case 'counted-again':
    case 'provisional':
    case 'not-over':
      return null
  }
}
