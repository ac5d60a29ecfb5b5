/**
 * Ends the calls of campaigns that nobody will make: once a night those whose last day is over, and those of a cancelled campaign. Harmless when
 * repeated, and a night that is missed is made up for in the next ones. It also draws the second equation of each occurrence whose last calls ended,
 * and rings where it does not add up.
 */
import { stateInForce } from '#app/campaigns/state-in-force.ts'
import { changeWork } from '#app/desk/change-work.ts'
import { handedTasks } from '#app/desk/handed-tasks.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { occurrenceIdOf, partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { addDeskBalances, deskAddsUp, deskBalance, NOTHING_HANDED } from '#core/work/desk-balance.ts'
import { closed } from '#core/work/history.ts'
import { endsAlone } from '#core/work/overdue-call.ts'
import { isCheckIn, reasonOf } from '#core/work/work-item.ts'

export interface EndCallsAlonePorts {
  readonly campaigns: Pick<CampaignStore, 'latest' | 'state'>
  readonly occurrences: Pick<OccurrenceStore, 'get' | 'batchPages'>
  readonly work: Pick<WorkStore, 'get' | 'getMany' | 'update'>
  readonly companyRules: CompanyRules
  readonly events: Events
}

/** Nights that may be missed in a row. */
const MISSED_NIGHTS = 3
/** Working days that a long holiday may put between two others. */
const HOLIDAY_DAYS = 14

export async function endCallsAlone(ports: EndCallsAlonePorts, now: Instant): Promise<void> {
  for (const { definition } of await ports.campaigns.latest()) await endCallsOfCampaign(ports, { campaign: definition, now })
}

interface OfCampaign {
  readonly campaign: CampaignDefinition
  readonly now: Instant
}

/** The same for one campaign: also at once, when it was cancelled. */
export async function endCallsOfCampaign(ports: EndCallsAlonePorts, { campaign, now }: OfCampaign): Promise<void> {
  if (!callTouchOf(campaign)) return
  const today = localDateAt(now, ports.companyRules.company.zone)
  const cancelled = (await stateInForce(campaign, (id) => ports.campaigns.state(id))) === 'cancelled'
  for (const date of datesWithOpenCalls(campaign, today)) {
    const occurrenceId = occurrenceIdOf({ campaignId: campaign.id, date })
    await endOfOccurrence(ports, { occurrenceId, today, cancelled, now })
  }
}

/** How many of its calls lie on the desk and are still to be made. */
export async function openCallsOf(ports: EndCallsAlonePorts, { campaign, now }: OfCampaign): Promise<number> {
  const today = localDateAt(now, ports.companyRules.company.zone)
  let open = 0
  for (const date of datesWithOpenCalls(campaign, today)) {
    const occurrenceId = occurrenceIdOf({ campaignId: campaign.id, date })
    if (!(await ports.occurrences.get(occurrenceId))) continue
    for await (const { handed, tasks } of handedTasks(ports, occurrenceId)) open += deskBalance(handed, tasks).lines.open
  }
  return open
}

/** The dates whose calls may still be open: from the oldest whose last day was some nights ago to today. */
function datesWithOpenCalls(campaign: CampaignDefinition, today: LocalDate): Iterable<LocalDate> {
  const openDays = callTouchOf(campaign)?.openDays ?? 0
  // A working week has five of seven days.
  const calendarDays = Math.ceil((openDays * 7) / 5) + HOLIDAY_DAYS
  return datesFrom(addDays(today, -(calendarDays + campaign.graceDays + MISSED_NIGHTS)), today)
}

interface Night {
  readonly occurrenceId: string
  readonly today: LocalDate
  readonly cancelled: boolean
  readonly now: Instant
}

async function endOfOccurrence(ports: EndCallsAlonePorts, night: Night): Promise<void> {
  const { occurrenceId, today, cancelled, now } = night
  if (!(await ports.occurrences.get(occurrenceId))) return
  let whole = NOTHING_HANDED
  for await (const { handed, tasks } of handedTasks(ports, occurrenceId)) {
    whole = addDeskBalances(whole, deskBalance(handed, tasks))
    for (const task of tasks) {
      if (!isCheckIn(task) || endsAlone(task, { today, cancelled }) === null) continue
      await endTask(ports, { workId: task.workId, today, cancelled, now })
    }
  }
  if (!deskAddsUp(whole) && !mayBeDeleted(ports, night))
    ports.events.deskMismatch({ occurrenceId, handed: whole.handed, lost: whole.lines.lost })
}

/** A company may keep closed work for less time than a call stays open. */
const mayBeDeleted = ({ companyRules }: EndCallsAlonePorts, { occurrenceId, today }: Night): boolean =>
  partsOfOccurrenceId(occurrenceId).date <= addDays(today, -companyRules.company.retention.work)

/** Decided again from the stored row: staff may have rung the customer a moment ago. */
async function endTask(
  { work, companyRules, events }: EndCallsAlonePorts,
  { workId, today, cancelled, now }: Omit<Night, 'occurrenceId'> & { readonly workId: string },
): Promise<void> {
  const ended = await changeWork(work, workId, (item) => {
    const as = isCheckIn(item) ? endsAlone(item, { today, cancelled }) : null
    if (as === null) return { instead: 'ended-before' as const }
    const closing = { is: 'closed', at: now, on: today, by: { is: 'system' }, note: null, reached: false, as } as const
    return { next: closed(item, closing, companyRules) }
  })
  if ('changed' in ended) events.workClosed({ workId, reason: reasonOf(ended.changed) })
}
