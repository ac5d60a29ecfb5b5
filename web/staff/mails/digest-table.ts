/** The file of the weekly mail to a department: a line for each question of the week and each that is open. */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { DepartmentDigest, DigestLine } from '#core/work/case/department-digest.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { DIGEST_WORDS } from '#web/staff/mails/digest-words.ts'
import { categoryNamed } from '#web/words/cases.ts'
import { questionStands } from '#web/words/questions.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface DigestTelling {
  readonly locale: PageLocale
  readonly zone: string
  /** Its name. */
  readonly department: string
  readonly cases: CasePolicy
}

/** `file`: its name without what says the format, in printable ASCII. */
export function digestTable(digest: DepartmentDigest, telling: DigestTelling) {
  const words = DIGEST_WORDS[telling.locale]
  const lines = [...new Map([...digest.told, ...digest.open].map((line) => [line.question.asked.questionId, line])).values()]
  return {
    file: words.fileName(digest.department, digest.from),
    title: words.title,
    headings: words.columns,
    rows: lines.map((line) => [
      writtenInstant(line.question.asked.at, telling),
      line.question.asked.to.name,
      categoryInWords(line, telling),
      standsInWords(line, telling),
      line.words,
      line.question.answered?.text ?? '',
    ]),
  }
}

export const categoryInWords = ({ category }: Pick<DigestLine, 'category'>, { cases, locale }: DigestTelling): string =>
  category === null ? DIGEST_WORDS[locale].none : categoryNamed(category, { cases, locale })

export const standsInWords = ({ question, clock }: DigestLine, { zone, locale }: DigestTelling): string =>
  questionStands(question, clock, { locale, at: (instant) => writtenInstant(instant, { zone, locale }) })
