/** How the company works on what customers come with, on one page to print and to hand to whoever asks: steps, severities, clocks and categories. */
import { html } from 'hono/html'
import type { CaseCategory, CasePolicy, Length, SeverityRules } from '#core/campaign/case-policy.ts'
import { SEVERITIES, type Severity } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import { CASE_STEPS } from '#core/work/case/case-event.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { table } from '#web/staff/table.ts'
import { PROCEDURE_WORDS as WORDS } from '#web/staff/work/procedure-words.ts'
import {
  CLOCK_WORDS,
  LEVEL_WORDS,
  lengthInWords,
  REQUIREMENT_WORDS,
  STEP_WORDS,
  severityNamed,
  TYPE_WORDS,
} from '#web/words/cases.ts'

const CLOCKS = ['acknowledge', 'propose', 'reply', 'resolve'] as const

export function procedurePage(frame: Frame, rules: CompanyRules): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const { cases } = rules
  const shown = { cases, locale }
  const body = html`<p class="back"><a href="/work">← ${words.back}</a></p>
      <h1>${words.title}</h1>
      <p class="quiet">${words.source}</p>
      <section><h2>${words.steps}</h2><ol>${CASE_STEPS.map((step) => html`<li><b>${STEP_WORDS[locale][step]}</b>: ${words.demands[step]}</li>`)}<li><b>${words.closed}</b>: ${words.closing(cases.triesBeforeClosing)}</li></ol>
        <ul>${afterwards(shown).map((line) => html`<li>${line}</li>`)}</ul></section>
      <section><h2>${words.severities}</h2><p>${words.byType(severitiesOfTypes(shown))}</p>
        ${table({
          locale,
          label: words.severities,
          headings: [words.severity, words.when, ...CLOCKS.map((clock) => CLOCK_WORDS[locale][clock]), words.goesUp],
          rows: SEVERITIES.map((severity) => severityRow(severity, shown)),
        })}
        <p>${words.reminders(cases.reminders.map((percent) => `${percent}%`).join(', '))} ${words.next(lengthIn(cases.nextPersonAfter, shown))}</p>
        <p>${words.approvals(lengthIn(cases.remindApprovalAfter, shown))}</p>
        <p>${words.law(cases.law.workingDays)} <small>${cases.law.source}</small></p>
        <p>${words.holds(severityNamed(cases.holdCareFrom, shown))}</p></section>
      <section><h2>${words.categories}</h2>${table({
        locale,
        label: words.categories,
        headings: [words.category, words.needs, words.department],
        rows: cases.categories.map((category) => categoryRow(category, { ...shown, rules })),
      })}</section>`
  return framePage({ frame, section: 'work', title: words.title, body })
}

interface Shown {
  readonly cases: CasePolicy
  readonly locale: PageLocale
}

const lengthIn = (length: Length, { locale }: Shown) => lengthInWords(length, { time: 'working', locale })

/** `Khiếu nại: S3 Thường, Yêu cầu: S4 Nhẹ …`. */
const severitiesOfTypes = (shown: Shown): string =>
  Object.entries(shown.cases.types)
    .map(
      ([type, severity]) =>
        `${TYPE_WORDS[shown.locale][type as keyof typeof shown.cases.types]}: ${severityNamed(severity, shown)}`,
    )
    .join(', ')

function severityRow(severity: Severity, shown: Shown): readonly string[] {
  const { locale } = shown
  const { clocks, when, escalate } = shown.cases.severities[severity]
  const words = WORDS[locale]
  const within = (length: Length | null) =>
    length === null ? words.nothing : lengthInWords(length, { time: clocks.time, locale })
  const up = escalate.map(({ percent, to }) => words.up(`${percent}%`, LEVEL_WORDS[locale][to]))
  return [
    severityNamed(severity, shown),
    rulesInWords(when, locale),
    ...CLOCKS.map((clock) => within(clocks[clock])),
    up.join('; ') || words.nothing,
  ]
}

const categoryRow = (
  { name, requires, department }: CaseCategory,
  { locale, rules }: Shown & { readonly rules: CompanyRules },
): readonly string[] => [
  name[locale],
  requires.map((field) => REQUIREMENT_WORDS[locale][field]).join(', ') || WORDS[locale].nothing,
  department === undefined ? WORDS[locale].nothing : departmentNamed(rules.departments, department, locale),
]

function rulesInWords({ scoreAtMost, words: said, tiers, repeat }: SeverityRules['when'], locale: PageLocale): string {
  const words = WORDS[locale]
  const all = [
    ...(scoreAtMost === undefined ? [] : [words.score(scoreAtMost)]),
    ...(said[locale].length === 0 ? [] : [words.said(said[locale].map((word) => `“${word}”`).join(', '))]),
    ...(tiers.length === 0 ? [] : [words.tiers(tiers.join(', '))]),
    ...(repeat ? [words.repeat] : []),
  ]
  return all.join('; ') || words.nothing
}

/** What waits for the customer, and what comes after the closing. */
function afterwards(shown: Shown): readonly string[] {
  const { cases, locale } = shown
  const words = WORDS[locale]
  const { followUp } = cases
  return [
    words.waiting(lengthIn(cases.customerAnswersIn, shown)),
    words.unsolved(lengthIn(cases.unsolvedAnswerIn, shown)),
    ...(followUp === null ? [] : [words.followUp[followUp.by](followUp.workingDays)]),
    words.repeats(cases.repeatWithinDays),
  ]
}
