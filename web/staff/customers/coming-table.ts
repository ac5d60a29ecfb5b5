/** What comes for one customer: the day of each campaign that means them, as it is planned or would be planned now. */
import { html } from 'hono/html'
import type { Skipped, Verdict } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { reasonCell, saidOutcome } from '#web/staff/outcome-cells.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    label: 'Sắp tới',
    columns: ['Chiến dịch', 'Ngày gửi'],
    not: 'không gửi',
    none: 'Không có dịp nào trong năm tới.',
  },
  en: {
    label: 'Coming',
    columns: ['Campaign', 'Date'],
    not: 'not sent',
    none: 'No occasion within a year.',
  },
})

export interface ComingDay {
  readonly campaign: Pick<CampaignDefinition, 'id' | 'name'>
  readonly date: LocalDate
  /** As planning would decide it now, or as the last plan did. */
  readonly verdict: Verdict | Skipped
}

interface Around {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  /** The customer's own. */
  readonly zone: string
}

export function comingTable(coming: readonly ComingDay[], { frame, campaigns, zone }: Around): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const rows = coming.map(({ campaign, date, verdict }) => {
    const said = reasonCell(saidOutcome(verdict, { frame, campaigns, date, zone }), locale)
    const refused = verdict.state === 'skipped' || verdict.state === 'withheld'
    return [
      html`<a href="${campaignPath(campaign.id)}">${campaign.name[locale]}</a>`,
      html`${shortDate(date, locale)}${refused ? html` ${chip(words.not, 'warn')}` : ''}${verdict.state === 'planned' ? '' : html`<br><small>${said}</small>`}`,
    ]
  })
  return table({ locale, label: words.label, headings: words.columns, rows, empty: words.none })
}
