/** The themes of one text with who corrected them, and the form with which staff add one and take one away. */
import { html } from 'hono/html'
import type { ThemeSetting } from '#core/campaign/theme-set.ts'
import { type Theme, themeNamed } from '#core/campaign/themes.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { THEME_WORDS as WORDS } from '#web/words/themes.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface ThemesOfText {
  /** As they stand, corrected. */
  readonly found: readonly string[]
  /** What staff said, the oldest first. */
  readonly corrections: readonly (ThemeSetting & { readonly by: string | null; readonly at: Instant })[]
  /** Of the company. */
  readonly themes: readonly Theme[]
}

export const themeChips = ({ found, themes }: Pick<ThemesOfText, 'found' | 'themes'>, locale: PageLocale): Html =>
  html`${found.map((id) => html`${chip(themeNamed(themes, id, locale))} `)}`

/** `action`: where the form goes; `hidden`: what it says beside. Without a theme of the company there is nothing to choose from. */
export function themeEditor(
  text: ThemesOfText,
  {
    frame,
    action,
    hidden,
  }: { readonly frame: Frame; readonly action: string; readonly hidden: Readonly<Record<string, string>> },
): Html | string {
  const { locale, company } = frame
  const { found, corrections, themes } = text
  const words = WORDS[locale]
  const said = corrections.map(({ theme, as, by, at }) =>
    words.corrected[as](
      writtenInstant(at, { zone: company.zone, locale }),
      staffNamed(by, locale),
      themeNamed(themes, theme, locale),
    ),
  )
  const history =
    said.length === 0
      ? ''
      : html`<ul class="plain" data-corrections>${said.map((line) => html`<li><small>${line}</small></li>`)}</ul>`
  if (themes.length === 0 && found.length === 0) return history
  if (notPermitted(frame, 'note-work') !== null) return history
  const others = themes.filter(({ id }) => !found.includes(id))
  const kept = Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`${history}<details data-themes><summary>${words.correct}</summary>
            ${found.length === 0 ? '' : html`<form method="post" action="${action}" class="buttons">${kept}<input type="hidden" name="as" value="removed">${found.map((id) => html`<button class="quiet" name="theme" value="${id}">${words.remove(themeNamed(themes, id, locale))}</button> `)}</form>`}
            ${others.length === 0 ? '' : html`<form method="post" action="${action}">${kept}<input type="hidden" name="as" value="added"><p><label>${words.add} <select name="theme">${others.map(({ id, name }) => html`<option value="${id}">${name[locale]}</option>`)}</select></label></p><p class="buttons"><button class="quiet">${words.addNow}</button></p></form>`}
          </details>`
}
