/** What the local system adds to the first page: the buttons that move time, its event log, and its mailbox. */
import { html } from 'hono/html'
import { localDateAt } from '#core/time/zone.ts'
import type { FrontPage } from '#functions/staff/staff-system.ts'
import { clockControls } from '#local/control-room/clock-panel.ts'
import { eventInWords, eventList } from '#local/control-room/events/event-words.ts'
import { mailRows, namesOfMails } from '#local/control-room/mail-rows.ts'
import type { LocalSystem } from '#local/local-system.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    happened: 'Vừa xảy ra',
    mails: 'Thư mới nhất',
    mailCount: (count: string) => `${count} thư trong hộp thư`,
    all: 'Xem tất cả',
    noMails: 'Chưa gửi thư nào.',
  },
  en: {
    happened: 'Just happened',
    mails: 'Latest mails',
    mailCount: (count: string) => `${count} mails in the mailbox`,
    all: 'See all',
    noMails: 'No mail has been sent yet.',
  },
})

export const frontPage = ({ stack, eventLog, moves }: Pick<LocalSystem, 'stack' | 'eventLog' | 'moves'>): FrontPage => ({
  clock: (frame, refused) => clockControls({ frame, today: localDateAt(frame.now, frame.company.zone), moves, refused }),
  alarms: ({ locale, company }, campaigns) =>
    eventLog
      .latest({ kind: 'alarm', limit: 10 })
      .map(
        (alarm) =>
          html`${writtenInstant(alarm.at, { zone: company.zone, locale })}: ${eventInWords(alarm, { locale, campaigns })}`,
      ),
  beside: (frame, campaigns) =>
    html`<section><h2>${WORDS[frame.locale].happened}</h2>${eventList({ frame, campaigns, logged: eventLog.latest({ kind: 'event', limit: 12 }) })}</section>`,
  atTheEnd: async (frame) => {
    const words = WORDS[frame.locale]
    const { messages } = stack.mailbox.list({ limit: 6 })
    const names = await namesOfMails(stack.stores.customers, messages)
    return html`<section>
        <h2>${words.mails}</h2>
        ${mailRows({ frame, messages, names, label: words.mails, empty: words.noMails })}
        <p class="pages"><a href="/mailbox">${words.all}</a> <span class="quiet" data-count="mails">${words.mailCount(writtenCount(stack.mailbox.count(), frame.locale))}</span></p>
      </section>`
  },
})
