/** What stands behind a figure: groups of counts, each with its words and the pages of its rows. */
import type { ReportView } from '#core/report/report-view.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { Link } from '#web/staff/report/behind-links.ts'

/** One group of counts: how many for which reason, each with the page of its rows where there is one. */
export interface Behind {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly count: number; readonly link: Link | null }[]
}

export interface Looking {
  readonly view: ReportView
  readonly locale: PageLocale
}

export const rowsOf = <Name extends string>(
  names: readonly Name[],
  counts: Readonly<Partial<Record<string, number>>>,
  { words, link }: { readonly words: (name: Name) => string; readonly link: (name: Name) => Link | null },
): Behind['rows'] =>
  names.flatMap((name) => {
    const count = counts[name] ?? 0
    return count === 0 ? [] : [{ label: words(name), count, link: link(name) }]
  })
