/** What staff describe of a case, in words: its type, its category, what the category asks for. */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { CASE_FIELDS } from '#core/campaign/case-terms.ts'
import { type Department, departmentNamed } from '#core/campaign/departments.ts'
import type { Described } from '#core/work/case/case-event.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { categoryNamed, FIELD_WORDS, TYPE_WORDS } from '#web/words/cases.ts'

const WORDS = bothLanguages({
  vi: { department: 'Bộ phận', because: 'Vì sao' },
  en: { department: 'Department', because: 'Why' },
})

interface Telling {
  readonly locale: PageLocale
  readonly cases: CasePolicy | undefined
  readonly departments: readonly Department[]
}

/** `Giao hàng chậm; Mã đơn hàng: DH-1; Bộ phận: Kho`. */
export function descriptionInWords(
  { type, category, fields, department, because }: Described,
  { locale, cases, departments }: Telling,
): string {
  const words = WORDS[locale]
  return [
    ...(type === undefined ? [] : [TYPE_WORDS[locale][type]]),
    cases ? categoryNamed(category, { cases, locale }) : category,
    ...fieldLines(fields, locale),
    ...(department === undefined ? [] : [`${words.department}: ${departmentNamed(departments, department, locale)}`]),
    ...(because === undefined ? [] : [`${words.because}: ${because}`]),
  ].join('; ')
}

/** `Mã đơn hàng: DH-1`, a line for each that was filled in, in the order of the form. */
export const fieldLines = (fields: Described['fields'], locale: PageLocale): readonly string[] =>
  CASE_FIELDS.flatMap((field) => (fields[field] === undefined ? [] : [`${FIELD_WORDS[locale][field]}: ${fields[field]}`]))
