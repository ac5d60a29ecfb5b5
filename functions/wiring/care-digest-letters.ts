/** The weekly mail to the people of care, in the company's language: the roster names no language of a person. */
import type { CareDigestLetters } from '#app/sending/mail-care-digest.ts'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import type { StaffLetterMaking } from '#functions/wiring/urgent-letters.ts'
import { pageLocale } from '#web/customer/page.ts'
import { careDigestMail } from '#web/staff/mails/care-digest-mail.ts'

interface Making extends StaffLetterMaking {
  readonly cases: CasePolicy
}

export function careDigestLetters({ company, staffUrl, cases }: Making): CareDigestLetters {
  const locale = pageLocale(company.locale, company.locale)
  return {
    write: async (findings) => {
      const mail = careDigestMail(findings, { locale, company: company.name, cases, staffUrl })
      return { ...mail, headers: MAILS_TO_STAFF, replyTo: company.email, attachments: [] }
    },
  }
}
