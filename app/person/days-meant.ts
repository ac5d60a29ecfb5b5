/**
 * The occurrences in which a customer may stand between two days, by the rules alone. A company has hundreds of occurrences in two months and one
 * customer is due in a handful of them, so a page asks for those and no others. The customer's dates are those of now: a plan made before a birthday
 * was corrected is not among them, and only what walks every occurrence (customer-timeline.ts) finds it.
 */
import type { CampaignVersions } from '#app/campaigns/kept-versions.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { type Due, dueOn, memberOccasion } from '#core/occasion/due.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { orderDays } from '#core/occasion/order-days.ts'
import { isAlive } from '#core/planning/arbitration.ts'
import type { Touch } from '#core/planning/touch.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { guideAskedOn } from '#core/work/guide-asked.ts'
import { contactsOf } from '#core/work/last-contact.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** What makes a customer due: their dates, and their own rows. */
export interface MadeDueBy {
  readonly customer: Customer
  readonly purchases: readonly Purchase[]
  readonly work: readonly WorkItem[]
  readonly touches: readonly Touch[]
}

interface Asked {
  readonly about: MadeDueBy
  readonly latest: readonly AcceptedCampaign[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly companyRules: Pick<CompanyRules, 'company' | 'calendar'>
}

/** Plans are made so many days before their date at most: a version replaced since may have made one. */
const PLANNED_AHEAD_DAYS = 3

export async function occurrencesMeaning(campaigns: CampaignVersions, asked: Asked): Promise<ReadonlySet<string>> {
  const { about, latest, from, to, companyRules } = asked
  const { company, calendar } = companyRules
  const since = dayStart(addDays(from, -PLANNED_AHEAD_DAYS), company.zone)
  const inForce = await Promise.all(latest.map((newest) => versionsSince(campaigns, newest, since)))
  const dates = [...datesFrom(from, to)]
  const found = inForce.flat().flatMap(({ definition: campaign }) =>
    dates.flatMap((date) => {
      const due = isAlive(campaign, date) ? dueOn({ campaign, date, company, calendar }) : undefined
      return due && isMeant(due, about, company) ? [occurrenceIdOf({ campaignId: campaign.id, date })] : []
    }),
  )
  return new Set(found)
}

/** The newest version and those before it, back to the one that was in force at that instant. */
async function versionsSince(
  campaigns: CampaignVersions,
  newest: AcceptedCampaign,
  since: string,
): Promise<readonly AcceptedCampaign[]> {
  const found = [newest]
  for (let last: AcceptedCampaign | undefined = newest; last && last.acceptedAt > since && last.version > 1; ) {
    last = await campaigns.version(last.definition.id, last.version - 1)
    if (last) found.push(last)
  }
  return found
}

function isMeant(due: Due, { customer, purchases, work, touches }: MadeDueBy, company: CompanyRules['company']): boolean {
  switch (due.who) {
    case 'everybody':
    case 'bornOn':
    case 'firstBoughtOn':
    case 'inTurn':
      return memberOccasion(due, customer, company) !== undefined
    case 'metOn':
      // Any contact: one that came later moved the customer on, and the plan of before knew them.
      return contactsOf(purchases, work).some((day) => due.days.has(day))
    case 'boughtOn':
      return orderDays(purchases, due.by).some(({ day }) => due.days.includes(day))
    case 'closedOn':
      return work.some(
        ({ kind, events }) => kind === due.kind && events.some((event) => event.is === 'closed' && due.days.includes(event.on)),
      )
    case 'unreachedOn':
      return work.some(({ events }) =>
        events.some((event) => event.is === 'closed' && event.as === 'exhausted' && due.days.includes(event.on)),
      )
    case 'guideAskedOn':
      return work.some((item) => guideAskedOn(item).some((day) => due.days.includes(day)))
    case 'invitedOn':
      return touches.some(
        ({ campaignId, at }) => campaignId === due.campaignId && due.days.includes(localDateAt(at, company.zone)),
      )
  }
}
