/** What came in during the last days and what waits, in numbers, each leading to where the visitor may see it. */
import { html } from 'hono/html'
import { mayDo, type Permission } from '#core/staff/role.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { callsPath } from '#web/staff/calls/calls-shown.ts'
import type { Frame } from '#web/staff/frame.ts'
import { listeningPath } from '#web/staff/listening/listening-filter.ts'
import { type OpenWork, openWorkPath } from '#web/staff/work/work-filter.ts'
import { type AtLeast, writtenAtLeast } from '#web/words/at-least.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

interface Counted {
  readonly count: number
  readonly days: number
}

const WORDS = bothLanguages({
  vi: {
    title: 'Lắng nghe',
    answers: ({ days }: Counted) => `câu trả lời trong ${days} ngày`,
    replies: ({ days }: Counted) => `thư của khách trong ${days} ngày`,
    waiting: (_count: number) => 'thư chờ người xử lý',
    open: (_count: number) => 'việc đang mở',
    late: 'việc đã trễ',
    calls: 'Danh sách gọi hôm nay',
  },
  en: {
    title: 'Listening',
    answers: ({ count, days }: Counted) => `${count === 1 ? 'answer' : 'answers'} within ${days} days`,
    replies: ({ count, days }: Counted) => `${count === 1 ? 'mail' : 'mails'} within ${days} days`,
    waiting: (count: number) => `${count === 1 ? 'mail' : 'mails'} waiting for a person`,
    open: (count: number) => `open work ${count === 1 ? 'item' : 'items'}`,
    late: 'overdue',
    calls: 'Today’s calls',
  },
})

export interface Heard {
  /** Over so many days, today included. */
  readonly days: number
  /** The first of these days. */
  readonly since: LocalDate
  readonly answers: number
  readonly replies: number
  /** Open work that a mail opened. */
  readonly waiting: AtLeast
  readonly openWork: AtLeast
  readonly lateWork: AtLeast
}

const exactly = (count: number): AtLeast => ({ count, isMore: false })

export function listeningCounts(heard: Heard, { locale, visitor }: Pick<Frame, 'locale' | 'visitor'>): Html {
  const words = WORDS[locale]
  const { days, since, answers, replies, waiting, openWork, lateWork } = heard
  const may = (permission: Permission) => visitor !== null && mayDo(visitor.role, permission)
  const toHeard = (which: Parameters<typeof listeningPath>[0]) => (may('see-listening') ? listeningPath(which) : null)
  const toWork = (which: OpenWork) => (may('see-work') ? openWorkPath(which) : null)
  const counter = ({ name, count, text, path }: { name: string; count: AtLeast; text: string; path: string | null }) => {
    const counted = html`<b data-count="${name}">${writtenAtLeast(count, locale)}</b> ${text}`
    return path === null ? html`<li>${counted}</li>` : html`<li><a href="${path}">${counted}</a></li>`
  }
  return html`<section>
        <h2>${words.title}</h2>
        <ul class="counters">
          ${counter({ name: 'answers', count: exactly(answers), text: words.answers({ count: answers, days }), path: toHeard({ show: 'answers', from: since, suspects: 'without' }) })}
          ${counter({ name: 'replies', count: exactly(replies), text: words.replies({ count: replies, days }), path: toHeard({ show: 'replies', from: since }) })}
          ${counter({ name: 'waiting', count: waiting, text: words.waiting(waiting.count), path: toWork({ from: 'mail' }) })}
          ${counter({ name: 'open-work', count: openWork, text: words.open(openWork.count), path: toWork({}) })}
          ${counter({ name: 'late-work', count: lateWork, text: words.late, path: toWork({ due: 'late' }) })}
        </ul>
        ${may('see-work') ? html`<p><a href="${callsPath({})}">${words.calls}</a></p>` : ''}
      </section>`
}
