/** Mails about lists of calls, in the company's language, with their CSV and Excel files. */
import { csvOf } from '#adapters/csv/text-table.ts'
import { workbookOf } from '#adapters/xlsx/text-workbook.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { MailAttachment } from '#app/ports/sending.ts'
import type { CallsLetters } from '#app/sending/mail-day-list.ts'
import type { Company } from '#core/campaign/company.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import { pageLocale } from '#web/customer/page.ts'
import { callInMail } from '#web/staff/mails/call-in-mail.ts'
import { callsMail } from '#web/staff/mails/calls-mail.ts'
import { callsTable } from '#web/staff/mails/calls-table.ts'
import { readAlike } from '#web/words/names-apart.ts'

/**
 * SES takes mails of 40 MB, and slows down those over 10 MB; many mailboxes take no more than 10 MB. Base 64 makes a third more of it. The longest list
 * has some 2 MB.
 */
const MOST_ATTACHED_BYTES = 6_000_000

interface CallsLetterMaking {
  readonly company: Pick<Company, 'name' | 'email' | 'locale' | 'zone'>
  /** The address of the staff app; null where it has none. */
  readonly staffUrl: string | null
  /** Only for work that its kind alone would not tell apart. */
  readonly campaigns: Pick<CampaignStore, 'latest'>
  readonly mostAttachedBytes?: number
}

export const callsLetters = ({
  company,
  staffUrl,
  campaigns,
  mostAttachedBytes = MOST_ATTACHED_BYTES,
}: CallsLetterMaking): CallsLetters => ({
  write: async ({ kind, list, calls, nameOf }) => {
    const { team, date, beyond } = list
    const { zone } = company
    const locale = pageLocale(company.locale, company.locale)
    const known = calls.some(({ items }) => readAlike(items, locale)) ? await campaigns.latest() : []
    const campaignName = (id: string) => known.find(({ definition }) => definition.id === id)?.definition.name[locale] ?? id
    const told = calls.map((call, at) =>
      callInMail(
        { ...call, place: kind === 'team' ? call.rank : at + 1 },
        { locale, zone, date, nameOf, campaignName, staffUrl },
      ),
    )
    const files = await filesOf(callsTable({ calls: told, date, locale, withAgents: kind === 'team' }))
    const hasFiles = files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= mostAttachedBytes
    const isNobodyOnShift = calls.some(({ why }) => why.some(({ is }) => is === 'nobody-on-shift'))
    const said = { kind, team, date, locale, company: company.name, calls: told, beyond, isNobodyOnShift, hasFiles, staffUrl }
    return { ...callsMail(said), headers: MAILS_TO_STAFF, replyTo: company.email, attachments: hasFiles ? files : [] }
  },
})

async function filesOf({ file, ...table }: ReturnType<typeof callsTable>): Promise<readonly MailAttachment[]> {
  return [
    { fileName: `${file}.csv`, contentType: 'text/csv; charset=utf-8', bytes: csvOf(table) },
    {
      fileName: `${file}.xlsx`,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await workbookOf(table),
    },
  ]
}
