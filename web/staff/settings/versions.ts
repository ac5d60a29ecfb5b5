/** Which version of each campaign is in force, since when and by whom. */
import { html } from 'hono/html'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { Html } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { fileLine } from '#web/staff/settings/file-line.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CAMPAIGN_STATE_WORDS } from '#web/words/campaigns.ts'
import { namedCode } from '#web/words/named-code.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Phiên bản',
    columns: ['Chiến dịch', 'Phiên bản', 'Nhận lúc', 'Bởi', 'Ngôn ngữ'],
    empty: 'Chưa chiến dịch nào được nhận. Mỗi phiên bản được nhận sẽ đứng ở đây.',
  },
  en: {
    title: 'Versions',
    columns: ['Campaign', 'Version', 'Accepted at', 'By', 'Languages'],
    empty: 'No campaign was accepted yet. Each version that is will stand here.',
  },
})

export interface VersionedCampaign {
  readonly definition: CampaignDefinition
  readonly version: number
  readonly acceptedAt: string
  readonly acceptedBy: string
  readonly state: CampaignState
  /** Of its words. */
  readonly languages: readonly string[]
}

export function versionsSection(campaigns: readonly VersionedCampaign[], { locale, company }: Frame): Html {
  const words = WORDS[locale]
  const rows = campaigns.map(({ definition, version, acceptedAt, acceptedBy, state, languages }) => [
    html`<a href="${campaignPath(definition.id)}">${definition.name[locale]}</a>${state === 'active' ? '' : html` ${chip(CAMPAIGN_STATE_WORDS[locale][state], 'warn')}`}`,
    html`<span class="number">${version}</span>`,
    writtenInstant(acceptedAt, { zone: company.zone, locale }),
    acceptedBy,
    languages.map((code) => namedCode({ type: 'language', code, locale })).join(', '),
  ])
  return html`<section><h2>${words.title}</h2>
        ${table({ locale, label: words.title, headings: words.columns, rows, empty: words.empty })}
        ${fileLine('campaigns/*.json, templates/', locale)}
      </section>`
}
