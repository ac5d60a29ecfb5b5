/** Campaigns that meant no customer in a period long enough to tell. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'

interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Collects finished occurrences; a campaign whose day never came is none of these. */
export function nobodyMatched(definitions: readonly CampaignDefinition[], period: Period) {
  const [first, matched] = [new Map<string, LocalDate>(), new Set<string>()]
  return {
    add({ campaignId, date, balance }: Pick<Occurrence, 'campaignId' | 'date' | 'balance'>): void {
      const known = first.get(campaignId)
      if (known === undefined || date < known) first.set(campaignId, date)
      if (balance && balance.audience > 0) matched.add(campaignId)
    },
    /** Whether any campaign came due. */
    isAnyDue: (): boolean => first.size > 0,
    /** Each with the first day on which it came due. */
    all: (): readonly { readonly campaign: string; readonly date: LocalDate }[] =>
      definitions.flatMap((campaign) => {
        const date = first.get(campaign.id)
        return date !== undefined && !matched.has(campaign.id) && canBeTold(campaign, period)
          ? [{ campaign: campaign.id, date }]
          : []
      }),
  }
}

function canBeTold({ occasion, lives }: CampaignDefinition, { from, to }: Period): boolean {
  const days = daysToMatch(occasion)
  if (days === null) return false
  const first = lives.from !== undefined && lives.from > from ? lives.from : from
  const last = lives.to !== undefined && lives.to < to ? lives.to : to
  return daysBetween(first, last) + 1 >= days
}

/**
 * In how many days every customer whom the occasion can mean has had their own. Null for what follows orders, calls and cases to come: in a rehearsal
 * there are none.
 */
function daysToMatch(rule: OccasionRule): number | null {
  switch (rule.kind) {
    case 'fixed':
    case 'lunar':
    case 'lunar-month-end':
    case 'nth-weekday':
    case 'company-day':
    case 'calendar-day':
      return 1
    case 'birthday':
    case 'purchase-anniversary':
      return 365
    case 'every-n-months':
    case 'since-contact':
      return rule.months * 31
    case 'periodic':
      return rule.everyDays
    case 'after-purchase':
    case 'after-delivery':
    case 'after-call':
    case 'after-unreached-call':
    case 'after-call-asked-guide':
    case 'after-case':
    case 'after-invitation':
      return null
  }
}
