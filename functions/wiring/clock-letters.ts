/** Mails about the clocks of cases, in the company's language. */
import type { ClockLetters } from '#app/sending/clock-letters.ts'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { Department } from '#core/campaign/departments.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import type { StaffLetterMaking } from '#functions/wiring/urgent-letters.ts'
import { pageLocale } from '#web/customer/page.ts'
import { clockMail } from '#web/staff/mails/clock-mail.ts'
import { workPath } from '#web/staff/paths.ts'

interface ClockLetterMaking extends StaffLetterMaking {
  readonly cases: CasePolicy
  readonly departments: readonly Department[]
}

export function clockLetters({ company, staffUrl, cases, departments }: ClockLetterMaking): ClockLetters {
  const locale = pageLocale(company.locale, company.locale)
  return {
    write: ({ item, ...said }) => {
      const { name, email, zone } = company
      const link = staffUrl === null ? null : `${staffUrl}${workPath(item.workId)}`
      const mail = clockMail({ ...said, item, cases, departments, locale, zone, company: name, link })
      return { ...mail, headers: MAILS_TO_STAFF, replyTo: email, attachments: [] }
    },
  }
}
