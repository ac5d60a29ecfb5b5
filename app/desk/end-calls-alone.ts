/**
 * Ends the calls of campaigns that staff will not make: once a night those whose last day is over, and those of a cancelled campaign. Harmless when
 * repeated, and a night that is missed is made up for in the next ones. It also draws the second equation of each occurrence whose last calls ended,
 * and rings where it does not add up.
 */
import { stateInForce } from '#app/campaigns/state-in-force.ts'
import { type CallOccurrence, type CallOccurrencesPorts, callOccurrences } from '#app/desk/call-occurrences.ts'
import { changeWork } from '#app/desk/change-work.ts'
import { handedTasks } from '#app/desk/handed-tasks.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { addDeskBalances, deskAddsUp, deskBalance, NOTHING_HANDED } from '#core/work/desk-balance.ts'
import { closed } from '#core/work/history.ts'
import { endsAlone } from '#core/work/overdue-call.ts'
import { isCheckIn, reasonOf } from '#core/work/work-item.ts'

export interface EndCallsAlonePorts extends CallOccurrencesPorts {
  readonly campaigns: Pick<CampaignStore, 'latest' | 'state' | 'states' | 'version'>
  readonly occurrences: Pick<OccurrenceStore, 'batchPages' | 'ofCampaign'>
  readonly work: Pick<WorkStore, 'get' | 'getMany' | 'update'>
  readonly companyRules: CompanyRules
  readonly events: Events
}

const OCCURRENCES_AT_ONCE = 8
const CALLS_AT_ONCE = 8

/** In which the planner may not have run. */
const MISSED_NIGHTS = 14

export async function endCallsAlone(ports: EndCallsAlonePorts, now: Instant): Promise<void> {
  const today = localDateAt(now, ports.companyRules.company.zone)
  const states = await ports.campaigns.states()
  const state = (campaignId: string): CampaignState => states.get(campaignId) ?? 'active'
  await eachBounded(await callOccurrences(ports, { today }), {
    limit: OCCURRENCES_AT_ONCE,
    act: (found) => endIfOver(ports, { found, today, now, state }),
  })
}

interface OfCampaign {
  readonly campaignId: string
  readonly now: Instant
}

/** The same for one campaign: at once, when it was cancelled. */
export async function endCallsOfCampaign(ports: EndCallsAlonePorts, { campaignId, now }: OfCampaign): Promise<void> {
  const today = localDateAt(now, ports.companyRules.company.zone)
  const state = (id: string) => ports.campaigns.state(id)
  for (const found of await callOccurrences(ports, { today, campaignId })) await endIfOver(ports, { found, today, now, state })
}

export interface CallsOnDesk {
  /** Still to be made. */
  readonly open: number
  /** Of these, those that a cancellation ends; an agreed call-back is kept. Of a cancelled campaign they are left of an act that broke off. */
  readonly ending: number
}

/** Of one campaign, each occurrence and its people read once. */
export async function callsOnDesk(
  ports: CallOccurrencesPorts & Pick<EndCallsAlonePorts, 'occurrences' | 'work'>,
  { campaignId, now }: OfCampaign,
): Promise<CallsOnDesk> {
  const today = localDateAt(now, ports.companyRules.company.zone)
  let [open, ending] = [0, 0]
  for (const { occurrence } of await callOccurrences(ports, { today, campaignId }))
    for await (const { handed, tasks } of handedTasks(ports, occurrence.occurrenceId)) {
      open += deskBalance(handed, tasks).lines.open
      ending += tasks.filter((task) => isCheckIn(task) && endsAlone(task, { today, cancelled: true }) !== null).length
    }
  return { open, ending }
}

interface Looking {
  readonly found: CallOccurrence
  readonly today: LocalDate
  readonly now: Instant
  readonly state: (campaignId: string) => CampaignState | Promise<CampaignState>
}

/** Most nights most occurrences have no call that ends: their people are not read. */
async function endIfOver(ports: EndCallsAlonePorts, { found, today, now, state }: Looking): Promise<void> {
  const { occurrence, campaign, lastDays } = found
  if (lastDays.latest < addDays(today, -MISSED_NIGHTS)) return
  const cancelled = (await stateInForce(campaign, state)) === 'cancelled'
  if (lastDays.first >= today && !cancelled) return
  await endOfOccurrence(ports, { occurrenceId: occurrence.occurrenceId, today, cancelled, now })
}

interface Night {
  readonly occurrenceId: string
  readonly today: LocalDate
  readonly cancelled: boolean
  readonly now: Instant
}

async function endOfOccurrence(ports: EndCallsAlonePorts, night: Night): Promise<void> {
  const { occurrenceId, today, cancelled, now } = night
  let whole = NOTHING_HANDED
  for await (const { handed, tasks } of handedTasks(ports, occurrenceId)) {
    whole = addDeskBalances(whole, deskBalance(handed, tasks))
    const over = tasks.filter((task) => isCheckIn(task) && endsAlone(task, { today, cancelled }) !== null)
    await eachBounded(over, {
      limit: CALLS_AT_ONCE,
      act: ({ workId }) => endTask(ports, { workId, today, cancelled, now }),
    })
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
