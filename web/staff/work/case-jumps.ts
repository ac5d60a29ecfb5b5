/** What can be done with a case, one tap below its title: on a phone the forms stand far below what the customer said. */
import { html } from 'hono/html'
import { escalationOf } from '#core/work/case/case-standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { workPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    label: 'Làm gì với vụ việc',
    write: 'Viết thư cho khách',
    askSolved: 'Hỏi khách đã ổn chưa',
    move: 'Chuyển bước',
    ask: 'Hỏi bộ phận',
    merge: 'Gộp vụ việc',
    compensate: 'Bù đắp cho khách',
    file: 'Thêm ảnh, tệp',
    escalate: 'Báo lên trên',
    assign: 'Giao việc',
  },
  en: {
    label: 'What to do with the case',
    write: 'Write to the customer',
    askSolved: 'Ask whether it is solved',
    move: 'Move it on',
    ask: 'Ask a department',
    merge: 'Merge it',
    compensate: 'Compensate',
    file: 'Add a photo or a file',
    escalate: 'Take it up',
    assign: 'Hand it over',
  },
})

interface Jumping {
  readonly locale: PageLocale
  /** Whether there are departments to ask. */
  readonly canAsk: boolean
  /** Whether there is a case that it may become part of. */
  readonly canMerge: boolean
  /** Whether there is a catalogue of compensation. */
  readonly canCompensate: boolean
}

export function caseJumps(item: Case, { locale, canAsk, canMerge, canCompensate }: Jumping): Html {
  const words = WORDS[locale]
  const write = `${workPath(item.workId)}/write`
  // The headings of the forms on the same page, by their ids.
  const forms = [
    'move',
    ...(canAsk ? (['ask'] as const) : []),
    ...(canMerge ? (['merge'] as const) : []),
    ...(canCompensate ? (['compensate'] as const) : []),
    ...(escalationOf(item) === 'director' ? [] : (['escalate'] as const)),
    'file',
    'assign',
  ] as const
  const letters =
    item.customerId === null
      ? ''
      : html`<a href="${write}" data-write>${words.write}</a> <a href="${write}?purpose=solved">${words.askSolved}</a> `
  return html`<p class="pages" role="navigation" aria-label="${words.label}">${letters}${forms.map((id) => html`<a href="#${id}">${words[id]}</a> `)}</p>`
}
