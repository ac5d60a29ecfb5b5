/** What a case is about, on its screen: the themes of what was noted and said in it, as staff corrected them. */
import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { themesOfItem } from '#core/work/themes-of-item.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { themeChips, themeEditor } from '#web/staff/theme-editor.ts'
import { THEME_WORDS as WORDS } from '#web/words/themes.ts'

export function caseThemes(item: Case, { themes }: Pick<CompanyRules, 'themes'>, frame: Frame): Html | string {
  const found = themesOfItem(item, themes) ?? []
  if (themes.length === 0 && found.length === 0) return ''
  const words = WORDS[frame.locale]
  const corrections = item.events.flatMap((event) => (event.is === 'theme-set' ? [{ ...event, by: event.by.name }] : []))
  return html`<section id="themes"><h2>${words.themes}</h2>
            <p>${found.length === 0 ? html`<span class="quiet">${words.noneOfCase}</span>` : themeChips({ found, themes }, frame.locale)}</p>
            ${themeEditor({ found, corrections, themes }, { frame, action: `${workPath(item.workId)}/theme`, hidden: {} })}
          </section>`
}
