/** Text as people write it, made comparable: one normal form, no invisible characters, and a folded form for search and headings. */

/** Controls, zero-width marks, bidirectional marks: characters that a reader does not see. */
const INVISIBLE = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu

export const hasInvisible = (text: string): boolean => text.search(INVISIBLE) >= 0

/** Removes invisible characters without a blank in their place; for addresses and numbers. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '')

/** NFC, line breaks and runs of blanks as one blank, no invisible characters. */
export const tidy = (text: string): string =>
  withoutInvisible(text.normalize('NFC').replace(/\s+/gu, ' ')).replace(/ {2,}/g, ' ').trim()

/** For search: lower case, no marks. Đ has no decomposition, and Ð and Ɖ only look like it; all become d. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ĐđÐðƉɖ]/gu, 'd')
    .toLowerCase()

/** Folded and cut into words: `customerId`, `customer_id` and `Customer ID` are the same. */
export const foldedWords = (text: string): string =>
  folded(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Whether text was damaged on its way here: UTF-8 read as Latin (`Nguyá»…n`), letters replaced by `?` or by the
 * replacement character.
 */
export const isGarbled = (text: string): boolean => /\uFFFD|\p{L}\?\p{L}/u.test(text) || UTF8_AS_LATIN.test(text)

/**
 * The first byte of a Vietnamese letter in UTF-8 (C3 to C6, or E1 with BA or BB) and the byte behind it, as Windows-1252 and Latin-1 show them.
 * Without the bytes shown as quotes, dashes and stops, which may stand behind a letter; of these only `Ä‘`, đ, is sure.
 */
const UTF8_AS_LATIN = /á[»º]|Ä‘|[ÃÄÅÆ][\u0080-\u009F\u00A1-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]/u
