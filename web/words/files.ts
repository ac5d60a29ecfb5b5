/** The files of cases in words. */
import type { AddedFile, FileType } from '#core/work/case/case-file.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { en, vi } from '#web/words/when.ts'

const TYPE_WORDS: Readonly<Record<FileType, string>> = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP', heic: 'HEIC', pdf: 'PDF' }

/** `1,2 MB`, or whole kB below. */
export function writtenSize(bytes: number, locale: PageLocale): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [Math.max(1, bytes / 1_000), 'kB']
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 'MB' ? 1 : 0 }).format(value)} ${unit}`
}

/** `JPEG, 1,2 MB`. */
export const fileInWords = ({ type, bytes }: Pick<AddedFile, 'type' | 'bytes'>, locale: PageLocale): string =>
  `${TYPE_WORDS[type]}, ${writtenSize(bytes, locale)}`

export const FILE_EVENT_WORDS = bothLanguages({
  vi: {
    added: (at: string, who: string, file: string) => `${who} thêm ${file}${vi.when(at)}`,
  },
  en: {
    added: (at, who, file) => `${who} added ${file}${en.when(at)}`,
  },
})
