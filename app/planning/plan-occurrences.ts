/**
 * The hourly planner. It opens the occurrences whose date is near, orders the planning of their slices, plans again shortly before, redrives what was
 * lost, and closes dates that have passed everywhere. Running it twice changes nothing. It also asks the provider whether mails could leave, and
 * whether the planned mails fit into the day's quota.
 */

import { stateInForce } from '#app/campaigns/state-in-force.ts'
import { endCallsAlone } from '#app/desk/end-calls-alone.ts'
import { lookAtCases, openFollowUpCalls } from '#app/desk/look-at-cases.ts'
import { repairOpenCases } from '#app/desk/repair-open-cases.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import { closeOccurrence } from '#app/operating/close-occurrence.ts'
import { type LookAtSenderPorts, lookAtSender } from '#app/operating/examine-sender.ts'
import { isTimeToRedrive, redriveOccurrence } from '#app/operating/redrive-occurrence.ts'
import { type SlicesOf, slicesOfOpen } from '#app/operating/slices-of-open.ts'
import { type CutPorts, cutOccurrence, inOrderOfPriority, sliceOrders } from '#app/planning/cut-occurrence.ts'
import { type MemberPorts, roughlyDue } from '#app/planning/members.ts'
import { ringForOldDoNotCallList } from '#app/planning/ring-for-old-do-not-call-list.ts'
import { ringForUnknownYears } from '#app/planning/ring-for-unknown-years.ts'
import { slicesFor } from '#app/planning/slices-for.ts'
import { type InParts, sumOver } from '#app/ports/base-parts.ts'
import type { AcceptedCampaign, CampaignStore } from '#app/ports/campaigns.ts'
import type { DoNotCallList } from '#app/ports/consent.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { SliceOrder, WorkQueues } from '#app/ports/orders.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { channelOf } from '#core/channel/channel.ts'
import { dueOn } from '#core/occasion/due.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { isAlive } from '#core/planning/arbitration.ts'
import { firstLeaving } from '#core/planning/hand-over.ts'
import type { Occurrence, PlanPass } from '#core/planning/occurrence.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { dateClosesAt, dateOpensAt, instantAt, isFirstHourOfDay, localDateAt, localTimeAt } from '#core/time/zone.ts'

export interface PlanOccurrencesPorts extends MemberPorts, LookAtSenderPorts, InParts, Pick<CutPorts, 'roster' | 'dutyBook'> {
  readonly work: WorkStore
  readonly campaigns: CampaignStore
  readonly occurrences: OccurrenceStore
  readonly touches: TouchStore
  readonly ledgers: LedgerStore
  readonly budgets: BudgetStore
  readonly doNotCall: Pick<DoNotCallList, 'inForce'>
  readonly queues: WorkQueues
  /** Null in a rehearsal, which leaves cases as they are. */
  readonly notices: Pick<NoticeQueue, 'mailOfCase'> | null
  readonly companyRules: CompanyRules
  readonly events: Events
}

/** The operator can read a plan, and stop it, from a day before the first zone reaches the date. */
const AHEAD_MS = DAY_MS
/** The second pass runs this long before the first touch in the company's zone. */
const REFRESH_BEFORE_MS = 2 * HOUR_MS
/** After the last zone has left the date: time for the provider's last events before the balance is counted. */
const CLOSE_AFTER_MS = 6 * HOUR_MS
const OCCURRENCES_AT_ONCE = 8

