/** One campaign: its definition in force, what is wrong with its file, and the way to cancel it. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import { saidDone } from '#web/staff/acts/said-done.ts'
import { campaignCard } from '#web/staff/campaigns/campaign-card.ts'
import { problemTable } from '#web/staff/campaigns/refused-files.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { type Frame, roomPage } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    refused: 'Tệp bị từ chối',
    json: 'Định nghĩa đang có hiệu lực',
  },
  en: {
    refused: 'Refused files',
    json: 'The definition in force',
  },
})

/** `done`: the act that led here. */
export function campaignPage(
  frame: Frame,
  { campaign, done }: { readonly campaign: ShownCampaign; readonly done: string | undefined },
): Html {
  const words = WORDS[frame.locale]
  const { definition, file } = campaign
  const title = definition.name[frame.locale]
  const problems = file === null || file === 'gone' ? [] : file.problems
  const body = html`<h1>${title}</h1>
      ${saidDone(done, frame.locale)}
      <section>${campaignCard(campaign, { frame, linked: false })}</section>
      ${problems.length > 0 ? html`<section class="attention"><h2>${words.refused}</h2>${problemTable(problems, frame.locale)}</section>` : ''}
      <section><h2>${words.json}</h2><pre>${JSON.stringify(definition, null, 2)}</pre></section>`
  return roomPage({ frame, section: 'campaigns', title, body })
}
