/** What was spent in the period before, as its facts tell: touches at their list price, vouchers that were used, compensation that customers were given. */
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { lineKey, type Spent } from '#core/planned-budget/line.ts'
import { touchLines } from '#core/planned-budget/touch-lines.ts'
import { type Volume, volumeTally } from '#core/planned-budget/volume.ts'

export interface SpentBefore {
  /** By the key of a line. */
  readonly lines: ReadonlyMap<string, Spent>
  readonly total: Spent
  /** Facts of more than one, or of another than the budget's: nothing can be compared. */
  readonly currencies: readonly string[]
}

/** Counts the facts of the period's days, in any order. */
export function spentCounter(rates: BudgetRates) {
  const touches = volumeTally()
  const sums = new Map<string, Spent>()
  const currencies = new Set<string>()
  const addTo = (key: string, { amount, currency, counts }: { amount: bigint; currency: string; counts: boolean }) => {
    currencies.add(currency)
    const known = sums.get(key)
    sums.set(key, {
      amount: (known?.amount ?? 0) + Number(amount),
      volume: counts ? (known?.volume ?? 0) + 1 : null,
    })
  }
  return {
    touches(rows: readonly DatedFact<'touches'>[]): void {
      for (const row of rows) {
        if ((row.outcome !== 'sent' && row.outcome !== 'unknown') || row.per_thousand === null || row.currency === null) continue
        currencies.add(row.currency)
        touches.add(volumeOf(row, Number(row.per_thousand)))
      }
    },
    gifts(rows: readonly DatedFact<'gifts'>[]): void {
      for (const { event, campaign, tier, amount, currency } of rows)
        if (event === 'used')
          addTo(lineKey({ kind: 'voucher', campaign, tier, channel: null }), { amount, currency, counts: true })
    },
    work(rows: readonly DatedFact<'work'>[]): void {
      for (const { event, amount, currency } of rows)
        if (event === 'compensation-given' && amount !== null && currency !== null)
          addTo(lineKey({ kind: 'compensation', campaign: null, tier: null, channel: null }), { amount, currency, counts: false })
    },
    spent(): SpentBefore {
      const priced = touchLines(touches.all(), rates).map((line): readonly [string, Spent] => [
        lineKey(line),
        { amount: line.amount.expected, volume: line.volume },
      ])
      const lines = new Map([...priced, ...sums])
      const amount = [...lines.values()].reduce((sum, spent) => sum + spent.amount, 0)
      return { lines, total: { amount, volume: null }, currencies: [...currencies].toSorted() }
    },
  }
}

/** A fact holds the price that was paid. How the price of a call divides is told by the rates of its day alone. */
const volumeOf = ({ campaign, tier, channel, day, team }: DatedFact<'touches'>, perThousand: number): Volume => ({
  campaign,
  tier,
  channel,
  date: day,
  isCall: team !== null,
  count: 1,
  price: { perThousand, validFrom: day, source: '' },
  gift: 0,
})
