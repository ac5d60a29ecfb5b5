/** Behind a figure of purchases: how many of its customers bought, and how many did not. */
import type { KpiId } from '#core/kpi/kpi.ts'
import { figureIn } from '#core/report/report-view.ts'
import type { Behind, Looking } from '#web/staff/report/behind-counts.ts'
import { BEHIND_WORDS } from '#web/staff/report/behind-words.ts'

const FIGURES_OF_PURCHASES = {
  'retention-30': 'retention',
  'retention-90': 'retention',
  'retention-180': 'retention',
  'retention-365': 'retention',
  'kept-customers': 'kept',
  'active-share': 'active',
} as const satisfies Readonly<Partial<Record<KpiId, string>>>
export type FigureOfPurchases = keyof typeof FIGURES_OF_PURCHASES

export const isOfPurchases = (id: KpiId): id is FigureOfPurchases => Object.hasOwn(FIGURES_OF_PURCHASES, id)

export function buyers(id: FigureOfPurchases, { view, locale }: Looking): Behind {
  const { title, did, didNot } = BEHIND_WORDS[locale].buyers[FIGURES_OF_PURCHASES[id]]
  const { numerator, denominator } = figureIn(view, id)?.kpi ?? { numerator: null, denominator: null }
  const [part, whole] = [numerator ?? 0, denominator ?? 0]
  return {
    title,
    rows:
      whole === 0
        ? []
        : [
            { label: did, count: part, link: null },
            { label: didNot, count: whole - part, link: null },
          ],
  }
}
