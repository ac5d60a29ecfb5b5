/** What customers talked about, as the page and the files show it. */
import type { ReportView } from '#core/report/report-view.ts'
import type { ThemeLine } from '#core/report/theme-lines.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import type { NumberCell, TableCell } from '#web/staff/report/table-cell.ts'
import { plainNumber, writtenDifference, writtenFigure } from '#web/words/figures.ts'
import { THEME_WORDS } from '#web/words/themes.ts'
import { writtenCount } from '#web/words/written.ts'

const SHARE = { unit: 'share', currency: null } as const

/** Without rows where nothing was read in the period: zeros would say that customers were content. */
export function themesTable({ themes }: Pick<ReportView, 'themes'>, { locale }: { readonly locale: PageLocale }) {
  const words = THEME_WORDS[locale]
  const lines = themes && themes.customers > 0 ? themes.lines : []
  return { name: 'themes', title: words.heading, headings: words.columns, rows: lines.map((line) => rowOf(line, locale)) }
}

function rowOf({ theme, name, now, share, before, change }: ThemeLine, locale: PageLocale): readonly TableCell[] {
  const count = (number: number): NumberCell => ({ written: writtenCount(number, locale), plain: number })
  return [
    name?.[locale] ?? theme,
    count(now.customers),
    share === null ? '' : { written: writtenFigure(share, SHARE, locale), plain: plainNumber(share, SHARE) },
    count(now.answers),
    count(now.replies),
    count(now.items),
    before === null ? '' : count(before.customers),
    before === null ? REPORT_WORDS[locale].noRollUp : changeInWords(change, locale),
  ]
}

function changeInWords(change: ThemeLine['change'], locale: PageLocale): string {
  const words = REPORT_WORDS[locale]
  switch (change.is) {
    case 'changed':
      return writtenDifference(change.by, SHARE, locale)
    case 'no-change-shown':
      return words.noChange
    case 'not-compared':
      return words.notCompared[change.because]
  }
}
