/** What became of a change to a member's day, on the page that comes after it. */
import { html } from 'hono/html'
import { DUTY_REFUSALS } from '#core/duty/duty-change.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { DUTY_CHANGED } from '#web/staff/team/team-shown.ts'
import { TEAM_SAID } from '#web/staff/team/team-words.ts'

/** Nothing for a word that is none of these. */
export function teamSaidLine(word: string | undefined, locale: PageLocale): Html | string {
  const changed = DUTY_CHANGED.find((one) => one === word)
  if (changed) return html`<p class="said" role="status">${TEAM_SAID[locale][changed]}</p>`
  const refusal = DUTY_REFUSALS.find((one) => one === word)
  return refusal ? html`<p class="said warn" role="alert">${TEAM_SAID[locale][refusal]}</p>` : ''
}
