/** How work ended for its customer, in words: reached or not, and whether at the first contact. */
import { isCallerUnknown } from '#core/work/caller-unknown.ts'
import type { Closed } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CALL_END_WORDS } from '#web/words/calls.ts'

const WORDS = bothLanguages({
  vi: {
    reached: 'đã gặp được khách',
    someoneReached: 'người gọi đã được nghe máy, chưa rõ là ai trong những khách chung số',
    notReached: 'chưa gặp được khách',
    notNeeded: 'không cần gặp khách',
    atFirst: 'xong ngay lần liên hệ đầu tiên',
    notAtFirst: 'phải liên hệ thêm mới xong',
  },
  en: {
    reached: 'the customer was reached',
    someoneReached: 'the caller was answered; which of those who share the number it was is not known',
    notReached: 'the customer was not reached',
    notNeeded: 'there was no need to reach the customer',
    atFirst: 'solved at the first contact',
    notAtFirst: 'not solved at the first contact',
  },
})

/** Whether the customer of the item was reached in this closing of it. */
export const closingInWords = (item: WorkItem, closing: Closed, locale: PageLocale): string | null =>
  isCallerUnknown(item, closing) ? WORDS[locale].someoneReached : reachedInWords(closing, locale)

/** For a call task that ended by an attempt: how. */
export function reachedInWords(
  { reached, contact, as }: Pick<Closed, 'reached' | 'contact' | 'as'>,
  locale: PageLocale,
): string | null {
  if (as !== undefined) return CALL_END_WORDS[locale][as]
  if (contact === 'not-needed') return WORDS[locale].notNeeded
  if (reached === null) return null
  return reached ? WORDS[locale].reached : WORDS[locale].notReached
}

/** Whether that was at the first contact, where staff say so. */
export const atFirstInWords = ({ atFirst }: Pick<Closed, 'atFirst'>, locale: PageLocale): string | null =>
  atFirst === undefined ? null : WORDS[locale][atFirst ? 'atFirst' : 'notAtFirst']
