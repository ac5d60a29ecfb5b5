/** What must be mended before the campaigns go out in earnest, found by a rehearsal. */
import { type CountedBatch, countOf } from '#app/rehearsal/counted-outcomes.ts'
import type { LackingField } from '#app/rehearsal/lacking-letters.ts'
import type { MailQuota } from '#app/rehearsal/mail-quota.ts'
import { nobodyMatched } from '#app/rehearsal/nobody-matched.ts'
import type { CallsOfDay, MailsOfDay } from '#app/rehearsal/volumes.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { periodKey } from '#core/budget/reserve.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** `date`: the first day on which it happens. `touches`: how many it costs in the whole period. */
export type LaunchBlocker =
  | ({ readonly kind: 'words-missing' } & Touches)
  | ({ readonly kind: 'policy-missing'; readonly country: string } & Touches)
  /** `period` is that of the budget: `2027-Q1`. */
  | ({ readonly kind: 'budget-ends'; readonly period: string } & Touches)
  | ({ readonly kind: 'field-empty' } & LackingField)
  | ({ readonly kind: 'nobody-matched' } & OnDay)
  /** `campaign`: the one with the most of the day's mails or calls. */
  | ({
      readonly kind: 'quota-exceeded'
      readonly mails: number
      readonly perDay: number
      readonly quotaFrom: MailQuota['from']
    } & OnDay)
  | ({ readonly kind: 'capacity-exceeded'; readonly team: string; readonly calls: number; readonly capacity: number } & OnDay)

interface OnDay {
  readonly campaign: string
  readonly date: LocalDate
}
type Touches = OnDay & { readonly touches: number }
type OfTouches = Extract<LaunchBlocker, Touches>

/** Collects finished occurrences; the rest is known at the end. */
export function launchBlockers({
  definitions,
  from,
  to,
}: {
  readonly definitions: readonly CampaignDefinition[]
  readonly from: LocalDate
  readonly to: LocalDate
}) {
  const nobody = nobodyMatched(definitions, { from, to })
  const budgets = new Map(definitions.map(({ id, budget }) => [id, budget?.period ?? 'campaign']))
  const counted = new Map<string, OfTouches>()
  return {
    add(occurrence: Pick<Occurrence, 'campaignId' | 'date' | 'balance'>, batches: readonly CountedBatch[]): void {
      nobody.add(occurrence)
      const { campaignId: campaign, date } = occurrence
      const period = periodKey(budgets.get(campaign) ?? 'campaign', date)
      for (const recipient of batches.flatMap(({ recipients }) => recipients)) {
        const found = blockerOf(recipient.outcome, { campaign, date, period })
        if (!found) continue
        const key = keyOf(found)
        const known = counted.get(key)
        const first = known && known.date < date ? known : found
        counted.set(key, { ...first, touches: (known?.touches ?? 0) + countOf(recipient) })
      }
    },
    isAnyDue: nobody.isAnyDue,
    /** In the order of their kinds, and of the days. */
    all({
      lacking,
      mails,
      calls,
      quota,
    }: {
      readonly lacking: readonly LackingField[]
      readonly mails: readonly MailsOfDay[]
      readonly calls: readonly CallsOfDay[]
      readonly quota: MailQuota
    }): readonly LaunchBlocker[] {
      const { perDay, from: quotaFrom } = quota
      const found: readonly LaunchBlocker[] = [
        ...[...counted.values()].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
        ...lacking.map((each) => ({ kind: 'field-empty' as const, ...each })),
        ...nobody.all().map((each) => ({ kind: 'nobody-matched' as const, ...each })),
        ...mails.flatMap(({ date, mails: count, most }) =>
          perDay !== null && count > perDay
            ? [{ kind: 'quota-exceeded' as const, campaign: most, date, mails: count, perDay, quotaFrom }]
            : [],
        ),
        ...calls.flatMap(({ team, date, calls: count, capacity, most }) =>
          capacity !== null && count > capacity
            ? [{ kind: 'capacity-exceeded' as const, campaign: most, date, team, calls: count, capacity }]
            : [],
        ),
      ]
      return found.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    },
  }
}

const KINDS: readonly LaunchBlocker['kind'][] = [
  'words-missing',
  'field-empty',
  'policy-missing',
  'nobody-matched',
  'budget-ends',
  'quota-exceeded',
  'capacity-exceeded',
]

type Where = { readonly campaign: string; readonly date: LocalDate; readonly period: string }

function blockerOf(outcome: Outcome, { campaign, date, period }: Where): OfTouches | undefined {
  const isHeldUp = outcome.state === 'deferred' && outcome.because === 'words-missing'
  if (isHeldUp) return { kind: 'words-missing', campaign, date, touches: 1 }
  if (outcome.state !== 'skipped') return undefined
  if (outcome.reason === 'words-missing') return { kind: 'words-missing', campaign, date, touches: 1 }
  if (outcome.reason === 'budget-exhausted') return { kind: 'budget-ends', campaign, date, period, touches: 1 }
  if (outcome.reason === 'policy-missing') return { kind: 'policy-missing', campaign, date, country: outcome.country, touches: 1 }
  return undefined
}

/** A budget ends once in each of its periods, a law is missing for each country. */
function keyOf(blocker: OfTouches): string {
  const part = blocker.kind === 'budget-ends' ? blocker.period : blocker.kind === 'policy-missing' ? blocker.country : ''
  return JSON.stringify([blocker.kind, blocker.campaign, part])
}
