/** The clock of the local system, which needs no sign-in: the buttons that move time, what rang, what has just happened, and the latest mails. */
import { html } from 'hono/html'
import type { LocalDate } from '#core/time/local-date.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import type { LoggedEvent } from '#local/event-log.ts'
import { clockControls } from '#local/sections/clock-panel.ts'
import { eventInWords, eventList } from '#local/sections/events/event-words.ts'
import { mailRows } from '#local/sections/mail-rows.ts'
import type { TimeMoves } from '#local/time-moves.ts'
import type { Html } from '#web/customer/page.ts'
import { longDate } from '#web/rendering/written-value.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { MAILS, numberOf } from '#web/words/number-of.ts'
import { writtenCount, writtenInstant, writtenLunarDate } from '#web/words/written.ts'

export const CLOCK_PATH = '/clock'

/** While time moves, the page loads itself again. */
const REFRESH_SECONDS = 2

const WORDS = bothLanguages({
  vi: {
    title: 'Đồng hồ',
    lunar: (date: string) => `Âm lịch: ${date}`,
    only: 'Chỉ hệ thống trên máy này mới có đồng hồ tự chỉnh được. Trên AWS, mọi việc chạy theo giờ thật.',
    alarms: 'Báo động',
    happened: 'Vừa xảy ra',
    mails: 'Thư mới nhất',
    mailCount: (count: string) => `${count} thư trong hộp thư`,
    all: 'Xem tất cả',
    noMails: 'Chưa gửi thư nào: hãy cho thời gian chạy.',
  },
  en: {
    title: 'Clock',
    lunar: (date: string) => `Vietnamese lunar date: ${date}`,
    only: 'Only the system on this machine has a clock that you move. In AWS everything happens by real time.',
    alarms: 'Alarms',
    happened: 'Just happened',
    mails: 'Latest mails',
    mailCount: (count: string) => `${numberOf(count, MAILS)} in the mailbox`,
    all: 'See all',
    noMails: 'No mail has been sent yet: let time move.',
  },
})

interface ShownClock {
  readonly today: LocalDate
  /** Null on a real clock. */
  readonly moves: TimeMoves | null
  readonly refused: string | null
  readonly campaigns: CampaignNames
  readonly alarms: readonly LoggedEvent[]
  readonly happened: readonly LoggedEvent[]
  readonly messages: readonly MailboxMessage[]
  readonly names: ReadonlyMap<string, string>
  /** How many mails there are in all. */
  readonly mails: number
}

export function clockPage(frame: Frame, shown: ShownClock): Html {
  const { locale } = frame
  const { today, campaigns, messages, names } = shown
  const words = WORDS[locale]
  const body = html`<section class="today">
        <div>
          <h1>${longDate(today, locale)}</h1>
          <p class="lunar">${words.lunar(writtenLunarDate(today, locale))}</p>
          <p class="quiet">${words.only}</p>
        </div>
        ${clockControls({ frame, ...shown })}
      </section>
      ${alarmSection(frame, shown)}
      <div class="columns">
        <section><h2>${words.happened}</h2>${eventList({ frame, campaigns, logged: shown.happened })}</section>
        <section>
          <h2>${words.mails}</h2>
          ${mailRows({ frame, messages, names, label: words.mails, empty: words.noMails, brief: true })}
          <p class="pages"><a href="/mailbox">${words.all}</a> <span class="quiet" data-count="mails">${words.mailCount(writtenCount(shown.mails, locale))}</span></p>
        </section>
      </div>`
  return framePage({ frame, section: 'clock', title: words.title, body, refreshSeconds: frame.busy ? REFRESH_SECONDS : null })
}

function alarmSection(frame: Frame, { alarms, campaigns }: ShownClock): Html | string {
  if (alarms.length === 0) return ''
  const { locale, company } = frame
  const lines = alarms.map(
    (alarm) =>
      html`<li>${writtenInstant(alarm.at, { zone: company.zone, locale })}: ${eventInWords(alarm, { frame, campaigns })}</li>`,
  )
  return html`<section class="attention"><h2>${WORDS[locale].alarms}</h2><ul class="plain">${lines}</ul></section>`
}
