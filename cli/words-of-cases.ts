/** Cases for the operator: a line in a list, and one of them whole. */
import { writtenTime } from '#cli/written-clock.ts'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { Severity } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Raised } from '#core/work/case/case-raised.ts'
import type { CaseSummary, ClockShown } from '#core/work/case/case-summary.ts'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { questionClock, questionsOf } from '#core/work/case/questions.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { ownerOf, stateOf } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'
import {
  CLOCK_WORDS,
  categoryNamed,
  LEVEL_WORDS,
  REQUIREMENT_WORDS,
  severityNamed,
  TYPE_WORDS,
  whyThisSeverity,
} from '#web/words/cases.ts'
import { amountInWords } from '#web/words/compensation-events.ts'
import { COMPENSATION_STATE_WORDS } from '#web/words/compensations.ts'
import { fileInWords } from '#web/words/files.ts'
import { questionStands } from '#web/words/questions.ts'
import { WORK_STATE_WORDS } from '#web/words/work.ts'
import { eventInWords } from '#web/words/work-events.ts'

interface Told {
  readonly item: Case
  readonly summary: CaseSummary
  readonly cases: CasePolicy
  readonly zone: string
}

export function lineOfCase(
  { item, summary, cases, zone }: Told,
  { begin, isLate }: { readonly begin: Instant; readonly isLate: boolean },
): string {
  const { severity, type, category, isWaiting, escalated } = summary
  const owner = ownerOf(item)
  const told = [
    severityNamed(severity, { cases, locale: 'en' }),
    TYPE_WORDS.en[type],
    ...(category === null ? [] : [categoryNamed(category, { cases, locale: 'en' })]),
    WORK_STATE_WORDS.en[stateOf(item)],
    ...(isWaiting ? ['waiting for the customer'] : []),
    ...(escalated === null ? [] : [`with ${LEVEL_WORDS.en[escalated]}`]),
    owner.is === 'person' ? owner.name : (teamOfOwner(owner) ?? 'nobody yet'),
  ].join(', ')
  return `${isLate ? 'OVERDUE ' : ''}${writtenTime(begin, zone)} ${told}: ${item.customerId ?? '(nobody known)'} ${item.workId}`
}

/** `open, follow up, S2 High`: how a case stands behind an act. */
export const standingOfCase = (item: Case, severity: Severity, cases: CasePolicy): string =>
  `${WORK_STATE_WORDS.en[stateOf(item)]}, ${severityNamed(severity, { cases, locale: 'en' })}`

interface ToldWhole extends Pick<Told, 'item' | 'summary'> {
  readonly rules: CompanyRules
  readonly now: Instant
}

export function wholeCase({ item, summary, rules, now }: ToldWhole): readonly string[] {
  const { cases, departments, themes } = rules
  const { zone } = rules.company
  const { severity, because, type, category, missing, department, raised, isWaiting, holdsCare, clocks } = summary
  const at = (instant: Instant) => writtenTime(instant, zone)
  return [
    `${item.workId}: ${TYPE_WORDS.en[type]}, ${WORK_STATE_WORDS.en[stateOf(item)]}${isWaiting ? ', waiting for the customer' : ''}`,
    `severity: ${severityNamed(severity, { cases, locale: 'en' })}, ${whyThisSeverity(because, 'en')}`,
    ...(holdsCare && item.customerId !== null
      ? ['greetings, offers and surveys to the customer are kept back until it is closed']
      : []),
    `category: ${category === null ? 'none yet' : categoryNamed(category, { cases, locale: 'en' })}${missing === null || missing.length === 0 ? '' : `; missing: ${missing.map((asked) => REQUIREMENT_WORDS.en[asked]).join(', ')}`}`,
    ...(department === null ? [] : [`department: ${departmentNamed(departments, department, 'en')}`]),
    ...(raised === null ? [] : [raisedInLine(raised, at)]),
    ...clocks.flatMap((clock) => [`${CLOCK_WORDS.en[clock.is]}: ${clockInLine(clock, at)}`, ...ringsInLines(clock, at)]),
    ...questionsOf(item).map((question) => {
      const { questionId, department: asked, to } = question.asked
      const stands = questionStands(question, questionClock(question, { rules, now }), { locale: 'en', at })
      return `question ${questionId} to ${departmentNamed(departments, asked, 'en')}, ${to.name}: ${stands}`
    }),
    ...compensationsOf(item).map(
      ({ asked, state }) =>
        `compensation ${asked.compensationId}, ${asked.name.en}, ${amountInWords(asked.amount, 'en')}: ${COMPENSATION_STATE_WORDS.en[state]}`,
    ),
    ...filesOf(item).map((file) => `file ${file.sha256.slice(0, 12)}: ${file.name} (${fileInWords(file, 'en')})`),
    ...item.events.map((event) => {
      const { what, note } = eventInWords(event, item, { locale: 'en', at, cases, departments, themes })
      return `    ${note === null ? what : `${what}: ${note}`}`
    }),
  ]
}

function raisedInLine({ to, since, told, takenUp }: Raised, at: (instant: Instant) => string): string {
  const names = told.map((person) => person?.name ?? 'nobody left')
  const taken = takenUp === null ? 'not taken up' : `taken up by ${takenUp.by.name} ${at(takenUp.at)}`
  return `with: ${LEVEL_WORDS.en[to]} since ${at(since)}; told: ${names.length === 0 ? 'nobody yet' : names.join(', ')}; ${taken}`
}

/** Reminders that went out, and what is to come. */
const ringsInLines = ({ sent, remind, escalate }: ClockShown, at: (instant: Instant) => string): readonly string[] => [
  ...sent.map((one) => `    reminded at ${one.percent}%: ${one.to ?? 'nobody'} ${at(one.at)}`),
  ...remind.map((one) => `    to remind at ${one.percent}%: ${at(one.at)}`),
  ...escalate.map((one) => `    goes up to ${LEVEL_WORDS.en[one.to]} at ${one.percent}%: ${at(one.at)}`),
]

function clockInLine({ state, dueAt, metAt }: ClockShown, at: (instant: Instant) => string): string {
  const due = dueAt === null ? '' : at(dueAt)
  const met = metAt === null ? '' : at(metAt)
  switch (state) {
    case 'running':
      return `by ${due}`
    case 'late':
      return `by ${due}, LATE`
    case 'paused':
      return 'stands still while the customer is waited for'
    case 'met':
      return `done ${met}${due === '' ? '' : `, by ${due}`}`
    case 'met-late':
      return `done ${met}, LATE: by ${due}`
  }
}
