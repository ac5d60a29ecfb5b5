/** What the page of one campaign shows beside its definition: when it acts next, for how many, how it came out so far, and what it cost. */
import { nextDay } from '#app/campaigns/coming-days.ts'
import { balancesOfOpen } from '#app/operating/balance-of-open.ts'
import { committed } from '#core/budget/reserve.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { isPlannedBook } from '#core/planned-budget/planned-book.ts'
import { addBalances, undecidedOf } from '#core/planning/balance.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import { type Given, pointsOf } from '#core/survey/given.ts'
import { standingAnswer } from '#core/survey/response.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { linesOf } from '#functions/staff/occurrences/occurrence-lines.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { todayOf } from '#functions/staff/visit/frame-of.ts'
import type { CampaignDetail, Expected, SpentBudget, Trouble } from '#web/staff/campaigns/campaign-detail.ts'

/** Occurrences read for the totals; each is one row. */
const COUNTED = 120
const LINES = 10
const NEXT_DATES = 3
const SCORE_DAYS = 30
/** How long a failure of a closed occurrence stands on the page. */
const FAILURE_DAYS = 90

export async function readCampaignDetail(system: StaffSystem, campaign: CampaignDefinition): Promise<CampaignDetail> {
  const { stores } = system
  const today = todayOf(system)
  const [{ found, lines, open }, budgets, scores] = await Promise.all([
    occurrencesOf(stores.occurrences, campaign.id),
    budgetsOf(system, campaign),
    scoresOf(system, { campaign, today }),
  ])
  const balances = new Map<string, Balance>()
  for (const { occurrence, balance } of [...lines, ...open]) if (balance) balances.set(occurrence.occurrenceId, balance)
  const uncounted = new Map(open.map((one) => [one.occurrence.occurrenceId, one.balance === null ? one.unknown : null] as const))
  const audiences = new Map(lines.map(({ occurrence, audience }) => [occurrence.occurrenceId, audience]))
  const audienceOf = ({ occurrenceId }: Occurrence) => audiences.get(occurrenceId) ?? 0
  const withPeople = found.filter((one) => audienceOf(one) > 0)
  const from = isDone(today, { withPeople, balances }) ? addDays(today, 1) : today
  return {
    next: nextDates(system, campaign, from),
    expected: expectedOf(withPeople, { audienceOf, from }),
    totals: totalsOf(withPeople, balances),
    lines: lines.filter(({ audience }) => audience > 0).slice(0, LINES),
    troubles: found
      .filter(({ date, balance }) => balance === null || date >= addDays(today, -FAILURE_DAYS))
      .flatMap((occurrence): Trouble[] => {
        const balance = balances.get(occurrence.occurrenceId)
        if (balance) return [{ occurrence, balance, unknown: { count: undecidedOf(balance), isMore: false } }]
        const unknown = uncounted.get(occurrence.occurrenceId)
        return unknown ? [{ occurrence, balance: null, unknown }] : []
      }),
    budgets,
    scores,
  }
}

async function occurrencesOf(store: StaffStores['occurrences'], campaignId: string) {
  const found = await store.ofCampaign({ campaignId, limit: COUNTED })
  const stillOpen = found.filter(({ balance }) => balance === null)
  const open = await balancesOfOpen(store, stillOpen)
  return { found, lines: linesOf(found, open), open }
}

/** On whose lists of the day nobody waits any more: such a day is the last one, though its occurrence stays open until the date is over everywhere. */
function isDone(
  day: LocalDate,
  { withPeople, balances }: { readonly withPeople: readonly Occurrence[]; readonly balances: ReadonlyMap<string, Balance> },
): boolean {
  const ofDay = withPeople.filter(({ date }) => date === day)
  return (
    ofDay.length > 0 &&
    ofDay.every(({ occurrenceId }) => {
      const balance = balances.get(occurrenceId)
      return balance !== undefined && balance.planned + balance.deferred === 0
    })
  )
}

function nextDates({ companyRules }: StaffSystem, campaign: CampaignDefinition, from: LocalDate): CampaignDetail['next'] {
  const dates: LocalDate[] = []
  for (let first = from; dates.length < NEXT_DATES; ) {
    const next = nextDay({ campaign, from: first, companyRules })
    if (next.kind === 'personal') return 'personal'
    if (next.kind === 'never') break
    dates.push(next.date)
    first = addDays(next.date, 1)
  }
  return dates
}

/** The plan of the next date where there is one, else what the last one came to. */
function expectedOf(
  withPeople: readonly Occurrence[],
  { audienceOf, from }: { readonly audienceOf: (one: Occurrence) => number; readonly from: LocalDate },
): Expected | null {
  const planned = withPeople.findLast(({ date, state }) => state === 'open' && date >= from)
  if (planned) return { count: audienceOf(planned), basis: 'planned', date: planned.date }
  const last = withPeople[0]
  return last ? { count: audienceOf(last), basis: 'last', date: last.date } : null
}

function totalsOf(found: readonly Occurrence[], balances: ReadonlyMap<string, Balance>): CampaignDetail['totals'] {
  const counted = found.flatMap(({ occurrenceId }) => balances.get(occurrenceId) ?? [])
  const [first, ...others] = counted
  if (!first) return null
  return { occurrences: counted.length, since: found.at(-1)?.date ?? '', balance: others.reduce(addBalances, first) }
}

async function budgetsOf({ stores }: StaffSystem, campaign: CampaignDefinition): Promise<readonly SpentBudget[]> {
  if (!campaign.budget) return []
  const { currency } = campaign.budget
  const sum = (amounts: Readonly<Record<string, number>>) => Object.values(amounts).reduce((total, amount) => total + amount, 0)
  return (await stores.budgets.ofCampaign(campaign.id))
    .filter((budget) => !isPlannedBook(budget))
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))
    .map((budget) => ({
      period: budget.period,
      limit: budget.limit,
      spent: { amount: sum(budget.settled), currency },
      reserved: { amount: sum(budget.reserved), currency },
      left: { amount: Math.max(0, budget.limit.amount - committed(budget)), currency },
    }))
}

async function scoresOf(
  { stores }: StaffSystem,
  { campaign, today }: { readonly campaign: CampaignDefinition; readonly today: LocalDate },
): Promise<CampaignDetail['scores']> {
  if (!campaign.survey) return null
  const days = Array.from({ length: SCORE_DAYS }, (_, back) => addDays(today, -back))
  const found = await Promise.all(
    days.map(async (day) => {
      const given: Given[] = []
      for await (const page of stores.responses.answeredOn(day))
        for (const response of page) {
          const answer = response.campaignId === campaign.id ? standingAnswer(response) : undefined
          if (answer && pointsOf(answer) !== null) given.push(answer)
        }
      return given
    }),
  )
  return { survey: campaign.survey, days: SCORE_DAYS, given: found.flat() }
}
