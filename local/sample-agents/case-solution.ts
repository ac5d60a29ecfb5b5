/** When a sample agent solves a case, and how: by ringing the customer, or in writing where no call reaches them. */
import type { DoneWork } from '#app/desk/close-work.ts'
import type { Person } from '#app/ports/customers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type Case, openedAt } from '#core/work/work-item.ts'
import { wantsNoCalls } from '#functions/staff/work/wants-no-calls.ts'
import { SOLVED_AFTER } from '#local/sample-agents/agent-habits.ts'
import { SOLVED_BY_MAIL, SOLVED_BY_PHONE } from '#local/sample-agents/agent-notes.ts'
import { chance } from '#local/sample-company/chance.ts'

/** After some working days, as the case itself decides. */
export function isRipe(
  item: Case,
  { at, companyRules: { company, calendar } }: { readonly at: Instant; readonly companyRules: CompanyRules },
): boolean {
  const days = luckOf(item).pick(SOLVED_AFTER)
  return addWorkingDays(calendar, localDateAt(openedAt(item), company.zone), days) <= localDateAt(at, company.zone)
}

export function solution(
  item: Case,
  { person, companyRules: { company, channels } }: { readonly person: Person | undefined; readonly companyRules: CompanyRules },
): Pick<DoneWork, 'note' | 'reached'> {
  // Abroad it is another time of the day.
  const isRung =
    person !== undefined &&
    person.customer.phone !== null &&
    person.customer.zone === company.zone &&
    !wantsNoCalls(person, channels)
  return { note: luckOf(item).pick(isRung ? SOLVED_BY_PHONE : SOLVED_BY_MAIL), reached: isRung }
}

const luckOf = ({ workId }: Case) => chance(stableHash(workId))
