/** One campaign: its definition in force, what is wrong with its file, and the way to cancel it. */
import { html } from 'hono/html'
import { LONGEST_REASON } from '#core/campaign/staff-text.ts'
import type { Html } from '#web/customer/page.ts'
import { campaignCard } from '#web/staff/campaigns/campaign-card.ts'
import { problemTable } from '#web/staff/campaigns/refused-files.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { type Frame, roomPage } from '#web/staff/frame.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    refused: 'Tệp bị từ chối',
    cancel: 'Hủy hẳn',
    cancelWhy:
      'Người đang chờ sẽ bị bỏ qua với lý do này, và không mở ngày nào nữa. Không thể chạy lại: muốn làm lại thì đặt mã khác.',
    because: 'Vì sao',
    tooLong: `Lý do dài quá ${LONGEST_REASON} ký tự, nên chưa có gì thay đổi.`,
    json: 'Định nghĩa đang có hiệu lực',
  },
  en: {
    refused: 'Refused files',
    cancel: 'Cancel for good',
    cancelWhy:
      'Whoever waits is skipped, and no date is opened any more. There is no way back: to begin anew, give it another id.',
    because: 'Why',
    tooLong: `The reason is longer than ${LONGEST_REASON} characters, so nothing was changed.`,
    json: 'The definition in force',
  },
})

/** `refused`: why the act of the form before was refused. */
export function campaignPage(
  frame: Frame,
  { campaign, refused }: { readonly campaign: ShownCampaign; readonly refused: string | undefined },
): Html {
  const words = WORDS[frame.locale]
  const { definition, state, file } = campaign
  const title = definition.name[frame.locale]
  const problems = file === null || file === 'gone' ? [] : file.problems
  const body = html`<h1>${title}</h1>
      ${refused === 'too-long' ? html`<p class="said warn" role="status">${words.tooLong}</p>` : ''}
      <section>${campaignCard(campaign, { frame, linked: false })}</section>
      ${state === 'cancelled' ? '' : cancelSection(campaign, frame)}
      ${problems.length > 0 ? html`<section class="attention"><h2>${words.refused}</h2>${problemTable(problems, frame.locale)}</section>` : ''}
      <section><h2>${words.json}</h2><pre>${JSON.stringify(definition, null, 2)}</pre></section>`
  return roomPage({ frame, section: 'campaigns', title, body })
}

function cancelSection({ definition }: ShownCampaign, { locale }: Frame): Html {
  const words = WORDS[locale]
  return html`<section><details><summary>${words.cancel}</summary>
        <p>${words.cancelWhy}</p>
        <form method="post" action="${campaignPath(definition.id)}/cancel" class="filters">
          <div class="wide"><label for="because">${words.because}</label><input id="because" name="because" required maxlength="${LONGEST_REASON}" autocomplete="off"></div>
          <button class="quiet">${words.cancel}</button>
        </form>
      </details></section>`
}
