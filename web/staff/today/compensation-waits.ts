/** What colleagues ask to give to customers and the visitor may approve, on the first page. */
import { html } from 'hono/html'
import type { CompensationAsked } from '#core/work/case/compensation-event.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { amountInWords } from '#web/words/compensation-events.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Bù đắp chờ bạn duyệt',
    asked: (who: string, at: string) => `${who} đề nghị lúc ${at}`,
  },
  en: {
    title: 'Compensation that waits for your approval',
    asked: (who, at) => `asked for by ${who} at ${at}`,
  },
})

export interface WaitingCompensation {
  readonly workId: string
  readonly asked: CompensationAsked
}

export function compensationWaits(waiting: readonly WaitingCompensation[], { locale, company }: Frame): Html | string {
  if (waiting.length === 0) return ''
  const words = WORDS[locale]
  const lines = waiting.map(({ workId, asked }) => {
    const at = writtenInstant(asked.at, { zone: company.zone, locale })
    return html`<li><a href="${workPath(workId)}#decide-compensation">${asked.name[locale]}, ${amountInWords(asked.amount, locale)}</a> <small>${words.asked(staffNamed(nameOf(asked.by), locale), at)}</small></li>`
  })
  return html`<section data-compensation-waits="${waiting.length}"><h2>${words.title}</h2><ul class="plain">${lines}</ul></section>`
}
