/** What cases tell of the desk in the period: how many went up and came down again, were called less grave, were opened again, and repeat others. */
import type { Money } from '#core/budget/money.ts'
import { escalationRate, handedBackRate, reopenRate, repeatRate, severityLoweredRate } from '#core/kpi/case-rates.ts'
import { isIn } from '#core/kpi/counting/counted-period.ts'
import type { CountedWork, OfPersons } from '#core/kpi/counting/counted-work.ts'
import { categoryOf, hasHappened, type Item, isLoweredByHand, isWithin, type OpenedItem } from '#core/kpi/counting/item.ts'
import { REPEAT_DAYS } from '#core/kpi/first-contact-resolution.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { Breakdown } from '#core/kpi/roll-up.ts'

interface Counted {
  /** Opened in the period, with facts that tell how grave they are. */
  readonly cases: readonly OpenedItem[]
  readonly items: readonly Item[]
}

export function caseCounts(
  { cases, items }: Counted,
  asked: CountedWork,
): { readonly kpis: readonly Kpi[]; readonly counts: NonNullable<Breakdown['cases']> } {
  const { period, today, repeatDays, others } = asked
  const described = cases.filter((item) => categoryOf(item) !== null)
  return {
    kpis: [
      ...goneUp(cases),
      reopenRate(reopenings(items, asked), { period, today }),
      repeatRate({
        opened: described.length,
        repeats: described.filter((item) => repeatsAnother(item, { others, days: repeatDays })).length,
      }),
    ],
    counts: countsOfCases(cases),
  }
}

/** What went up, came down again, and was called less grave, of the cases that were opened in the period. */
function goneUp(cases: readonly OpenedItem[]): readonly Kpi[] {
  const open = (items: readonly OpenedItem[]) => items.filter(({ closing }) => closing === undefined).length
  const escalated = cases.filter((item) => hasHappened(item, 'escalated'))
  const notBack = escalated.filter((item) => !hasHappened(item, 'handed-back'))
  const asGrave = cases.filter((item) => !isLoweredByHand(item))
  return [
    escalationRate({
      opened: cases.length,
      escalated: escalated.length,
      undecided: open(cases.filter((item) => !hasHappened(item, 'escalated'))),
    }),
    handedBackRate({ escalated: escalated.length, handedBack: escalated.length - notBack.length, undecided: open(notBack) }),
    severityLoweredRate({ opened: cases.length, lowered: cases.length - asGrave.length, undecided: open(asGrave) }),
  ]
}

function countsOfCases(cases: readonly OpenedItem[]): NonNullable<Breakdown['cases']> {
  const wentUp = (byStaff: boolean) =>
    cases.filter(({ rows }) => rows.some(({ event, by_staff }) => event === 'escalated' && by_staff === byStaff)).length
  return {
    upByTime: wentUp(false),
    upByHand: wentUp(true),
    handedBack: cases.filter((item) => hasHappened(item, 'handed-back')).length,
    lowered: cases.filter(isLoweredByHand).length,
  }
}

/** What was given in the period, and to how many cases: each on the day on which the customer had it, whenever the case was opened. */
export function compensationIn(
  items: readonly Item[],
  { period }: Pick<CountedWork, 'period'>,
): { readonly costs: readonly Money[]; readonly spentOn: number } {
  const given = items
    .map(({ rows }) =>
      rows.flatMap(({ event, day, amount, currency }) =>
        event === 'compensation-given' && amount !== null && currency !== null && isIn(period, day)
          ? [{ amount: Number(amount), currency }]
          : [],
      ),
    )
    .filter(({ length }) => length > 0)
  return { costs: given.flat(), spentOn: given.length }
}

/** Cases closed in the period, by the first time in it, and those of them that were opened again soon after. */
function reopenings(items: readonly Item[], { period }: CountedWork): { readonly closed: number; readonly reopened: number } {
  let [closed, reopened] = [0, 0]
  for (const { latest, rows } of items) {
    const closing = rows.find(({ event, day }) => event === 'closed' && isIn(period, day))
    if (latest.kind !== 'case' || !closing) continue
    closed++
    if (rows.some((row) => row.event === 'reopened' && isWithin(closing, row, REPEAT_DAYS))) reopened++
  }
  return { closed, reopened }
}

/** The customer had come with a case of the same category shortly before. */
const repeatsAnother = (item: OpenedItem, { others, days }: { readonly others: OfPersons; readonly days: number }): boolean =>
  item.person !== null &&
  others(item.person).some(
    (other) =>
      other.latest.item !== item.latest.item &&
      other.latest.kind === 'case' &&
      categoryOf(other) === categoryOf(item) &&
      other.opened !== undefined &&
      isWithin(other.opened, item.opened, days),
  )
