/** The call task of a campaign: the company asks after a customer, without the customer having said anything. */
import type { CallTouch } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition, ContentClass } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays, type WorkingCalendar } from '#core/time/working-days.ts'
import { localDateAt } from '#core/time/zone.ts'
import { opened } from '#core/work/opened.ts'
import type { CallTask, CheckIn } from '#core/work/work-item.ts'

export interface CheckInOrder {
  readonly campaign: Pick<CampaignDefinition, 'id' | 'contentClass'>
  readonly call: CallTouch
  readonly customerId: string
  readonly occurrenceId: string
  readonly occasionKey: string
  /** Until when the customer may be rung on the day. */
  readonly callBy: Instant
  readonly at: Instant
}

/** One of each customer and occurrence, whatever comes twice. */
export const checkInId = ({ customerId, occurrenceId }: Pick<CheckInOrder, 'customerId' | 'occurrenceId'>): string =>
  `check-in_${occurrenceId}_${customerId}`

/** Whether what a touch was handed out as is a task of the desk, and not a provider's mail. */
export const isCheckInId = (id: string): boolean => id.startsWith('check-in_')

/** On the desk of the team that the campaign names. */
export function checkInTask(order: CheckInOrder, rules: CompanyRules): CheckIn {
  const { campaign, call, customerId, occurrenceId, occasionKey, callBy, at } = order
  const by = { is: 'system' } as const
  return opened(
    {
      kind: 'call-task' as const,
      workId: checkInId(order),
      customerId,
      subject: {
        is: 'check-in' as const,
        campaignId: campaign.id,
        occurrenceId,
        occasionKey,
        contentClass: campaign.contentClass,
        script: call.script,
        attempts: call.attempts,
        callBy,
        lastDay: lastDayFrom(localDateAt(at, rules.company.zone), call.openDays, rules.calendar),
        replyId: null,
      },
      holds: [],
      events: [
        { is: 'opened', at, by },
        { is: 'assigned', at, by, to: { is: 'team', team: call.team } },
      ],
    } satisfies Omit<CheckIn, 'dueAt' | 'version'>,
    rules,
  )
}

/** As what the law sees the call. It has no class for one that follows up on what a customer said: the rules of care are applied. */
export const classOfCall = ({ subject }: Pick<CallTask, 'subject'>): ContentClass =>
  subject.is === 'check-in' ? subject.contentClass : 'care'

/** The last day of a task that came to the desk on a day, in the company's zone: the day itself is the first, also when it is no working day. */
export const lastDayFrom = (day: LocalDate, openDays: number, calendar: WorkingCalendar): LocalDate =>
  openDays === 1 ? day : addWorkingDays(calendar, day, openDays - 1)
