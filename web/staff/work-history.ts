/** The history of an item of work as a list, oldest first: each event with who and when, and under it what staff wrote. */
import { html } from 'hono/html'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { quoted } from '#web/staff/answers.ts'
import { type EventTelling, eventInWords } from '#web/words/work.ts'

const LABEL = { vi: 'Diễn biến', en: 'History' } as const

export const historyList = ({ events }: WorkItem, telling: EventTelling): Html =>
  html`<ul class="plain" data-history aria-label="${LABEL[telling.locale]}">${events.map((event) => {
    const { what, note } = eventInWords(event, telling)
    return html`<li><small>${what}</small>${note === null ? '' : html`<br>${quoted(note, telling.locale)}`}</li>`
  })}</ul>`
