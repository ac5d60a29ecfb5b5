/** A member of staff in words: by their name, or as one of whom the store holds none, such as in rows of an earlier version. */
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const UNNAMED = bothLanguages({ vi: 'nhân viên không ghi tên', en: 'a member of staff, not named' })

export const staffNamed = (name: string | null, locale: PageLocale): string => name ?? UNNAMED[locale]
