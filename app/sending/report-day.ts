/**
 * Tells the lead at close what the team's day came to: one mail for each team and day that had a list, when its last shift is over, or later on the same
 * evening. A mail that may have left is not sent again.
 */
import { linesNow } from '#app/desk/calls-of-day.ts'
import { openWorkOfTeam } from '#app/desk/open-work-of-team.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { Pace, StaffMail, StaffMailer } from '#app/ports/sending.ts'
import type { DutyBook, PublishedRoster } from '#app/ports/staff.ts'
import type { StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { claimUnderMark } from '#app/sending/claim-under-mark.ts'
import { isLeftBehind, sendStaffMail } from '#app/sending/send-staff-mail.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import { endOfDay, type TeamDay, teamDayIn, teamTakingUnassigned } from '#app/staff/team-day.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import { ownPhone } from '#core/customer/wrong-phone.ts'
import type { DutyPlan } from '#core/duty/team.ts'
import { nextTeamDay } from '#core/duty/team-hours.ts'
import { leadOf } from '#core/staff/lead-of.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dayStart, instantAt } from '#core/time/zone.ts'
import type { DayList } from '#core/work/day-list/day-line.ts'
import { type DayReport, dayReport } from '#core/work/day-list/day-report.ts'
import type { PhoneOf } from '#core/work/day-list/number-rung.ts'
import { deadlinesOf, isLate } from '#core/work/deadlines.ts'
import { rungAt } from '#core/work/rung.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** The words of the report. */
export interface ReportLetters {
  write(order: {
    readonly list: Pick<DayList, 'team' | 'date'>
    readonly report: DayReport
    /** The last day of the promises that it tells. */
    readonly nextDay: LocalDate
    /** The name of a member of staff. */
    readonly nameOf: (address: string) => string
    /** Undefined for work about no customer, or one who was erased. */
    readonly customerOf: (item: WorkItem) => Customer | undefined
  }): Promise<Omit<StaffMail, 'to'>>
}

export interface ReportDayPorts {
  readonly work: Pick<WorkStore, 'getMany' | 'openOfTeam' | 'closedDuring'>
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly dutyBook: Pick<DutyBook, 'changesOn'>
  readonly staffMails: Omit<StaffMailMarks, 'removeBefore'>
  readonly reportLetters: ReportLetters
  readonly mailer: StaffMailer
  readonly pace: Pace
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'dayReported' | 'dayReportWaits' | 'dayReportLost'>
}

interface ReportingDay {
  readonly list: DayList
  readonly roster: PublishedRoster
  /** The roster's own. */
  readonly plan: DutyPlan
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** A team that works until midnight has its report with the last run of its day. */
const LATEST_CLOSE = '23:30'

export async function reportDay(ports: ReportDayPorts, { list, roster, plan, gate, clock }: ReportingDay): Promise<void> {
  const { staffMails, events } = ports
  const { team, date } = list
  const now = clock()
  const lead = leadOf(roster, team)?.address
  if (lead === undefined) return
  const day = await teamDayIn(ports, { team, date, roster, plan })
  if (!day || now < closingTime(day, ports.companyRules)) return
  const mails = { date, about: `report ${team}` }
  const told = await staffMails.of(mails)
  for (const mark of told.filter((each) => isLeftBehind(each, now))) {
    if ((await staffMails.settle({ ...mark, outcome: 'unknown' })) === 'written')
      events.dayReportLost({ date, outcome: 'unknown' })
  }
  if (told.length > 0) return
  const takesUnassigned = teamTakingUnassigned(roster, plan) === team
  const nextDay = nextTeamDay(day.team, date, ports.companyRules.calendar) ?? addDays(date, 1)
  const report = await reportOf(ports, { list, day, takesUnassigned, nextDay, now })
  if (saysNothing(report)) return
  if ((await gate.look()) === 'shut') return events.dayReportWaits({ date, because: 'sender-stopped' })
  const end = await sendStaffMail(ports, {
    to: lead,
    write: () => written(ports, { list, report, nextDay, roster }),
    gate,
    clock,
    claim: claimUnderMark(staffMails, { ...mails, address: lead }),
  })
  if (end.is === 'sent') events.dayReported({ date })
  else if (end.is === 'waits') events.dayReportWaits({ date, because: end.because })
  else if (end.is !== 'claimed-before') events.dayReportLost({ date, outcome: end.is })
}

function closingTime(day: TeamDay, { company, calendar }: CompanyRules): Instant {
  const end = endOfDay(day, calendar) ?? LATEST_CLOSE
  return instantAt(day.date, end < LATEST_CLOSE ? end : LATEST_CLOSE, company.zone)
}

/** An empty list, and nothing besides. */
const saysNothing = ({ agents, overdue, broken, coming, withoutNote }: DayReport): boolean =>
  [agents, overdue, broken, coming, withoutNote].every(({ length }) => length === 0)

interface Reporting {
  readonly list: DayList
  readonly day: TeamDay
  readonly takesUnassigned: boolean
  readonly nextDay: LocalDate
  readonly now: Instant
}

async function reportOf(ports: ReportDayPorts, { list, day, takesUnassigned, nextDay, now }: Reporting): Promise<DayReport> {
  const { work, companyRules } = ports
  const { team, date } = list
  const through = dayStart(addDays(nextDay, 1), companyRules.company.zone)
  const open = await openWorkOfTeam(work, { team, takesUnassigned, through })
  const lines = await linesNow(ports, { list, isAsked: () => true, now })
  const closed = await allOf(work.closedDuring([date]))
  // Only these can be late, or have had their number rung.
  const asked = [...open, ...closed, ...lines.flatMap(({ items }) => items)].filter(
    (item) => rungAt([item]) !== null || (isOpen(item) && isLate({ item, deadlines: deadlinesOf(item, companyRules) }, now)),
  )
  return dayReport({
    day: { date, rules: companyRules },
    team,
    takesUnassigned,
    now,
    nextDay,
    lines,
    open,
    closed,
    members: day.people.map(({ member }) => member.address),
    ...(await phonesOf(ports, asked)),
  })
}

async function phonesOf(
  { customers }: ReportDayPorts,
  items: readonly WorkItem[],
): Promise<{ readonly phoneOf: PhoneOf; readonly listedPhoneOf: PhoneOf }> {
  const people = await customers.getMany([...new Set(items.flatMap(({ customerId }) => customerId ?? []))])
  const own = new Map(people.map(({ customer }) => [customer.customerId, ownPhone(customer)]))
  const listed = new Map(people.map(({ customer }) => [customer.customerId, customer.phone]))
  return { phoneOf: (customerId) => own.get(customerId) ?? null, listedPhoneOf: (customerId) => listed.get(customerId) ?? null }
}

interface Writing extends Pick<Reporting, 'list' | 'nextDay'> {
  readonly report: DayReport
  readonly roster: PublishedRoster
}

async function written(ports: ReportDayPorts, { list, report, nextDay, roster }: Writing) {
  const named = [...report.overdue, ...report.broken, ...report.coming].map(({ item }) => item).concat(report.withoutNote)
  const people = await ports.customers.getMany([...new Set(named.flatMap(({ customerId }) => customerId ?? []))])
  const customers = new Map(people.map(({ customer }) => [customer.customerId, customer]))
  const names = new Map(roster.people.map(({ address, name }) => [address, name]))
  return ports.reportLetters.write({
    list,
    report,
    nextDay,
    nameOf: (address) => names.get(address) ?? address,
    customerOf: ({ customerId }) => (customerId === null ? undefined : customers.get(customerId)),
  })
}

async function allOf(pages: AsyncIterable<readonly WorkItem[]>): Promise<WorkItem[]> {
  const items: WorkItem[] = []
  for await (const page of pages) items.push(...page)
  return items
}
