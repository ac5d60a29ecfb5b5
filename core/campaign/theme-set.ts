/** What staff say of the themes of one text. It holds against the rules, also against rules that are corrected later. */
import * as z from 'zod'

export const THEME_SETTINGS = ['added', 'removed'] as const

export const ThemeSettingSchema = z.object({
  /** The id of a theme; one that the file no longer has stays. */
  theme: z.string(),
  as: z.enum(THEME_SETTINGS),
})
export type ThemeSetting = Readonly<z.infer<typeof ThemeSettingSchema>>

/** The themes that the rules found, as staff corrected them: of each theme the last word counts. In alphabetical order. */
export function correctedThemes(found: readonly string[], settings: readonly ThemeSetting[]): readonly string[] {
  const themes = new Set(found)
  for (const { theme, as } of settings) {
    if (as === 'added') themes.add(theme)
    else themes.delete(theme)
  }
  return [...themes].toSorted()
}
