/** Mails about urgent pieces of work, in the company's language. */
import type { UrgentLetters } from '#app/sending/urgent-letters.ts'
import type { Company } from '#core/campaign/company.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import { pageLocale } from '#web/customer/page.ts'
import { urgentMail } from '#web/staff/mails/urgent-mail.ts'
import { workPath } from '#web/staff/paths.ts'

export interface StaffLetterMaking {
  readonly company: Pick<Company, 'name' | 'email' | 'locale' | 'zone'>
  /** The address of the staff app; null where it has none. */
  readonly staffUrl: string | null
}

export function urgentLetters({ company, staffUrl }: StaffLetterMaking): UrgentLetters {
  const locale = pageLocale(company.locale, company.locale)
  const linkTo = (workId: string) => (staffUrl === null ? null : `${staffUrl}${workPath(workId)}`)
  return {
    linkTo,
    write: async ({ item, ...said }) => {
      const { name, email, zone } = company
      const mail = urgentMail({ ...said, locale, zone, company: name, link: linkTo(item.workId) })
      return { ...mail, headers: MAILS_TO_STAFF, replyTo: email, attachments: [] }
    },
  }
}
