/** On a customer's page: the work for staff that is open, with when it is due. What is done stands in the timeline. */
import { html } from 'hono/html'
import { holdsCare } from '#core/audience/open-case.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { gradeOf } from '#core/work/case/open-mark.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { isOpen, stateOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { table } from '#web/staff/table.ts'
import { workLink } from '#web/staff/work-link.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { WORK_STATE_WORDS, workInWords } from '#web/words/work.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Việc đang mở',
    columns: ['Việc', 'Hạn', 'Tình trạng'],
    late: 'trễ',
    toWork: 'mở việc',
    held: 'Khách đang có vụ việc nghiêm trọng chưa xong: lời chúc, ưu đãi và khảo sát tạm ngưng.',
  },
  en: {
    title: 'Open work',
    columns: ['Work', 'Due', 'State'],
    late: 'late',
    toWork: 'open it',
    held: 'A grave case is open: greetings, offers and surveys are kept back.',
  },
})

/** Nothing where no work is open. */
export function openWork(
  work: readonly WorkItem[],
  { frame, companyRules }: { readonly frame: Frame; readonly companyRules: CompanyRules },
): Html | string {
  const { locale, company, now } = frame
  const words = WORDS[locale]
  const rows = work
    .filter(isOpen)
    .map((item) => ({ item, due: deadlinesOf(item, companyRules).begin }))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ item, due }) => [
      workInWords(item, locale),
      html`<span class="days">${writtenInstant(due, { zone: company.zone, locale })}</span>${due <= now ? html` ${chip(words.late, 'warn')}` : ''}`,
      html`${chip(WORK_STATE_WORDS[locale][stateOf(item)], 'plain')} ${workLink({ workId: item.workId, words: words.toWork }, frame)}`,
    ])
  if (rows.length === 0) return ''
  const isHeld = work.some((item) => {
    const grade = gradeOf(item)
    return grade !== null && holdsCare(grade, companyRules.cases)
  })
  return html`<section id="work"><h2>${words.title}</h2>${isHeld ? html`<p data-holds-care>${words.held}</p>` : ''}${table({ locale, label: words.title, headings: words.columns, rows })}</section>`
}
