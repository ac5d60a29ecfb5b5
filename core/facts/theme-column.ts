/** The themes of a text as one column: ids in alphabetical order with a blank between. Empty: no rule took it; null: there is nothing to read. */

export const themeColumn = (themes: readonly string[] | null): string | null => themes?.join(' ') ?? null

export const themesIn = (column: string | null): readonly string[] | null =>
  column === null ? null : column.split(' ').filter((id) => id !== '')
