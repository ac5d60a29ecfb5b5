/**
 * What customers talked about, beside the period before: of each theme how many customers, as a share of all of whom there was something to read. It changed
 * only where the difference of the two shares is larger than chance explains, as with every figure (core/kpi/change.ts).
 */
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { Theme } from '#core/campaign/themes.ts'
import type { Change } from '#core/kpi/change.ts'
import type { Breakdown, RollUp, ThemeCount } from '#core/kpi/roll-up.ts'
import { differenceOf, isSignificant, smallestSignificant } from '#core/kpi/statistics/difference.ts'
import { wilson } from '#core/kpi/statistics/wilson.ts'

type Counted = NonNullable<Breakdown['themes']>

export interface ThemeLine {
  readonly theme: string
  /** Null for a theme that the file no longer has. */
  readonly name: LocalizedText | null
  readonly now: ThemeCount
  readonly share: number | null
  /** Null: of that period nothing is counted by themes. */
  readonly before: { readonly customers: number; readonly share: number | null } | null
  readonly change: Change
}

export interface ThemesAsked {
  readonly now: Counted
  /** Undefined where there is no roll-up of it, or one of before. */
  readonly before: Counted | undefined
  readonly themes: readonly Theme[]
  /** Why the two periods cannot be compared; null where they can. */
  readonly unlike: 'missing-part' | 'provisional' | null
}

/** Two roll-ups of which one misses days, or whose period is not over, are not about the same. */
export function whyUnlike({
  rollUps,
  isOver,
}: {
  readonly rollUps: readonly (RollUp | undefined)[]
  readonly isOver: boolean
}): ThemesAsked['unlike'] {
  if (rollUps.some((rollUp) => (rollUp?.kpis[0]?.missing ?? []).length > 0)) return 'missing-part'
  return isOver ? null : 'provisional'
}

const NOBODY: ThemeCount = { customers: 0, answers: 0, replies: 0, items: 0 }

/** Every theme of the company, and what was counted of others; the most frequent first, and among equals in the order of the file. */
export function themeLines({ now, before, themes, unlike }: ThemesAsked): readonly ThemeLine[] {
  const known = themes.map(({ id }) => id)
  const ids = [...new Set([...known, ...Object.keys(now.of)])]
  const lines = ids.map((theme): ThemeLine => {
    const counted = now.of[theme] ?? NOBODY
    const earlier = before && (before.of[theme] ?? NOBODY)
    return {
      theme,
      name: themes.find(({ id }) => id === theme)?.name ?? null,
      now: counted,
      share: shareOf(counted, now),
      before: before && earlier ? { customers: earlier.customers, share: shareOf(earlier, before) } : null,
      change: changeOf({ counted, now, earlier, before, unlike }),
    }
  })
  return lines.toSorted((a, b) => b.now.customers - a.now.customers)
}

const shareOf = ({ customers }: ThemeCount, all: Counted): number | null => wilson(customers, all.customers)?.value ?? null

function changeOf({
  counted,
  now,
  earlier,
  before,
  unlike,
}: Pick<ThemesAsked, 'now' | 'before' | 'unlike'> & {
  readonly counted: ThemeCount
  readonly earlier: ThemeCount | undefined
}): Change {
  const after = wilson(counted.customers, now.customers)
  const first = before && earlier ? wilson(earlier.customers, before.customers) : null
  if (after === null || first === null) return { is: 'not-compared', because: 'no-data' }
  if (unlike !== null) return { is: 'not-compared', because: unlike }
  const difference = differenceOf(after, first)
  return isSignificant(difference)
    ? { is: 'changed', by: difference.value, low: difference.low, high: difference.high }
    : { is: 'no-change-shown', smallest: smallestSignificant(difference) }
}
