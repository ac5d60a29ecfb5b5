/** Gathers everything that happened with one customer, from every store that holds some of it. */
import type { CampaignVersions } from '#app/campaigns/kept-versions.ts'
import { shownTimeline } from '#app/person/shown-timeline.ts'
import type { Person } from '#app/ports/customers.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Touch } from '#core/planning/touch.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { isAboutTelling, isCaseEvent } from '#core/work/case/case-event.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'
import type { KnownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { newestFirst, type PersonEvent, type TimelineLine } from '#web/staff/customers/person-event.ts'

interface EventStores extends Pick<StaffStores, 'occurrences' | 'vouchers' | 'companyRules'> {
  readonly campaigns: CampaignVersions
}

interface About {
  readonly person: Person
  readonly campaigns: Pick<KnownCampaigns, 'latest'>
  /** Outcomes without a touch are looked for between these days; everything else has rows of its own. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly purchases: readonly Purchase[]
  readonly consents: readonly ConsentRecord[]
  /** What makes the customer due. */
  readonly work: readonly WorkItem[]
  /** The part of it that the visitor may see. */
  readonly shownWork: readonly WorkItem[]
  readonly touches: readonly Touch[]
  readonly responses: readonly SurveyResponse[]
  readonly replies: readonly Reply[]
  readonly suppressions: ReadonlyMap<string, Suppression | 'unreadable'>
}

export interface PersonEvents {
  /** The newest first. */
  readonly events: readonly PersonEvent[]
  /** Occurrences whose last plan was made, of those that mean the customer. */
  readonly decided: ReadonlySet<string>
}

/** All of them. What only a shown line needs is not read yet: the states of invitations are found by `withInvitations`. */
export async function personEvents(stores: EventStores, about: About): Promise<PersonEvents> {
  const { person, campaigns, from, to, touches, purchases, work, shownWork, responses, replies } = about
  const { zone } = stores.companyRules.company
  const [{ entries, decided }, redeemed] = await Promise.all([
    shownTimeline(stores, {
      about: { customer: person.customer, purchases, work, touches },
      latest: campaigns.latest,
      from,
      to,
    }),
    redemptions(stores, touches),
  ])
  const events = newestFirst([
    ...entries.map((line): PersonEvent => ({ is: 'touch', at: momentOf(line, zone), line, invitation: null })),
    ...redeemed,
    ...responses.flatMap((response) =>
      response.answers.map((answer): PersonEvent => ({ is: 'answer', at: answer.at, response, answer })),
    ),
    ...replies.map((reply): PersonEvent => ({ is: 'reply', at: reply.receivedAt, reply })),
    ...shownWork.flatMap((item) =>
      tellingOf(item).map((event): PersonEvent => ({ is: 'work', at: event.at ?? openedAt(item), item, event })),
    ),
    ...purchases.flatMap((purchase) => purchaseEvents(purchase, zone)),
    ...about.consents.map((record): PersonEvent => ({ is: 'consent', at: record.at, record })),
    ...profileEvents(about),
  ])
  return { events, decided }
}

/** A contact was over when it was entered: one line, and not three. Which colleague was mailed about a case says nothing of the customer. */
const tellingOf = ({ subject, events }: WorkItem): readonly WorkItem['events'][number][] =>
  subject.is === 'contact'
    ? events.filter((event) => event.is !== 'opened' && !(event.is === 'closed' && event.note === null))
    : events.filter((event) => !(isCaseEvent(event) && isAboutTelling(event)))

/** When it left, failed or was last decided; otherwise the beginning of its day. */
function momentOf({ outcome, touch, date }: TimelineLine, zone: string): Instant {
  if (outcome?.state === 'sent' || outcome?.state === 'failed') return outcome.at
  if (outcome?.state === 'unknown') return outcome.since
  return touch?.at ?? dayStart(date, zone)
}

/** A voucher is issued with its mail, where it stands already. Every one is read, in one call: an old gift may be redeemed today. */
async function redemptions(
  { vouchers }: Pick<EventStores, 'vouchers'>,
  touches: readonly Touch[],
): Promise<readonly PersonEvent[]> {
  const codes = touches.flatMap(({ voucherCode }) => voucherCode ?? [])
  const found = codes.length === 0 ? [] : await vouchers.getMany(codes)
  return found.flatMap((voucher): readonly PersonEvent[] =>
    voucher.redeemedAt ? [{ is: 'redeemed', at: voucher.redeemedAt, voucher }] : [],
  )
}

const purchaseEvents = (purchase: Purchase, zone: string): readonly PersonEvent[] => [
  { is: 'purchase', at: dayStart(purchase.purchasedOn, zone), purchase },
  ...(purchase.deliveredOn === null ? [] : [{ is: 'delivered', at: dayStart(purchase.deliveredOn, zone), purchase } as const]),
]

/** Of these the profile and the list keep the last state alone. */
function profileEvents({ person, suppressions }: About): readonly PersonEvent[] {
  const { frequency, frequencyChosen, customer } = person
  return [
    ...(frequencyChosen ? [{ is: 'frequency', frequency, ...frequencyChosen } as const] : []),
    ...(customer.corrections ? [{ is: 'correction', ...customer.corrections } as const] : []),
    ...[...suppressions].flatMap(([kind, suppression]): readonly PersonEvent[] =>
      suppression === 'unreadable' ? [] : [{ is: 'suppression', at: suppression.at, kind, reason: suppression.reason }],
    ),
  ]
}
