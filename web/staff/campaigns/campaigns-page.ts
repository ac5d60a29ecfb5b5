/** The campaigns in force, beside the files that were refused and why. */
import { html } from 'hono/html'
import { companyPlaces } from '#core/campaign/company-files.ts'
import type { Html } from '#web/customer/page.ts'
import { campaignCard } from '#web/staff/campaigns/campaign-card.ts'
import { type FilesStanding, isRefused, refusedFiles } from '#web/staff/campaigns/refused-files.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Chiến dịch',
    lead: `Sửa tệp trong campaigns/ hay templates/ rồi mở lại trang này: tệp đúng có hiệu lực ngay, tệp sai bị từ chối. Sửa ${companyPlaces('hay')} thì cần khởi động lại.`,
    leadAccepted: 'Chiến dịch có hiệu lực khi được nhận bằng care accept.',
    refused: 'Tệp bị từ chối',
  },
  en: {
    title: 'Campaigns',
    lead: `Change a file in campaigns/ or templates/ and open this page again: a right file is in force at once, a wrong one is refused. Changes of ${companyPlaces('or')} need a restart.`,
    leadAccepted: 'A campaign comes in force when it is accepted with care accept.',
    refused: 'Refused files',
  },
})

export interface Campaigns {
  readonly campaigns: readonly ShownCampaign[]
  /** Null where campaigns come by `care accept` alone. */
  readonly standing: FilesStanding | null
}

export function campaignsPage(frame: Frame, { campaigns, standing }: Campaigns): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${standing ? words.lead : words.leadAccepted}</p>
      ${standing && isRefused(standing) ? html`<section class="attention"><h2>${words.refused}</h2>${refusedFiles(standing, frame.locale)}</section>` : ''}
      <section>${campaigns.map((campaign) => campaignCard(campaign, { frame, linked: true }))}</section>`
  return framePage({ frame, section: 'campaigns', title: words.title, body })
}
