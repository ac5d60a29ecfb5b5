/** The report by mail, in the company's language. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { HeadReportLetters } from '#app/sending/mail-report.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import type { StaffLetterMaking } from '#functions/wiring/urgent-letters.ts'
import { pageLocale } from '#web/customer/page.ts'
import { headReportMail } from '#web/staff/mails/head-report-mail.ts'

interface Making extends StaffLetterMaking {
  readonly campaigns: Pick<CampaignStore, 'latest'>
}

export function headReportLetters({ company, staffUrl, campaigns }: Making): HeadReportLetters {
  const locale = pageLocale(company.locale, company.locale)
  return {
    write: async (view) => {
      const known = new Map((await campaigns.latest()).map(({ definition: { id, name } }) => [id, name[locale]]))
      const campaignName = (id: string) => known.get(id) ?? id
      const mail = headReportMail(view, { locale, company: company.name, staffUrl, campaignName })
      return { ...mail, headers: MAILS_TO_STAFF, replyTo: company.email, attachments: [] }
    },
  }
}
