/** What came in lately and what waits, in four numbers, each leading to where it can be seen. */
import { html } from 'hono/html'
import { standingAnswer } from '#core/survey/response.ts'
import { addDays } from '#core/time/local-date.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { todayOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = {
  vi: {
    title: 'Lắng nghe',
    answers: (days: number) => `câu trả lời trong ${days} ngày`,
    replies: (days: number) => `thư của khách trong ${days} ngày`,
    waiting: 'thư chờ người xử lý',
    open: 'việc đang mở',
    late: 'việc đã trễ',
  },
  en: {
    title: 'Listening',
    answers: (days: number) => `answers within ${days} days`,
    replies: (days: number) => `mails within ${days} days`,
    waiting: 'mails waiting for a person',
    open: 'open work items',
    late: 'overdue',
  },
} as const

const DAYS = 7

export async function listeningCounts(system: StaffSystem, { locale, now }: Frame): Promise<Html> {
  const { responses, replies, work } = system.stores
  const words = WORDS[locale]
  const today = todayOf(system)
  const days = Array.from({ length: DAYS }, (_, back) => addDays(today, -back))
  const [answered, received, open] = await Promise.all([
    Promise.all(days.map((day) => counted(responses.answeredOn(day), (response) => standingAnswer(response) !== undefined))),
    Promise.all(days.map((day) => counted(replies.receivedOn(day)))),
    work.allOpen(),
  ])
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const late = open.filter((item) => deadlinesOf(item, system.companyRules).begin <= now).length
  const counter = ({ name, count, text, path }: { name: string; count: number; text: string; path: string }) =>
    html`<li><a href="${path}"><b data-count="${name}">${writtenCount(count, locale)}</b> ${text}</a></li>`
  return html`<section>
        <h2>${words.title}</h2>
        <ul class="counters">
          ${counter({ name: 'answers', count: sum(answered), text: words.answers(DAYS), path: '/listening?show=answers' })}
          ${counter({ name: 'replies', count: sum(received), text: words.replies(DAYS), path: '/listening?show=replies' })}
          ${counter({ name: 'waiting', count: open.filter(({ subject }) => subject.replyId !== null).length, text: words.waiting, path: '/work' })}
          ${counter({ name: 'open-work', count: open.length, text: words.open, path: '/work' })}
          ${counter({ name: 'late-work', count: late, text: words.late, path: '/work' })}
        </ul>
      </section>`
}

async function counted<Row>(pages: AsyncIterable<readonly Row[]>, counts: (row: Row) => boolean = () => true): Promise<number> {
  let count = 0
  for await (const page of pages) count += page.filter(counts).length
  return count
}