export async function planOccurrences(ports: PlanOccurrencesPorts, now: Instant): Promise<void> {
  const failures: unknown[] = []
  // An occurrence that cannot be opened or closed must not block the others.
  const attempt = (step: () => Promise<unknown>) => step().catch((error: unknown) => failures.push(error))
  const repaired = attempt(() => repairOpenCases(ports, now))
  const [campaigns, states, known] = await Promise.all([
    ports.campaigns.latest(),
    ports.campaigns.states(),
    ports.occurrences.stillOpen(),
  ])
  const today = localDateAt(now, ports.companyRules.company.zone)
  const byId = new Map(known.map((occurrence) => [occurrence.occurrenceId, occurrence]))
  const slicesOf = slicesOfOpen(ports.occurrences, known)
  // Before anything is planned by what customers' rows say of their cases.
  await repaired
  // Beside all the rest: the provider may answer late.
  const looked = attempt(() => lookAtSender(ports, { planned: { open: known, slicesOf }, now }))
  ringForUnknownYears(ports, now)
  await attempt(() => ringForOldDoNotCallList(ports, { campaigns, states, now }))

  const toOpen: { readonly campaign: AcceptedCampaign; readonly date: LocalDate }[] = []
  for (const campaign of campaigns) {
    if ((await stateInForce(campaign.definition, (id) => states.get(id) ?? 'active')) === 'cancelled') continue
    for (const date of datesToOpen(campaign, today, now)) {
      if (!byId.has(occurrenceIdOf({ campaignId: campaign.definition.id, date }))) toOpen.push({ campaign, date })
    }
  }
  const opened = new Map<(typeof toOpen)[number], readonly SliceOrder[]>()
  await eachBounded(toOpen, {
    limit: OCCURRENCES_AT_ONCE,
    act: (opening) => attempt(async () => opened.set(opening, await openOccurrence(ports, { ...opening, now }))),
  })
  const cut = new Set<string>()
  // One after the other, by priority: what one campaign hands over, the next of the same team cannot.
  for (const occurrence of inOrderOfPriority(known, campaigns)) {
    if (now < occurrence.closesAt && !isToRefresh(occurrence, now))
      await attempt(async () => {
        if ((await cutOccurrence(ports, { occurrence, campaigns, now })) === 'cut') cut.add(occurrence.occurrenceId)
      })
  }
  const others = known.filter(({ occurrenceId }) => !cut.has(occurrenceId))
  const movedOn = new Map<Occurrence, readonly SliceOrder[]>()
  await eachBounded(others, {
    limit: OCCURRENCES_AT_ONCE,
    act: (occurrence) => {
      const campaign = campaigns.find(({ definition }) => definition.id === occurrence.campaignId)
      return attempt(async () => movedOn.set(occurrence, await moveOn(ports, { occurrence, campaign, slicesOf, now })))
    },
  })
  // In an order that does not depend on which read was answered first: the rows of one minute leave in the order in which they were planned.
  // Handed over together. One that is lost with its message, or in a crash before, is ordered again by a later redrive.
  const orders = [...toOpen.map((each) => opened.get(each)), ...others.map((each) => movedOn.get(each))].flatMap(
    (each) => each ?? [],
  )
  if (orders.length > 0) await attempt(() => ports.queues.planSlices(orders))
  if (isFirstHourOfDay(now, ports.companyRules.company.zone)) await attempt(() => endCallsAlone(ports, now))
  const { notices } = ports
  if (notices && isFirstHourOfDay(now, ports.companyRules.company.zone))
    await attempt(() => openFollowUpCalls({ ...ports, notices }, now))
  if (notices && isHourOf(now, ports.companyRules.company)) await attempt(() => lookAtCases({ ...ports, notices }, now))
  await looked
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} steps failed: occurrences to open or move on, calls to end, cases to look at, customers’ rows to agree with them, or the look at the sender or the do-not-call list`,
    )
}

/** Answers the slices to plan. */
async function moveOn(
  ports: PlanOccurrencesPorts,
  {
    occurrence,
    campaign,
    slicesOf,
    now,
  }: { occurrence: Occurrence; campaign: AcceptedCampaign | undefined; slicesOf: SlicesOf; now: Instant },
): Promise<readonly SliceOrder[]> {
  const redrive = async () => redriveOccurrence(ports, { occurrence, planned: await slicesOf(occurrence), now })
  if (now >= occurrence.closesAt) {
    // An occurrence that waits for customers must not wait for a lost alarm.
    if ((await closeOccurrence(ports, { occurrence, now })) === 'waiting') await redrive()
  } else if (campaign && isToRefresh(occurrence, now)) return handOut(ports, { occurrence, campaign, pass: 'refresh', now })
  else if (isTimeToRedrive(occurrence, now)) await redrive()
  return []
}

/** The hour in which the company's hours begin: a mail sent then wakes no customer. */
const isHourOf = (now: Instant, { zone, hours }: Pick<Company, 'zone' | 'hours'>): boolean =>
  localTimeAt(now, zone).slice(0, 2) === hours.from.slice(0, 2)

const isToRefresh = ({ pass, refreshAt }: Occurrence, now: Instant): boolean => pass === 'open' && now >= refreshAt

function datesToOpen({ definition }: AcceptedCampaign, today: LocalDate, now: Instant): LocalDate[] {
  return [...datesFrom(addDays(today, -1), addDays(today, 3))].filter(
    (date) => isAlive(definition, date) && plusMs(dateOpensAt(date), -AHEAD_MS) <= now && now < dateClosesAt(date),
  )
}

/** Answers the slices to plan. */
async function openOccurrence(
  ports: PlanOccurrencesPorts,
  { campaign, date, now }: { campaign: AcceptedCampaign; date: LocalDate; now: Instant },
): Promise<readonly SliceOrder[]> {
  const { definition, version } = campaign
  const { company, calendar } = ports.companyRules
  const due = dueOn({ campaign: definition, date, company, calendar })
  if (!due) return []
  // Opened even when no customer is due yet: the second pass finds customers imported until then.
  const roughly = await sumOver(ports, `due ${definition.id} ${date}`, await roughlyDue(ports, due))
  const slices = slicesFor(due, roughly)
  const channel = channelOf(ports.companyRules.channels, definition.touch.channel)
  const refreshAt = plusMs(instantAt(date, firstLeaving(definition, channel, company), company.zone), -REFRESH_BEFORE_MS)
  const occurrence: Occurrence = {
    occurrenceId: occurrenceIdOf({ campaignId: definition.id, date }),
    campaignId: definition.id,
    campaignVersion: version,
    date,
    slices,
    state: 'open',
    openedAt: now,
    refreshAt,
    closesAt: closesAt(definition, date),
    // Opened late: the first pass is also the last one.
    pass: now >= refreshAt ? 'refresh' : 'open',
    passAt: now,
    balance: null,
    mismatch: false,
    marksUnknown: true,
    controlGroup: ports.companyRules.company.controlGroup,
    version: 0,
  }
  if ((await ports.occurrences.open(occurrence)) === 'lost') return []
  ports.events.occurrenceOpened({ occurrenceId: occurrence.occurrenceId, slices })
  return sliceOrders(occurrence)
}

async function handOut(
  ports: PlanOccurrencesPorts,
  { occurrence, campaign, pass, now }: { occurrence: Occurrence; campaign: AcceptedCampaign; pass: PlanPass; now: Instant },
): Promise<readonly SliceOrder[]> {
  // Who may be rung is told anew in each pass.
  const { cut: _, ...before } = occurrence
  const next = {
    ...before,
    pass,
    passAt: now,
    campaignVersion: campaign.version,
    closesAt: closesAt(campaign.definition, occurrence.date),
    version: occurrence.version + 1,
  }
  return (await ports.occurrences.update(next)) === 'written' ? sliceOrders(next) : []
}

const closesAt = ({ graceDays }: CampaignDefinition, date: LocalDate) =>
  plusMs(dateClosesAt(addDays(date, graceDays)), CLOSE_AFTER_MS)
