/** The history of an item of work as a list, oldest first: each event with who and when, and under it what staff wrote. */
import { html } from 'hono/html'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { quoted } from '#web/staff/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { type EventTelling, eventInWords } from '#web/words/work-events.ts'

const WORDS = bothLanguages({
  vi: { label: 'Diễn biến', before: (count: number) => `${count} lần trước đó` },
  en: { label: 'History', before: (count: number) => (count === 1 ? '1 event before' : `${count} events before`) },
})

/** Shown at once beside the opening; what lies between is folded away. */
const LATEST = 10

export function historyList(item: WorkItem, telling: EventTelling): Html {
  const [opened, ...later] = item.events
  const line = (event: WorkItem['events'][number]) => eventLine(event, item, telling)
  const words = WORDS[telling.locale]
  const folded = later.slice(0, -LATEST)
  return html`<ul class="plain" data-history aria-label="${words.label}">${line(opened)}${
    folded.length === 0
      ? ''
      : html`<li><details><summary>${words.before(folded.length)}</summary><ul class="plain">${folded.map(line)}</ul></details></li>`
  }${later.slice(-LATEST).map(line)}</ul>`
}

function eventLine(event: WorkItem['events'][number], item: WorkItem, telling: EventTelling): Html {
  const { what, note } = eventInWords(event, item, telling)
  return html`<li><small>${what}</small>${note === null ? '' : html`<br>${quoted(note, telling.locale)}`}</li>`
}
