/** What a department was told in a week, and what it still has open: counted by category, in words without names. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type Instant, isWithin } from '#core/time/instant.ts'
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { descriptionOf } from '#core/work/case/case-standing.ts'
import type { CaseRules } from '#core/work/case/case-time.ts'
import { whoAnswers } from '#core/work/case/question-link.ts'
import { isOpenQuestion, type Question, type QuestionClock, questionClock, questionsOf } from '#core/work/case/questions.ts'
import { withoutNames } from '#core/work/case/without-names.ts'
import type { Case } from '#core/work/work-item.ts'

export interface DigestLine {
  readonly question: Question
  readonly clock: QuestionClock
  /** Who is to answer: the person who was asked, or who took over. */
  readonly reader: string
  /** The id of the case's category; null while none is chosen. */
  readonly category: string | null
  /** The question and what was told with it. */
  readonly words: string
}

export interface DepartmentDigest {
  readonly department: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Of the week, the oldest first. */
  readonly told: readonly DigestLine[]
  /** Asked before the week ended, however long ago. */
  readonly open: readonly DigestLine[]
  /** Of the week, the most frequent first. */
  readonly counts: readonly { readonly category: string | null; readonly count: number }[]
}

/** The week before the one that the day is in. */
export function weekBefore(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate; readonly monday: LocalDate } {
  const monday = addDays(today, 1 - weekdayOf(today))
  return { from: addDays(monday, -7), to: addDays(monday, -1), monday }
}

export interface AskedAbout {
  readonly item: Case
  /** Null where the customer is not known. */
  readonly fullName: string | null
}

interface Digesting {
  readonly department: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly rules: CaseRules & Pick<CompanyRules, 'departments'>
  readonly now: Instant
}

/** Null when there is nothing to tell. */
export function departmentDigest(
  cases: readonly AskedAbout[],
  { department, from, to, rules, now }: Digesting,
): DepartmentDigest | null {
  const { zone } = rules.company
  const week = { from: dayStart(from, zone), to: dayStart(addDays(to, 1), zone) }
  const lines = cases
    .flatMap(({ item, fullName }) =>
      questionsOf(item)
        // What staff took back, or asked anew of another person, the department was not told for good.
        .filter(({ asked, state }) => asked.department === department && state !== 'withdrawn')
        .map((question) => lineOf(question, { item, fullName, rules, now })),
    )
    .toSorted((a, b) => (a.question.asked.at < b.question.asked.at ? -1 : 1))
  const told = lines.filter(({ question: { asked } }) => isWithin(asked.at, week) && asked.at < week.to)
  // What was asked since is told with its own week: else the first question of a week would bring the mail about the week before.
  const open = lines.filter(({ question }) => isOpenQuestion(question) && question.asked.at < week.to)
  if (told.length === 0 && open.length === 0) return null
  const categories = [...new Set(told.map(({ category }) => category))]
  const counts = categories
    .map((category) => ({ category, count: told.filter((line) => line.category === category).length }))
    .toSorted((a, b) => b.count - a.count)
  return { department, from, to, told, open, counts }
}

function lineOf(question: Question, { item, fullName, rules, now }: AskedAbout & Pick<Digesting, 'rules' | 'now'>): DigestLine {
  const { question: asked, extract } = question.asked
  return {
    question,
    clock: questionClock(question, { rules, now }),
    reader: whoAnswers(question.asked, rules.departments).name,
    category: descriptionOf(item)?.category ?? null,
    words: withoutNames([asked, extract].filter(Boolean).join('\n'), fullName),
  }
}
