/**
 * What changes between two versions of the campaigns, rehearsed over the same customers and period: in all, by campaign, by day, and by the reason
 * for which customers lose or get a touch. Every number is after less before, so the two swapped give the negative.
 */
import type { Decision, Decisions } from '#app/rehearsal/decisions.ts'
import type { RehearsedCampaign } from '#app/rehearsal/rehearsal-report.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import type { ChangeKind, Comparison } from '#core/rehearsal/comparison.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface RehearsedVersion {
  readonly campaigns: readonly Pick<RehearsedCampaign, 'campaign' | 'cost'>[]
  readonly decisions: Decisions
  /** Days on which a team has calls, counted for each team. */
  readonly callDays: number
}

export interface Change {
  readonly kind: ChangeKind
  readonly customer: string
  readonly campaign: string
  readonly date: LocalDate
  /** Null: the customer was not meant. */
  readonly before: Decision | null
  readonly after: Decision | null
  /** What keeps the touch away in the version in which it does not go: a reason of the balance, `not-meant`, or `no-such-campaign`. Empty where it goes in both. */
  readonly reason: string
}

interface Touches {
  readonly mails: number
  readonly calls: number
}

export interface Versions {
  readonly before: RehearsedVersion
  readonly after: RehearsedVersion
  readonly currency: string
  /** The channel of calls; all others are mails. */
  readonly spoken: ChannelId
}

/** What has not changed is left out of days and reasons, and so are campaigns that stay as they were. */
export function compareRehearsals({ before, after, currency, spoken }: Versions): Comparison {
  const [byDay, byCampaign] = [new Map<LocalDate, Touches>(), new Map<string, Touches>()]
  const byReason = new Map<string, Omit<Comparison['reasons'][number], 'people'> & { readonly customers: Set<string> }>()
  for (const change of changesBetween(before.decisions, after.decisions)) {
    const { campaign, date, kind, reason, customer } = change
    const more = minus(touchesOf(change.after, spoken), touchesOf(change.before, spoken))
    byDay.set(date, plus(byDay.get(date) ?? NONE, more))
    byCampaign.set(campaign, plus(byCampaign.get(campaign) ?? NONE, more))
    const key = JSON.stringify([campaign, kind, reason])
    const known = byReason.get(key) ?? { campaign, kind, reason, touches: 0, customers: new Set<string>() }
    known.customers.add(customer)
    byReason.set(key, { ...known, touches: known.touches + 1 })
  }
  const costs = costsOf(before, after)
  const campaigns = [...new Set([...byCampaign.keys(), ...costs.keys()])].toSorted().map((campaign) => ({
    campaign,
    ...(byCampaign.get(campaign) ?? NONE),
    cost: costs.get(campaign) ?? 0,
  }))
  return {
    totals: {
      ...campaigns.reduce<Touches>(plus, NONE),
      callDays: after.callDays - before.callDays,
      cost: campaigns.reduce((sum, { cost }) => sum + cost, 0),
      currency,
    },
    campaigns: campaigns.filter(({ campaign, cost }) => byCampaign.has(campaign) || cost !== 0),
    days: [...byDay]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([date, { mails, calls }]) => (mails === 0 && calls === 0 ? [] : [{ date, mails, calls }])),
    reasons: [...byReason.values()]
      .map(({ customers, ...line }) => ({ ...line, people: customers.size }))
      .toSorted((a, b) => b.people - a.people || (sortKey(a) < sortKey(b) ? -1 : 1)),
  }
}

/** Day by day, then by campaign and customer. */
export function* changesBetween(before: Decisions, after: Decisions): Generator<Change> {
  const campaigns = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const dates = new Set([...before.values(), ...after.values()].flatMap((days) => [...days.keys()]))
  for (const date of [...dates].toSorted()) {
    for (const campaign of campaigns) {
      const [was, is] = [before.get(campaign)?.get(date) ?? NOBODY, after.get(campaign)?.get(date) ?? NOBODY]
      const customers = new Set([...was.keys(), ...is.keys()])
      for (const customer of [...customers].toSorted()) {
        const [first, second] = [was.get(customer) ?? null, is.get(customer) ?? null]
        if (isSame(first, second)) continue
        const kind = isSent(first) === isSent(second) ? 'changed' : isSent(first) ? 'lost' : 'won'
        const missing = { lost: after, won: before, changed: after }[kind]
        const kept = kind === 'won' ? first : second
        const reason = kept?.reason ?? (missing.has(campaign) ? 'not-meant' : 'no-such-campaign')
        yield { kind, customer, campaign, date, before: first, after: second, reason }
      }
    }
  }
}

const NONE: Touches = { mails: 0, calls: 0 }
const NOBODY: ReadonlyMap<string, Decision> = new Map()

const isSent = (decision: Decision | null): boolean => decision?.outcome === 'sent'

const isSame = (a: Decision | null, b: Decision | null): boolean =>
  a === b || (a !== null && b !== null && a.outcome === b.outcome && a.channel === b.channel && a.reason === b.reason)

function touchesOf(decision: Decision | null, spoken: ChannelId): Touches {
  if (decision === null || !isSent(decision)) return NONE
  return decision.channel === spoken ? { mails: 0, calls: 1 } : { mails: 1, calls: 0 }
}

const plus = (a: Touches, b: Touches): Touches => ({ mails: a.mails + b.mails, calls: a.calls + b.calls })
const minus = (a: Touches, b: Touches): Touches => ({ mails: a.mails - b.mails, calls: a.calls - b.calls })

function costsOf(before: RehearsedVersion, after: RehearsedVersion): ReadonlyMap<string, number> {
  const costs = new Map<string, number>()
  for (const { campaign, cost } of after.campaigns) costs.set(campaign, (costs.get(campaign) ?? 0) + cost.amount)
  for (const { campaign, cost } of before.campaigns) costs.set(campaign, (costs.get(campaign) ?? 0) - cost.amount)
  return costs
}

const sortKey = ({ campaign, kind, reason }: Pick<Change, 'campaign' | 'kind' | 'reason'>) => `${campaign} ${kind} ${reason}`
