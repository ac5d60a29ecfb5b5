/** What a colleague wrote when they handed an open item over: for who has it now, in lists and on its screen. */
import { html } from 'hono/html'
import { nameOf } from '#core/work/event-staff.ts'
import { handOverOf, isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { quoted } from '#web/staff/answers.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: { from: (who: string, at: string) => `${who} bàn giao lúc ${at}:` },
  en: { from: (who: string, at: string) => `${who} handed it over at ${at}:` },
})

export function handOverNote(item: WorkItem, { locale, company }: Pick<Frame, 'locale' | 'company'>): Html | string {
  const handing = isOpen(item) ? handOverOf(item) : undefined
  if (handing?.note === undefined) return ''
  const words = WORDS[locale]
  const at = writtenInstant(handing.at, { zone: company.zone, locale })
  return html`<p class="said" data-hand-over><small>${words.from(staffNamed(nameOf(handing.by), locale), at)}</small><br>${quoted(handing.note, locale)}</p>`
}
