/** When a sample agent solves a case, and how: by ringing the customer, or in writing where no call reaches them, which also ends a call that may not be made. */
import type { DoneWork } from '#app/desk/close-work.ts'
import type { Person } from '#app/ports/customers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { isReachable, spokenChannel } from '#core/channel/channel.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { localDateAt } from '#core/time/zone.ts'
import { wantsNoCalls } from '#core/work/wants-no-calls.ts'
import { type CallTask, type Case, openedAt } from '#core/work/work-item.ts'
import { SOLVED_AFTER, WRITTEN_AFTER } from '#local/sample-agents/agent-habits.ts'
import { SOLVED_BY_MAIL, SOLVED_BY_PHONE } from '#local/sample-agents/agent-notes.ts'
import { chance } from '#local/sample-company/chance.ts'

interface Now {
  readonly at: Instant
  readonly companyRules: CompanyRules
}

/** After some working days, as the case itself decides. */
export const isRipe = (item: Case, now: Now): boolean => isOlderThan(luckOf(item).pick(SOLVED_AFTER), item, now)

/**
 * Whether an agent writes instead of ringing: a customer abroad whose hours are never the agents', or who wants no calls, would stand on the list for
 * ever with their low score. The calls of a campaign end by themselves.
 */
export const isWrittenInstead = (item: CallTask, now: Now): boolean =>
  item.subject.is === 'low-score' && isOlderThan(WRITTEN_AFTER, item, now)

export const WRITTEN_INSTEAD: Pick<DoneWork, 'note' | 'reached'> = { note: SOLVED_BY_MAIL[0] ?? '', reached: false }

const isOlderThan = (days: number, item: CallTask | Case, { at, companyRules: { company, calendar } }: Now): boolean =>
  addWorkingDays(calendar, localDateAt(openedAt(item), company.zone), days) <= localDateAt(at, company.zone)

export function solution(
  item: Case,
  { person, companyRules: { company, channels } }: { readonly person: Person | undefined; readonly companyRules: CompanyRules },
): { readonly note: string; readonly reached: boolean } {
  // Abroad it is another time of the day.
  const isRung =
    person !== undefined &&
    isReachable(spokenChannel(channels), person.customer) &&
    person.customer.zone === company.zone &&
    !wantsNoCalls(person, { channels, items: [item] })
  return { note: luckOf(item).pick(isRung ? SOLVED_BY_PHONE : SOLVED_BY_MAIL), reached: isRung }
}

const luckOf = ({ workId }: Case) => chance(stableHash(workId))
