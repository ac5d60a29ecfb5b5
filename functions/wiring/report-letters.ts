/** The report at the end of a team's day, in the company's language. */
import type { ReportLetters } from '#app/sending/report-day.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { closingOf } from '#core/work/standing.ts'
import { callersNumber, type WorkItem } from '#core/work/work-item.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import type { StaffLetterMaking } from '#functions/wiring/urgent-letters.ts'
import { pageLocale } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { type ReportLine, reportMail } from '#web/staff/mails/report-mail.ts'
import { REPORT_MAIL_WORDS } from '#web/staff/mails/report-mail-words.ts'
import { workPath } from '#web/staff/paths.ts'
import { writtenPhone } from '#web/staff/phone-link.ts'
import { workInWords } from '#web/words/work.ts'
import { writtenInstant } from '#web/words/written.ts'

export function reportLetters({ company, staffUrl }: StaffLetterMaking): ReportLetters {
  const { name, email, zone } = company
  const locale = pageLocale(company.locale, company.locale)
  const words = REPORT_MAIL_WORDS[locale]
  return {
    write: async ({ list: { team, date }, report, nextDay, nameOf, customerOf }) => {
      const at = (instant: Instant) =>
        localDateAt(instant, zone) === date ? localTimeAt(instant, zone) : writtenInstant(instant, { zone, locale })
      const line = (item: WorkItem, beside: string): ReportLine => {
        const customer = customerOf(item)
        return {
          customer: customer === undefined ? callerInWords(item) : salutationOf({ customer, locale: customer.locale }).fullName,
          reason: workInWords(item, locale),
          beside,
          link: staffUrl === null ? null : `${staffUrl}${workPath(item.workId)}`,
        }
      }
      const closedBy = (item: WorkItem) => {
        const by = closingOf(item)?.by
        return words.closedBy(by?.is === 'staff' ? (by.address === undefined ? (by.name ?? '') : nameOf(by.address)) : '')
      }
      const mail = reportMail({
        locale,
        company: name,
        team,
        date,
        nextDay,
        agents: report.agents.map(({ address, ...counts }) => ({ ...counts, name: address === null ? null : nameOf(address) })),
        sections: {
          broken: report.broken.map((promise) => line(promise.item, words.promised(at(promise.at)))),
          overdue: report.overdue.map(({ item, deadlines }) => line(item, words.due(at(deadlines.begin)))),
          coming: report.coming.map((promise) => line(promise.item, words.promised(at(promise.at)))),
          withoutNote: report.withoutNote.map((item) => line(item, closedBy(item))),
        },
        staffUrl,
      })
      return { ...mail, headers: MAILS_TO_STAFF, replyTo: email, attachments: [] }
    },
  }
}

function callerInWords(item: WorkItem): string | null {
  const number = callersNumber(item)
  return number === null ? null : writtenPhone(number)
}
