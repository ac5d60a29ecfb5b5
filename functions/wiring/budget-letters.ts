/** The mail about a budget that waits for somebody, in the company's language. */
import type { BudgetLetters } from '#app/sending/mail-budgets.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import type { StaffLetterMaking } from '#functions/wiring/urgent-letters.ts'
import { pageLocale } from '#web/customer/page.ts'
import { budgetMail } from '#web/staff/mails/budget-mail.ts'

export function budgetLetters({ company, staffUrl }: StaffLetterMaking): BudgetLetters {
  const locale = pageLocale(company.locale, company.locale)
  return {
    write: async (plan) => ({
      ...budgetMail(plan, { locale, company: company.name, staffUrl }),
      headers: MAILS_TO_STAFF,
      replyTo: company.email,
      attachments: [],
    }),
  }
}
