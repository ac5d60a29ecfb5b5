/** Whether a department has answered, or is waited for, where a case stands in a list and at the head of its screen. */
import { departmentNews } from '#core/work/case/questions.ts'
import type { History } from '#core/work/work-event.ts'
import type { Html } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: { answered: 'bộ phận đã trả lời', waits: 'chờ bộ phận' },
  en: { answered: 'the department answered', waits: 'asked of a department' },
})

export function departmentChip(item: History, { locale }: Pick<Frame, 'locale'>): Html | string {
  const news = departmentNews(item)
  return news === null ? '' : chip(WORDS[locale][news], news === 'answered' ? 'good' : 'plain')
}
