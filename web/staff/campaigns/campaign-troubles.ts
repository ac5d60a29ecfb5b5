/** What went wrong in a campaign's occurrences, in red, each with what to do about it. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { CampaignDetail } from '#web/staff/campaigns/campaign-detail.ts'
import type { Frame } from '#web/staff/frame.ts'
import { troubleLines } from '#web/staff/occurrences/troubles.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Cần người xem',
    more: (count: string) => `Và ${count} dịp nữa có trục trặc; tìm ở Các dịp.`,
  },
  en: {
    title: 'Needs a person',
    more: (count: string) =>
      `And ${count} more ${count === '1' ? 'occurrence' : 'occurrences'} with trouble; find them under Occurrences.`,
  },
})

const SHOWN = 5

export function troublesSection({ troubles }: CampaignDetail, { locale }: Frame): Html | string {
  const words = WORDS[locale]
  const found = troubles
    .map((trouble) => ({ trouble, lines: troubleLines(trouble, locale) }))
    .filter(({ lines }) => lines.length > 0)
  if (found.length === 0) return ''
  return html`<section class="attention" data-troubles="${found.length}"><h2>${words.title}</h2>
        <ul class="plain">${found
          .slice(0, SHOWN)
          .map(
            ({ trouble: { occurrence }, lines }) =>
              html`<li><b>${shortDate(occurrence.date, locale)}</b>${lines.map((line) => html` <a href="${line.path}">${line.text}</a>`)}</li>`,
          )}</ul>
        ${found.length > SHOWN ? html`<p>${words.more(writtenCount(found.length - SHOWN, locale))}</p>` : ''}
      </section>`
}
