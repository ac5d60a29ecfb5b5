/** The weekly mail to a department with its CSV file, in the language of its reader. */
import { csvOf } from '#adapters/csv/text-table.ts'
import type { DigestLetters } from '#app/sending/mail-digests.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import { digestMail } from '#web/staff/mails/digest-mail.ts'
import { digestTable } from '#web/staff/mails/digest-table.ts'

export const digestLetters = ({
  company,
  departments,
  cases,
}: Pick<CompanyRules, 'company' | 'departments' | 'cases'>): DigestLetters => ({
  write: async ({ digest, reader }) => {
    const locale = reader.language
    const department = departmentNamed(departments, digest.department, locale)
    const telling = { locale, zone: company.zone, department, cases }
    const { file, ...table } = digestTable(digest, telling)
    const csv = { fileName: `${file}.csv`, contentType: 'text/csv; charset=utf-8', bytes: csvOf(table) }
    const mail = digestMail(digest, { ...telling, company: company.name })
    return { ...mail, headers: MAILS_TO_STAFF, replyTo: company.email, attachments: [csv] }
  },
})
