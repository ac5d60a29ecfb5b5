/** What a customer agreed to and refused: how things stand, and every record with its evidence; beside it how often they want to hear from us. */
import { html } from 'hono/html'
import { type ConsentRecord, type ConsentState, PURPOSES } from '#core/audience/consent.ts'
import type { Frequency } from '#core/audience/preference.ts'
import type { Channels } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Html } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { channelWords } from '#web/words/channels.ts'
import { consentProof, consentSource, DECISION_WORDS, frequencyProof } from '#web/words/consent-words.ts'
import { CHOSEN_WORDS, FREQUENCY_WORDS } from '#web/words/frequencies.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    unreadable: 'Không đọc được sự đồng ý: không gửi gì cho khách này.',
    undecided: 'chưa nói gì',
    since: (at: string) => `từ ${at}`,
    frequency: 'Bao lâu một lần',
    history: 'Lịch sử và bằng chứng',
    columns: ['Lúc', 'Loại thư', 'Quyết định', 'Nguồn', 'Bằng chứng'],
  },
  en: {
    unreadable: 'The consent cannot be read: nothing is sent to this customer.',
    undecided: 'nothing said',
    since: (at) => `since ${at}`,
    frequency: 'How often',
    history: 'History and evidence',
    columns: ['At', 'Purpose', 'Decision', 'Source', 'Evidence'],
  },
})

/** How things stand. */
export interface Agreed {
  readonly consents: ConsentState | 'unreadable'
  readonly frequency: Frequency
  /** When and how they chose it; left out when they never did. */
  readonly frequencyChosen?: { readonly at: Instant; readonly evidence: string }
}

export function consentSection({
  frame,
  person,
  consents,
  channels,
}: {
  readonly frame: Frame
  readonly channels: Channels
  readonly person: Agreed
  readonly consents: readonly ConsentRecord[]
}): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const rows = consents
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
    .map((record) => [
      html`<span class="days">${at(record.at)}</span>`,
      html`${PURPOSE_WORDS[locale][record.purpose]}<br><small>${channelWords(record.channel)[locale]}</small>`,
      DECISION_WORDS[locale][record.decision],
      consentSource(record.source, locale),
      html`<small>${consentProof(record, locale)}</small>`,
    ])
  return html`${standing({ frame, person, channels, at })}
          ${rows.length === 0 ? '' : html`<details><summary>${words.history} (${rows.length})</summary>${table({ locale, label: words.history, headings: words.columns, rows })}</details>`}`
}

/** Letters always; another channel once the customer has decided about it. */
function standing({
  frame: { locale },
  person,
  channels,
  at,
}: {
  readonly frame: Frame
  readonly channels: Channels
  readonly person: Agreed
  readonly at: (instant: string) => string
}): Html {
  const words = WORDS[locale]
  const { consents: state, frequency, frequencyChosen } = person
  const lines =
    state === 'unreadable'
      ? []
      : PURPOSES.flatMap((purpose) =>
          channels
            .filter(({ id, isLetter }) => isLetter || state[`${purpose}/${id}`])
            .map(({ id: channel, isLetter }) => {
              const said = state[`${purpose}/${channel}`]
              const tone = said?.decision === 'granted' ? 'good' : said?.decision === 'withdrawn' ? 'warn' : 'quiet'
              return html`<dt>${PURPOSE_WORDS[locale][purpose]}${isLetter ? '' : ` (${channelWords(channel)[locale]})`}</dt><dd>${chip(said ? DECISION_WORDS[locale][said.decision] : words.undecided, tone)}${said ? html` <small>${words.since(at(said.at))}</small>` : ''}</dd>`
            }),
        )
  const chosen = frequencyChosen
    ? html` <small>${CHOSEN_WORDS[locale](at(frequencyChosen.at))}; ${frequencyProof(frequencyChosen, locale)}</small>`
    : ''
  return html`${state === 'unreadable' ? html`<p class="said warn">${words.unreadable}</p>` : ''}
          <dl>${lines}<dt>${words.frequency}</dt><dd>${FREQUENCY_WORDS[locale][frequency]}${chosen}</dd></dl>`
}
