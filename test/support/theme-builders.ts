/** Rules of themes: a test names only what it is about. */
import { type Theme, ThemesSchema } from '#core/campaign/themes.ts'

export function aTheme(id: string, vi: readonly string[] = [], over: Partial<Theme> = {}): Theme {
  const [theme] = ThemesSchema.parse({ themes: [{ id, name: { vi: id, en: id }, words: { vi, en: [] }, ...over }] }).themes
  if (!theme) throw new Error('no theme')
  return theme
}
