/** What staff do about complaints of this category: the steps and limits of its playbook, its version, and what changed. */
import { html } from 'hono/html'
import { type Playbook, versionOf } from '#core/campaign/playbook.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Cách xử lý loại vụ việc này',
    limits: 'Giới hạn',
    version: (version: number, on: string, by: string) => `Bản ${version}, ngày ${on}, ${by} sửa`,
    owner: (owner: string) => `Người phụ trách: ${owner}`,
    before: 'Các bản trước',
  },
  en: {
    title: 'What to do about this category',
    limits: 'Limits',
    version: (version: number, on: string, by: string) => `Version ${version} of ${on}, by ${by}`,
    owner: (owner: string) => `Answers for it: ${owner}`,
    before: 'Versions before',
  },
})

export function playbookCard(playbook: Playbook, locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<section data-playbook="${versionOf(playbook).version}"><h2>${words.title}</h2>${playbookParts(playbook, locale)}</section>`
}

/** Without a heading: for a page that has its own. */
export function playbookParts(playbook: Playbook, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { steps, limits, owner, changes } = playbook
  const older = changes.slice(0, -1).toReversed()
  const lines = (texts: Playbook['steps']) => texts.map((text) => html`<li>${text[locale]}</li>`)
  const changed = ({ version, on, by, note }: Playbook['changes'][number]) =>
    html`<p><small>${words.version(version, shortDate(on, locale), by)}: ${note[locale]}</small></p>`
  return html`<ol>${lines(steps)}</ol>${limits.length === 0 ? '' : html`<h3>${words.limits}</h3><ul>${lines(limits)}</ul>`}${changed(versionOf(playbook))}<p><small>${words.owner(owner)}</small></p>${older.length === 0 ? '' : html`<details><summary>${words.before}</summary>${older.map(changed)}</details>`}`
}
