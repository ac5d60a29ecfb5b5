/** Whether an attempt to ring a customer ends its task, and as what. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { attemptsFor, countedAttempts } from '#core/work/attempts.ts'
import { type CallEnd, CONSEQUENCES } from '#core/work/disposition.ts'
import { isPastItsDays } from '#core/work/overdue-call.ts'
import type { Attempted, Closed } from '#core/work/work-event.ts'
import { type CallTask, isCheckIn } from '#core/work/work-item.ts'

/** Null while another attempt is to be made. */
export function closingOfAttempt(
  item: CallTask,
  { event, companyRules: { company } }: { readonly event: Attempted; readonly companyRules: CompanyRules },
): Closed | null {
  const as = callEndAfter(item, { event, most: attemptsFor(item, company), today: localDateAt(event.at, company.zone) })
  if (as === null) return null
  const { at, by, atFirst } = event
  const ended = { is: 'closed', at, on: localDateAt(at, company.zone), by, note: null, reached: as === 'reached', as } as const
  return { ...ended, ...(atFirst !== undefined && { atFirst }) }
}

interface Ending {
  readonly event: Attempted
  readonly most: number
  readonly today: LocalDate
}

function callEndAfter(task: CallTask, { event, most, today }: Ending): CallEnd | null {
  const { ends, isCounted } = CONSEQUENCES[event.disposition]
  if (ends !== null) return ends
  if (!isCounted) return null
  if (countedAttempts([...task.events, event]) >= most) return 'exhausted'
  // A promise was kept after the last day, and the customer did not answer.
  return isCheckIn(task) && isPastItsDays(task, today) ? 'expired' : null
}
