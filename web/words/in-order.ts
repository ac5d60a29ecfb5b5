/** The order in which a reader of the page's language looks a name up: `Đ` after `D`, marks after letters, small letters beside capitals. */
import type { PageLocale } from '#web/customer/page.ts'

const COLLATORS: Readonly<Record<PageLocale, Intl.Collator>> = {
  vi: new Intl.Collator('vi', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}

export const inOrder = <One>(
  found: readonly One[],
  { locale, by }: { readonly locale: PageLocale; readonly by: (one: One) => string },
): readonly One[] => found.toSorted((a, b) => COLLATORS[locale].compare(by(a), by(b)))
