/** What stands at the top of the report, before any figure: what a head of care must know, and what makes a figure mean less than it seems to. */
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import type { MissingSpan } from '#core/kpi/missing-days.ts'
import type { Breakdown } from '#core/kpi/roll-up.ts'
import type { CampaignLine } from '#core/report/campaign-line.ts'
import type { Compared, Figure } from '#core/report/figure.ts'
import { isWorse } from '#core/report/good-direction.ts'
import { sumOf } from '#core/report/sums.ts'

export type Exception =
  | { readonly is: 'worsened'; readonly kpi: KpiId; readonly since: 'before' | 'year-before'; readonly from: number | null }
  | { readonly is: 'target-missed'; readonly kpi: KpiId }
  /** Customers of whom the parts of a balance tell another number than the whole. */
  | { readonly is: 'balance-off'; readonly of: 'skipped' | 'withheld'; readonly whole: number; readonly parts: number }
  | { readonly is: 'unknown-outcomes'; readonly count: number; readonly campaigns: readonly string[] }
  | { readonly is: 'never-sent'; readonly count: number }
  | { readonly is: 'promises-broken'; readonly count: number }
  | { readonly is: 'campaign-stopped'; readonly campaignId: string; readonly state: Exclude<CampaignState, 'active'> }
  | { readonly is: 'mixed-currencies'; readonly currencies: readonly string[] }
  | { readonly is: 'days-missing'; readonly spans: readonly MissingSpan[] }
  /** What came late is not in the figures yet. */
  | { readonly is: 'counted-again' }
  | { readonly is: 'provisional'; readonly kpis: readonly KpiId[] }
  | { readonly is: 'not-over' }

export interface Examined {
  readonly figures: readonly Figure[]
  readonly headline: readonly KpiId[]
  readonly breakdown: Breakdown
  readonly campaigns: readonly CampaignLine[]
  readonly currencies: readonly string[]
  readonly missing: readonly MissingSpan[]
  readonly isOver: boolean
  readonly isWaiting: boolean
}

/** In the order in which they stand on the page: first what customers feel, then what we must mend, then what is not final. */
const RULES: readonly ((examined: Examined) => readonly Exception[])[] = [
  ({ figures }) => figures.flatMap(worsened),
  ({ figures }) =>
    figures.flatMap(({ kpi, target }) => (target?.standing === 'missed' ? [{ is: 'target-missed', kpi: kpi.id }] : [])),
  ({ breakdown: { promises } }) => (promises.broken > 0 ? [{ is: 'promises-broken', count: promises.broken }] : []),
  balanceOff,
  unknownOutcomes,
  ({ breakdown: { outcomes }, isOver }) => {
    const left = (outcomes.planned ?? 0) + (outcomes.deferred ?? 0)
    return isOver && left > 0 ? [{ is: 'never-sent', count: left }] : []
  },
  ({ campaigns }) =>
    campaigns.flatMap(({ campaignId, state }) =>
      state === 'active' || state === null ? [] : [{ is: 'campaign-stopped', campaignId, state }],
    ),
  ({ currencies }) => (currencies.length > 1 ? [{ is: 'mixed-currencies', currencies }] : []),
  ({ missing }) => (missing.length > 0 ? [{ is: 'days-missing', spans: missing }] : []),
  ({ isWaiting }) => (isWaiting ? [{ is: 'counted-again' }] : []),
  ({ isOver }) => (isOver ? [] : [{ is: 'not-over' }]),
  // Of a period that is not over every figure may change, and its own line says so.
  ({ figures, headline, isOver }) => {
    if (!isOver) return []
    const kpis = figures.map(({ kpi }) => kpi).filter(({ id, provisional }) => provisional !== null && headline.includes(id))
    return kpis.length > 0 ? [{ is: 'provisional', kpis: kpis.map(({ id }) => id) }] : []
  },
]

export const exceptionsOf = (examined: Examined): readonly Exception[] => RULES.flatMap((rule) => rule(examined))

/** Once for a figure: against the period before, or else against the year before. */
function worsened({ kpi, before, yearBefore }: Figure): readonly Exception[] {
  if (isFall(kpi.id, before)) return [{ is: 'worsened', kpi: kpi.id, since: 'before', from: before?.value ?? null }]
  return isFall(kpi.id, yearBefore)
    ? [{ is: 'worsened', kpi: kpi.id, since: 'year-before', from: yearBefore?.value ?? null }]
    : []
}

const isFall = (id: KpiId, compared: Compared | null): boolean =>
  compared?.change.is === 'changed' && isWorse(id, compared.change.by) === true

function balanceOff({ breakdown: { outcomes, skippedBy, withheldBy } }: Examined): readonly Exception[] {
  const balances = [
    { of: 'skipped', whole: outcomes.skipped ?? 0, parts: sumOf(skippedBy) },
    { of: 'withheld', whole: outcomes.withheld ?? 0, parts: sumOf(withheldBy) },
  ] as const
  return balances.flatMap((balance) => (balance.whole === balance.parts ? [] : [{ is: 'balance-off', ...balance }]))
}

function unknownOutcomes({ breakdown: { outcomes }, campaigns }: Examined): readonly Exception[] {
  const count = outcomes.unknown ?? 0
  if (count === 0) return []
  const of = campaigns.filter(({ outcomes: each }) => (each.unknown ?? 0) > 0).map(({ campaignId }) => campaignId)
  return [{ is: 'unknown-outcomes', count, campaigns: of }]
}
