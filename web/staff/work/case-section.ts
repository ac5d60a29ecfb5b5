/** How a case stands, on its screen: its step, how grave it is and why, what it is about and what is missing, and its clocks. */
import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Raised } from '#core/work/case/case-raised.ts'
import { type CaseSummary, type ClockShown, caseSummary } from '#core/work/case/case-summary.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { partsOf } from '#core/work/case/parts-of-case.ts'
import { repeatOf } from '#core/work/case/repeat.ts'
import { isOpen, stateOf } from '#core/work/standing.ts'
import { type Case, openedAt, type WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { PROCEDURE_PATH, similarPath, workPath } from '#web/staff/paths.ts'
import { CASE_SECTION_WORDS } from '#web/staff/work/case-section-words.ts'
import {
  CLOCK_WORDS,
  categoryNamed,
  FIELD_WORDS,
  LEVEL_WORDS,
  REQUIREMENT_WORDS,
  STEP_WORDS,
  severityNamed,
  TYPE_WORDS,
  whyThisSeverity,
} from '#web/words/cases.ts'
import { writtenInstant } from '#web/words/written.ts'

interface CaseShown {
  readonly companyRules: CompanyRules
  /** Other work of the customer. */
  readonly others: readonly WorkItem[]
}

export function caseSection(item: Case, { companyRules, others }: CaseShown, { locale, company, now }: Frame): Html {
  const words = CASE_SECTION_WORDS[locale]
  const { cases } = companyRules
  const summary = caseSummary(item, { rules: companyRules, now })
  const state = stateOf(item)
  const at = (instant: Instant) => writtenInstant(instant, { zone: company.zone, locale })
  const row = (label: string, value: Html | string) => html`<dt>${label}</dt><dd>${value}</dd>`
  const repeated = repeatOf(item, others, cases)
  const severity = severityNamed(summary.severity, { cases, locale })
  return html`<section data-case="${state}"><h2>${words.title}</h2><dl class="facts">
            ${row(words.step, html`${state === 'closed' ? words.closed : STEP_WORDS[locale][state]}${summary.isWaiting && isOpen(item) ? html` ${chip(words.waiting, 'plain')}` : ''}`)}
            ${row(words.severity, html`<strong data-severity="${summary.severity}">${severity}</strong>, ${whyThisSeverity(summary.because, locale)}`)}
            ${row(words.type, TYPE_WORDS[locale][summary.type].toLowerCase())}
            ${row(words.category, categoryCell(summary, { companyRules, locale }))}
            ${repeated === null ? '' : row(words.repeat, html`<a href="${workPath(repeated.workId)}" data-repeat>${words.repeats(shortDate(localDateAt(openedAt(repeated), company.zone), locale))}</a>`)}
            ${mergedCell(item, locale).map((line) => row(words.merged, line))}
            ${summary.department === null ? '' : row(words.department, departmentNamed(companyRules.departments, summary.department, locale))}
            ${summary.raised === null ? '' : row(words.escalated, raisedCell(summary.raised, { locale, at, isOpen: isOpen(item) }))}
          </dl>${summary.category === null ? '' : html`<p><a href="${similarPath(item.workId)}" data-similar-cases>${words.similar}</a></p>`}${summary.holdsCare && item.customerId !== null ? html`<p data-holds-care>${words.holds}</p>` : ''}<h3>${words.clocks}</h3><p class="quiet"><small><a href="${PROCEDURE_PATH}">${words.procedure}</a></small></p><ul class="plain" data-clocks>${summary.clocks.map((clock) => clockLine(clock, { locale, at }))}</ul></section>`
}

function categoryCell(
  { category, missing, fields }: CaseSummary,
  { companyRules: { cases }, locale }: { readonly companyRules: CompanyRules; readonly locale: PageLocale },
): Html {
  const words = CASE_SECTION_WORDS[locale]
  const named = category === null ? words.none : categoryNamed(category, { cases, locale })
  const known = Object.entries(fields).map(([field, value]) => `${FIELD_WORDS[locale][field as keyof typeof fields]}: ${value}`)
  const lacking = (missing ?? []).map((asked) => REQUIREMENT_WORDS[locale][asked])
  return html`${named}${known.map((line) => html`<br><small>${line}</small>`)}${lacking.length === 0 ? '' : html`<br><strong data-missing>${words.missing(lacking.join(', '))}</strong>`}`
}

/** Where it went on, and what became part of it. */
function mergedCell(item: Case, locale: PageLocale): readonly Html[] {
  const words = CASE_SECTION_WORDS[locale]
  const into = mergedInto(item)
  return [
    ...(into === null ? [] : [html`<a href="${workPath(into)}" data-merged-into>${words.mergedInto}</a>`]),
    ...partsOf(item).map(({ from }) => html`<a href="${workPath(from)}" data-took-over>${words.tookOver}</a>`),
  ]
}

/** To whom and since when, who was told of it, and who took it up. */
function raisedCell(
  { to, since, told, toldAt, takenUp }: Raised,
  { locale, at, isOpen }: Telling & { readonly isOpen: boolean },
): Html {
  const words = CASE_SECTION_WORDS[locale]
  const names = told.map((person) => person?.name ?? words.nobody).join(', ')
  const lines = [
    ...(toldAt === null ? [] : [words.told(names, at(toldAt))]),
    ...(takenUp === null ? [] : [words.takenUp(takenUp.by.name ?? '', at(takenUp.at))]),
  ]
  const untaken = takenUp === null && isOpen ? html` ${chip(words.untaken, 'warn')}` : ''
  return html`<span data-raised="${to}">${words.since(LEVEL_WORDS[locale][to], at(since))}</span>${untaken}${lines.map((line) => html`<br><small>${line}</small>`)}`
}

interface Telling {
  readonly locale: PageLocale
  readonly at: (instant: Instant) => string
}

function clockLine(clock: ClockShown, telling: Telling): Html {
  const { locale, at } = telling
  const words = CASE_SECTION_WORDS[locale]
  const sent = [...Map.groupBy(clock.sent, (one) => `${one.at} ${one.to}`).values()].map((same) =>
    words.sent(shares(same), same[0]?.to ?? words.nobody, at(same[0]?.at ?? '')),
  )
  const coming = [
    ...[...Map.groupBy(clock.remind, (one) => one.at)].map(([when, same]) => words.remind(shares(same), at(when))),
    ...clock.escalate.map((step) => words.escalate(LEVEL_WORDS[locale][step.to], at(step.at))),
  ]
  const isLate = clock.state === 'late' || clock.state === 'met-late'
  const told = html`${CLOCK_WORDS[locale][clock.is]}: ${clockInWords(clock, telling)}`
  return html`<li data-clock="${clock.is}" data-clock-state="${clock.state}">${isLate ? html`<strong>${told}</strong>` : told}${sent.map((line) => html`<br><small>${line}</small>`)}${coming.length === 0 ? '' : html`<details><summary>${words.toCome}</summary>${coming.map((line) => html`<small>${line}</small><br>`)}</details>`}</li>`
}

const shares = (steps: readonly { readonly percent: number }[]): string => steps.map(({ percent }) => `${percent}%`).join(', ')

function clockInWords({ state, dueAt, metAt }: ClockShown, { locale, at }: Telling): string {
  const words = CASE_SECTION_WORDS[locale]
  const [due, met] = [dueAt === null ? '' : at(dueAt), metAt === null ? '' : at(metAt)]
  switch (state) {
    case 'running':
      return words.running(due)
    case 'late':
      return words.late(due)
    case 'paused':
      return words.paused
    case 'met':
      return words.met(met)
    case 'met-late':
      return words.metLate(met, due)
  }
}
