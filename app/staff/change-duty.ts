/** A lead changes the day of a member of the team: they are ill, a colleague takes their shift or their time on call, or it is as planned after all. */
import type { DutyBook } from '#app/ports/staff.ts'
import { type TeamDay, type TeamDayPorts, teamDay } from '#app/staff/team-day.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type Absence, DAYS_AHEAD, type DutyChange, type DutyRefusal } from '#core/duty/duty-change.ts'
import type { Duty } from '#core/duty/duty-of-day.ts'
import { isNamedWithin } from '#core/duty/on-call.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

export interface ChangeDutyPorts extends TeamDayPorts {
  readonly dutyBook: DutyBook
  readonly companyRules: Pick<CompanyRules, 'calendar' | 'company'>
}

export type WantedChange =
  | { readonly is: 'away'; readonly because: Absence }
  | { readonly is: 'covered'; readonly with: string }
  | { readonly is: 'as-planned' }

export interface ChangingDuty {
  readonly wanted: WantedChange
  /** Whose day it is. */
  readonly address: string
  readonly date: LocalDate
  /** How many changes the day of that person had when the lead decided. */
  readonly seen: number
  readonly by: StaffMember
  readonly at: Instant
}

export type ChangedDuty = { readonly changed: DutyChange } | { readonly refused: DutyRefusal }

/** Lost races against changes of other people's days before giving up. */
const TRIES = 10

export async function changeDuty(ports: ChangeDutyPorts, changing: ChangingDuty): Promise<ChangedDuty> {
  const { address, date, by, at } = changing
  const today = localDateAt(at, ports.companyRules.company.zone)
  if (date < today || date > addDays(today, DAYS_AHEAD)) return { refused: 'no-such-day' }
  const member = (await ports.roster.current())?.people.find((person) => person.address === address)
  if (!member) return { refused: 'no-such-person' }
  if (by.role === 'lead' && by.team !== member.team) return { refused: 'another-team' }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const day = await teamDay(ports, { team: member.team, date })
    const duty = day?.people.find((person) => person.member.address === address)?.duty
    if (!day || !duty) return { refused: 'no-such-person' }
    const next = changeOf(changing, { day, duty, time: date === today ? localTimeAt(at, ports.companyRules.company.zone) : null })
    if ('refused' in next || 'again' in next) return 'again' in next ? { changed: next.again } : next
    // Two leads at once make a change with one id: the second one looks at the day again.
    if ((await ports.dutyBook.add(next)) === 'written') return { changed: next }
  }
  return { refused: 'changed-meanwhile' }
}

/** The next change of the day; or the last one, when it is the same form once more. */
function changeOf(
  { wanted, address, date, seen, by, at }: ChangingDuty,
  looked: Looked,
): DutyChange | { readonly refused: DutyRefusal } | { readonly again: DutyChange } {
  const { day, time } = looked
  const own = day.changes.filter((change) => change.address === address)
  const last = own.at(-1)
  if (last && own.length === seen + 1 && last.by === by.address && isWanted(last, wanted)) return { again: last }
  if (own.length !== seen) return { refused: 'changed-meanwhile' }
  const refused = refusalOf(wanted, looked)
  if (refused) return { refused }
  const every = { changeId: placeOf(day.changes.length + 1), date, at, by: by.address, byName: by.name, address }
  return wanted.is === 'as-planned' ? { ...every, ...wanted } : { ...every, ...wanted, from: beganBefore(looked) ? time : null }
}

const isWanted = (change: DutyChange, wanted: WantedChange): boolean =>
  wanted.is === 'away'
    ? change.is === 'away' && change.because === wanted.because
    : wanted.is === 'covered'
      ? change.is === 'covered' && change.with === wanted.with
      : change.is === 'as-planned'

interface Looked {
  readonly duty: Duty
  readonly day: TeamDay
  /** Of today; null for a later day. */
  readonly time: string | null
}

function refusalOf(wanted: WantedChange, { duty, day, time }: Looked): DutyRefusal | undefined {
  if (wanted.is === 'as-planned') return duty.change === null ? 'already-so' : undefined
  if (duty.change !== null) return 'already-so'
  if (!worksAfter({ duty, day, time })) return 'not-working'
  if (wanted.is === 'away') return undefined
  if (day.people.some(({ duty: other }) => other.change?.is === 'covered' && other.change.with === duty.address))
    return 'covers-another'
  const cover = day.people.find(({ member }) => member.address === wanted.with)
  if (!cover || cover.member.address === duty.address || cover.duty.change !== null) return 'no-such-cover'
  return undefined
}

/** At the desk or on call: also on a day off, and when the hours at the desk are over. */
const worksAfter = ({ duty: { hours, address }, day: { team, date }, time }: Looked): boolean =>
  hours.some(({ to }) => time === null || to > time) || isNamedWithin(team, address, { date, from: time ?? '00:00', to: '24:00' })

const beganBefore = ({ duty: { hours, address }, day: { team, date }, time }: Looked): boolean =>
  time !== null && (hours.some(({ from }) => from < time) || isNamedWithin(team, address, { date, from: '00:00', to: time }))

/** Sorts in the order of the changes of a day. */
const placeOf = (number: number): string => String(number).padStart(4, '0')
