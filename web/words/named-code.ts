/** The name of a language or a country in the reader's language. */
import type { PageLocale } from '#web/customer/page.ts'

/** `Tiếng Việt`, `Việt Nam`; what is no code of a language or a country stays as it is. */
export function namedCode({
  type,
  code,
  locale,
}: {
  readonly type: 'language' | 'region'
  readonly code: string
  readonly locale: PageLocale
}): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code
  } catch {
    return code
  }
}
