/** What a campaign says: the letter, or the script of its calls, and who gets a letter instead. */
import { html } from 'hono/html'
import { type CallTouch, callTouchOf, fillsCapacity } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Script } from '#core/campaign/script.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { scriptAsWritten } from '#web/staff/work/script-card.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { namedCode } from '#web/words/named-code.ts'
import { numberOf } from '#web/words/number-of.ts'

const WORDS = bothLanguages({
  vi: {
    preview: 'Xem thư như một khách',
    previewCall: 'Xem lời gọi như một khách',
    previewBoth: 'Xem lời gọi và thư như một khách',
    noWords: 'Chưa có lời văn nào được lưu cho phiên bản này.',
    rings: (team: string, attempts: number, days: number) =>
      `Nhóm ${team} gọi: nhiều nhất ${attempts} lần trong ${days} ngày làm việc.`,
    fills:
      'Chỉ giao số cuộc mà nhóm gọi kịp trong ngày: khách hạng cao trước, rồi ai chờ lâu nhất. Những người còn lại được bỏ qua.',
    fillsAndWrites:
      'Chỉ giao số cuộc mà nhóm gọi kịp trong ngày: khách hạng cao trước, rồi ai chờ lâu nhất. Những người còn lại nhận thư này:',
    noScript: (name: string) => `Không có campaigns/scripts/${name}.json.`,
  },
  en: {
    preview: 'See the letter as a customer',
    previewCall: 'See the call as a customer',
    previewBoth: 'See the call and the letter as a customer',
    noWords: 'No words are stored for this version.',
    rings: (team: string, attempts: number, days: number) =>
      `The team ${team} rings: at most ${numberOf(attempts, ['attempt', 'attempts'])} on ${numberOf(days, ['working day', 'working days'])}.`,
    fills:
      'Only as many calls are handed over as the team has time for on the day: the most valued customers first, then who waits longest. The rest are skipped.',
    fillsAndWrites:
      'Only as many calls are handed over as the team has time for on the day: the most valued customers first, then who waits longest. The rest get this mail:',
    noScript: (name: string) => `There is no campaigns/scripts/${name}.json.`,
  },
})

interface Says {
  readonly definition: CampaignDefinition
  /** Undefined when none are stored for this version. */
  readonly letters: CampaignWords | undefined
  /** Undefined where the file is not there, and for a campaign of letters. */
  readonly script: Script | undefined
}

/** Subject and preheader as written, with their merge fields; the whole letter is a page of its own. */
export function saysSection({ definition, letters, script }: Says, locale: PageLocale): Html {
  const words = WORDS[locale]
  const call = callTouchOf(definition)
  const link = (text: string) => html`<p><a class="button quiet" href="${campaignPath(definition.id)}/preview">${text}</a></p>`
  if (!call)
    return letters
      ? html`${letterLines(letters, locale)}
        ${link(words.preview)}`
      : html`<p class="quiet">${words.noWords}</p>`
  return html`${callSection(call, { script, locale })}
        ${fillsCapacity(definition) ? html`<p data-fills>${call.else === undefined ? words.fills : words.fillsAndWrites}</p>` : ''}
        ${letters ? letterLines(letters, locale) : ''}
        ${link(letters ? words.previewBoth : words.previewCall)}`
}

function letterLines({ mails }: CampaignWords, locale: PageLocale): Html {
  return html`<dl>${Object.entries(mails)
    .toSorted(readersFirst(locale))
    .map(
      ([language, { subject, preheader }]) =>
        html`<dt>${namedCode({ type: 'language', code: language, locale })}</dt><dd lang="${language}"><b>${subject}</b><br><span class="quiet">${preheader}</span></dd>`,
    )}</dl>`
}

/** Who rings, how often and how long, and what they say. */
function callSection(
  { team, attempts, openDays, script: name }: CallTouch,
  { script, locale }: { readonly script: Script | undefined; readonly locale: PageLocale },
): Html {
  const words = WORDS[locale]
  return html`<p>${words.rings(team, attempts, openDays)}</p>
        ${script ? scriptAsWritten(script, locale) : html`<p class="said warn">${words.noScript(name)}</p>`}`
}

/** The reader's own language first. */
const readersFirst =
  (locale: string) =>
  ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
    a === locale ? -1 : b === locale ? 1 : a < b ? -1 : 1
