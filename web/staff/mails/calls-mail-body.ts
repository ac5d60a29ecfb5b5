/** What a mail about a list of calls says, the same in its two parts. */
import type { PageLocale } from '#web/customer/page.ts'
import type { CallInMail } from '#web/staff/mails/call-in-mail.ts'

export interface CallsMailBody {
  readonly locale: PageLocale
  readonly company: string
  readonly title: string
  readonly remarks: readonly string[]
  readonly warnings: readonly string[]
  readonly given: readonly CallInMail[]
  readonly notGiven: readonly CallInMail[]
  /** Whether each line says who rings. */
  readonly withAgents: boolean
  /** The address of the page with the whole list. */
  readonly page: string | null
}
