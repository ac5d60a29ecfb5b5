/** One campaign in brief: whether it runs, when it next acts, which version is in force, and a way to pause it. */
import { html } from 'hono/html'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import { weekdayOf } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { campaignActLinks } from '#web/staff/campaigns/campaign-act-links.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { fileGone, versionLine } from '#web/staff/campaigns/version-line.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CAMPAIGN_STATE_WORDS, CLASS_WORDS } from '#web/words/campaigns.ts'
import { weekdayName } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    next: (date: string) => `Lần tới: ${date}`,
    personal: 'Theo ngày riêng của từng khách',
    never: 'Không có ngày nào trong năm tới',
    pausedNext: (date: string, paused: string) => `Theo lịch, lần tới: ${date}; ${paused}`,
    letters: { paused: 'không gửi gì cho đến khi chạy tiếp', cancelled: 'Không gửi nữa' },
    calls: {
      paused: 'không giao thêm khách nào cho nhóm gọi cho đến khi chạy tiếp',
      cancelled: 'Không giao khách nào cho nhóm gọi nữa',
    },
    wrong: 'Tệp hiện đang sai, nên phiên bản này vẫn có hiệu lực.',
  },
  en: {
    next: (date: string) => `Next: ${date}`,
    personal: 'On each customer’s own day',
    never: 'No date within the year',
    pausedNext: (date: string, paused: string) => `By its calendar next: ${date}; ${paused}`,
    letters: { paused: 'nothing is sent until it is resumed', cancelled: 'Nothing is sent any more' },
    calls: {
      paused: 'no more customers are handed to the desk until it is resumed',
      cancelled: 'No customer is handed to the desk any more',
    },
    wrong: 'The file is wrong at the moment, so this version stays in force.',
  },
})

export function campaignCard(
  campaign: ShownCampaign,
  { frame, linked }: { readonly frame: Frame; readonly linked: boolean },
): Html {
  const { definition, state, next, file } = campaign
  const { locale } = frame
  const words = WORDS[locale]
  const path = campaignPath(definition.id)
  return html`<div class="card"><div>
          <h2>${linked ? html`<a href="${path}">${definition.name[locale]}</a>` : definition.name[locale]}
            ${chip(CAMPAIGN_STATE_WORDS[locale][state], state === 'active' ? 'good' : 'warn')} ${chip(CLASS_WORDS[locale][definition.contentClass], 'quiet')}</h2>
          <p>${whenLine({ definition, next, state }, locale)}</p>
          ${versionLine(campaign, frame)}
          ${file === 'gone' ? fileGone(frame) : file && file.problems.length > 0 ? html`<p class="said warn">${words.wrong}</p>` : ''}
          </div><div class="actions">${campaignActLinks({ definition, state }, frame)}</div>
        </div>`
}

/** A date alone would read as if the campaign went out on it. */
function whenLine({ definition, next, state }: Pick<ShownCampaign, 'definition' | 'next' | 'state'>, locale: PageLocale): string {
  const words = WORDS[locale]
  const { paused, cancelled } = callTouchOf(definition) ? words.calls : words.letters
  if (state === 'cancelled') return cancelled
  if (next.kind !== 'day')
    return state === 'paused' ? paused.charAt(0).toLocaleUpperCase(locale) + paused.slice(1) : words[next.kind]
  const date = `${weekdayName(weekdayOf(next.date), locale)}, ${shortDate(next.date, locale)}`
  return state === 'paused' ? words.pausedNext(date, paused) : words.next(date)
}
