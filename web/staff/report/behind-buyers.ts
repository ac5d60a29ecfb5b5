/** Behind a figure of purchases: how many of its customers bought, and how many did not, each with their list. */
import { type BuyerGroup, buyersBehind, type FigureOfPurchases } from '#core/kpi/buyers-behind.ts'
import { figureIn } from '#core/report/report-view.ts'
import type { Behind, Looking } from '#web/staff/report/behind.ts'
import type { Link } from '#web/staff/report/behind-links.ts'
import { BEHIND_WORDS } from '#web/staff/report/behind-words.ts'
import { buyersPath } from '#web/staff/report/report-paths.ts'

const KINDS = {
  'retention-30': 'retention',
  'retention-90': 'retention',
  'retention-180': 'retention',
  'retention-365': 'retention',
  'kept-customers': 'kept',
  'active-share': 'active',
} as const satisfies Readonly<Record<FigureOfPurchases, string>>

export const kindOfBuyers = (figure: FigureOfPurchases) => KINDS[figure]

export function buyers(figure: FigureOfPurchases, { view, locale }: Looking): Behind {
  const { title, did, didNot } = BEHIND_WORDS[locale].buyers[KINDS[figure]]
  const { numerator, denominator } = figureIn(view, figure)?.kpi ?? { numerator: null, denominator: null }
  const [part, whole] = [numerator ?? 0, denominator ?? 0]
  const linkTo = (group: BuyerGroup): Link | null =>
    buyersBehind({ figure, group, period: view.period, end: view.period.to }) === null
      ? null
      : { pages: [{ path: buyersPath({ figure, group, asked: view, before: null }), month: null }], needs: 'see-buyers' }
  return {
    title,
    rows:
      whole === 0
        ? []
        : [
            { label: did, count: part, link: linkTo('did') },
            { label: didNot, count: whole - part, link: linkTo('did-not') },
          ],
  }
}
