/**
 * Tells the heads of care once that a week or a month is over and what it came to. The mail waits for the figures: while days are missing it is not sent,
 * until the third day, on which it goes and says which are missing. A period that was over longer ago is told by the page alone.
 */
import type { Events } from '#app/events.ts'
import type { Pace, StaffMail, StaffMailer } from '#app/ports/sending.ts'
import type { PublishedRoster } from '#app/ports/staff.ts'
import type { StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import { type ReadReportPorts, readReport } from '#app/reporting/read-report.ts'
import { claimUnderMark } from '#app/sending/claim-under-mark.ts'
import { isLeftBehind, sendStaffMail } from '#app/sending/send-staff-mail.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { EVERYTHING } from '#core/kpi/segment.ts'
import { lastWholePeriod, type ReportPeriod } from '#core/report/report-period.ts'
import type { ReportView } from '#core/report/report-view.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, daysBetween } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** The words of the mail. */
export interface HeadReportLetters {
  write(view: ReportView): Promise<Omit<StaffMail, 'to'>>
}

export interface MailReportPorts extends ReadReportPorts {
  readonly staffMails: Omit<StaffMailMarks, 'removeBefore'>
  readonly headReportLetters: HeadReportLetters
  readonly mailer: StaffMailer
  readonly pace: Pace
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'headReported' | 'headReportWaits' | 'headReportLost'>
}

const MAILED = ['week', 'month'] as const
/** Days after the end on which it still goes; marks of mails are kept for longer. */
const LAST_DAY = 5
/** From then on it goes with days missing. */
const NO_LONGER_WAITS = 3

interface Mailing {
  readonly roster: PublishedRoster
  readonly gate: SenderGate
  readonly clock: () => Instant
}

export async function mailReports(ports: MailReportPorts, mailing: Mailing): Promise<void> {
  const { company } = ports.companyRules
  const now = mailing.clock()
  const today = localDateAt(now, company.zone)
  if (localTimeAt(now, company.zone) < company.startOfDay) return
  for (const kind of MAILED) {
    const period = lastWholePeriod(kind, today)
    const late = daysBetween(period.to, today)
    if (late <= LAST_DAY) await mailReport(ports, { ...mailing, period, waits: late < NO_LONGER_WAITS, today })
  }
}

interface Told extends Mailing {
  readonly period: ReportPeriod
  readonly waits: boolean
  readonly today: string
}

/** Before the company's first campaign customers bought, and there is nothing to tell of care. */
const wasWithoutCare = ({ breakdown: { outcomes, opened, contacted } }: RollUp): boolean =>
  contacted === 0 && Object.keys(outcomes).length === 0 && Object.keys(opened).length === 0

async function mailReport(ports: MailReportPorts, { roster, gate, clock, period, waits, today }: Told): Promise<void> {
  const { staffMails, events, companyRules } = ports
  const mails = { date: addDays(period.to, 1), about: `head-report ${period.key}` }
  const told = await staffMails.of(mails)
  for (const mark of told.filter((each) => isLeftBehind(each, clock()))) {
    if ((await staffMails.settle({ ...mark, outcome: 'unknown' })) === 'written')
      events.headReportLost({ period: period.key, outcome: 'unknown' })
  }
  const heads = roster.people.filter(({ role, address }) => role === 'head' && !told.some((mark) => mark.address === address))
  if (heads.length === 0) return
  // While the figures are not made, each run of some days comes here: it reads one row, and not the whole report.
  const rollUp = await ports.numbers.rollUp({ period, segment: EVERYTHING })
  if (!rollUp || wasWithoutCare(rollUp)) return
  const { company, themes } = companyRules
  const report = await readReport(ports, { period, segment: EVERYTHING, today, settings: company.report, themes })
  if (!('shown' in report) || (waits && report.shown.missing.length > 0)) return
  if ((await gate.look()) === 'shut') return events.headReportWaits({ period: period.key, because: 'sender-stopped' })
  for (const { address } of heads) {
    const end = await sendStaffMail(ports, {
      to: address,
      write: () => ports.headReportLetters.write(report.shown),
      gate,
      clock,
      claim: claimUnderMark(staffMails, { ...mails, address }),
    })
    if (end.is === 'sent') events.headReported({ period: period.key })
    else if (end.is === 'waits') events.headReportWaits({ period: period.key, because: end.because })
    else if (end.is !== 'claimed-before') events.headReportLost({ period: period.key, outcome: end.is })
  }
}
