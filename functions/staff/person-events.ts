/** Gathers everything that happened with one customer, from every store that holds some of it. */
import { askedSurvey } from '#app/listening/asked-survey.ts'
import { customerTimeline, type TimelineEntry } from '#app/person/customer-timeline.ts'
import type { Person } from '#app/ports/customers.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { type InvitationState, invitationState } from '#core/survey/invitation-state.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'
import type { KnownCampaigns } from '#functions/staff/room.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { newestFirst, type PersonEvent } from '#web/staff/customers/person-event.ts'

type EventStores = Pick<
  StaffStores,
  'campaigns' | 'occurrences' | 'replies' | 'responses' | 'touches' | 'vouchers' | 'companyRules'
>

interface About {
  readonly person: Person
  readonly campaigns: KnownCampaigns
  readonly now: Instant
  /** Outcomes without a touch are looked for between these days; everything else has rows of its own. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly purchases: readonly Purchase[]
  readonly consents: readonly ConsentRecord[]
  readonly work: readonly WorkItem[]
  readonly suppressions: ReadonlyMap<string, Suppression | 'unreadable'>
}

export async function personEvents(stores: EventStores, about: About): Promise<readonly PersonEvent[]> {
  const { customerId } = about.person.customer
  const { zone } = stores.companyRules.company
  const [timeline, responses, replies] = await Promise.all([
    customerTimeline(stores, { customerId, from: about.from, to: about.to, zone }),
    stores.responses.ofCustomer(customerId),
    stores.replies.ofCustomer(customerId),
  ])
  const [touches, redeemed] = await Promise.all([
    Promise.all(timeline.map((entry) => touchEvent(stores, { entry, responses, about }))),
    redemptions(stores, timeline),
  ])
  return newestFirst([
    ...touches,
    ...redeemed,
    ...responses.flatMap((response) =>
      response.answers.map((answer): PersonEvent => ({ is: 'answer', at: answer.at, response, answer })),
    ),
    ...replies.map((reply): PersonEvent => ({ is: 'reply', at: reply.receivedAt, reply })),
    ...about.work.flatMap((item) =>
      item.events.map((event): PersonEvent => ({ is: 'work', at: event.at ?? openedAt(item), item, event })),
    ),
    ...about.purchases.flatMap((purchase) => purchaseEvents(purchase, zone)),
    ...about.consents.map((record): PersonEvent => ({ is: 'consent', at: record.at, record })),
    ...profileEvents(about),
  ])
}

async function touchEvent(
  stores: EventStores,
  {
    entry,
    responses,
    about,
  }: { readonly entry: TimelineEntry; readonly responses: readonly SurveyResponse[]; readonly about: About },
): Promise<PersonEvent> {
  const response = responses.find(({ occurrenceId }) => occurrenceId === entry.occurrenceId)
  const at = momentOf(entry, stores.companyRules.company.zone)
  return { is: 'touch', at, line: entry, invitation: await invitationOf(stores, { entry, response, about }) }
}

/** When it left, failed or was last decided; otherwise the beginning of its day. */
function momentOf({ outcome, touch, date }: TimelineEntry, zone: string): Instant {
  if (outcome?.state === 'sent' || outcome?.state === 'failed') return outcome.at
  if (outcome?.state === 'unknown') return outcome.since
  return touch?.at ?? dayStart(date, zone)
}

/** Null where nothing was asked, or nobody remembers what. */
async function invitationOf(
  stores: EventStores,
  {
    entry,
    response,
    about,
  }: { readonly entry: TimelineEntry; readonly response: SurveyResponse | undefined; readonly about: About },
): Promise<InvitationState | null> {
  const { campaignId, occurrenceId, outcome, touch } = entry
  const isSent = (outcome ? outcome.state : touch?.result) === 'sent'
  if (!isSent || about.campaigns.survey(campaignId) === undefined) return null
  const survey = await askedSurvey(stores, occurrenceId)
  if (!survey) return null
  const { channel, closesAt } = survey
  return invitationState({
    response,
    channel,
    consents: about.person.consents,
    delivery: touch?.delivery ?? null,
    closesAt,
    now: about.now,
  })
}

/** A voucher is issued with its mail, where it stands already. */
async function redemptions(
  { vouchers }: Pick<EventStores, 'vouchers'>,
  timeline: readonly TimelineEntry[],
): Promise<readonly PersonEvent[]> {
  const found = await Promise.all(timeline.map(({ touch }) => (touch?.voucherCode ? vouchers.get(touch.voucherCode) : undefined)))
  return found.flatMap((voucher): readonly PersonEvent[] =>
    voucher?.redeemedAt ? [{ is: 'redeemed', at: voucher.redeemedAt, voucher }] : [],
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
