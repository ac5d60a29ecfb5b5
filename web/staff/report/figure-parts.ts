/** The parts of one figure, the same in its card, in the table of all figures and on its own page. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { Compared, Figure } from '#core/report/figure.ts'
import { isWorse } from '#core/report/good-direction.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip } from '#web/staff/chip.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { writtenDifference, writtenFigure, writtenInterval } from '#web/words/figures.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenCount } from '#web/words/written.ts'

/** Null for a figure without data, which has nothing to be sure of. */
export function intervalLine(kpi: Kpi, locale: PageLocale): string | null {
  const words = WORDS[locale]
  if (kpi.value === null) return null
  const between = writtenInterval(kpi, locale)
  if (between !== null) return words.interval(between)
  return kpi.unit === 'money' ? words.noInterval : words.tooFew
}

export function targetLine({ kpi, target }: Pick<Figure, 'kpi' | 'target'>, locale: PageLocale): Html | null {
  if (target === null) return null
  const words = WORDS[locale]
  const tone = target.standing === 'met' ? 'good' : target.standing === 'missed' ? 'warn' : 'quiet'
  return html`${words.target(writtenFigure(target.at, kpi, locale))} ${chip(words.standings[target.standing], tone)}`
}

/** `+4,2 điểm, tốt lên`; what chance explains is called no change. */
export function changeText(kpi: Kpi, compared: Compared | null, locale: PageLocale): string {
  const words = WORDS[locale]
  if (compared === null) return words.noRollUp
  const { change, value } = compared
  const was = value === null ? '' : `; ${words.was(writtenFigure(value, kpi, locale))}`
  switch (change.is) {
    case 'changed': {
      const worse = isWorse(kpi.id, change.by)
      const so = worse === null ? words.changed.other : worse ? words.changed.worse : words.changed.better
      return `${writtenDifference(change.by, kpi, locale)}, ${so}${was}`
    }
    case 'no-change-shown':
      return `${words.noChange}${was}`
    case 'not-compared':
      return `${words.notCompared[change.because]}${was}`
  }
}

/** How large a difference from the period before would have to be; null where one is shown, or none can be. */
export function smallestLine({ kpi, before }: Pick<Figure, 'kpi' | 'before'>, locale: PageLocale): string | null {
  if (before?.change.is !== 'no-change-shown') return null
  return WORDS[locale].smallest(writtenDifference(before.change.smallest, kpi, locale).slice(1))
}

/** `warn` for what got worse, `good` for what got better; null where nothing is called a change. */
export function changeTone(kpi: Kpi, compared: Compared | null): 'good' | 'warn' | null {
  if (compared?.change.is !== 'changed') return null
  const worse = isWorse(kpi.id, compared.change.by)
  return worse === null ? null : worse ? 'warn' : 'good'
}

/** Whether it may change, and which days are not in it. Empty for a figure that is final and whole. */
export function caveats({ provisional, missing }: Kpi, locale: PageLocale): readonly string[] {
  const words = WORDS[locale]
  const said =
    provisional === null
      ? []
      : provisional.because === 'window-open'
        ? [words.provisional['window-open'](shortDate(provisional.finalOn, locale))]
        : [words.provisional.waiting(writtenCount(provisional.count, locale))]
  return missing.length === 0 ? said : [...said, words.missing(missing.map((span) => writtenDays(span, locale)).join('; '))]
}

/** What is divided by what: null for a quantile or a difference. */
export const partsText = ({ numerator, denominator, unit, currency }: Kpi, locale: PageLocale): string | null =>
  numerator === null || denominator === null
    ? null
    : WORDS[locale].parts(
        unit === 'money' ? writtenFigure(numerator, { unit, currency }, locale) : writtenFigure(numerator, COUNT, locale),
        writtenCount(denominator, locale),
      )

/** A sum of scores or indexes may have a fraction. */
const COUNT = { unit: 'score', currency: null } as const

export function definitionList({ id }: Pick<Kpi, 'id'>, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { numerator, denominator, window, formula, byTier, source } = KPI_DEFINITIONS[id]
  return html`<dl><dt>${words.numerator}</dt><dd>${numerator[locale]}</dd><dt>${words.denominator}</dt><dd>${denominator[locale]}</dd><dt>${words.window}</dt><dd>${window[locale]}</dd><dt>${words.formula}</dt><dd>${formula[locale]}</dd>${byTier === undefined ? '' : html`<dt>${words.byTier}</dt><dd>${byTier[locale]}</dd>`}<dt>${words.source}</dt><dd lang="en">${source}</dd></dl>`
}
