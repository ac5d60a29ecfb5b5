/** Messages outside any campaign through the templates: in the customer's language, and marked as automatic. */

import type { LinkSeals, ReplySeals } from '#app/ports/secrets.ts'
import type { NoticeLetters } from '#app/sending/notice-to-send.ts'
import type { Company } from '#core/campaign/company.ts'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { caseMail, caseNotice } from '#functions/wiring/case-letters.ts'
import { chooseLocale } from '#web/rendering/compiled-template.ts'
import { mergeFieldsFor } from '#web/rendering/merge-fields.ts'
import { MissingMergeFieldError, renderMail, UnusableTemplateError } from '#web/rendering/render-mail.ts'
import { stoppedWords } from '#web/rendering/stopped-words.ts'

/** Customers may clean their mailbox once a year. */
const PREFERENCES_DAYS = 400
/** RFC 3834: no automatic reply answers such a mail, and the sender of an opt-out by mail is not told twice. */
const HEADERS: Readonly<Record<string, string>> = { 'Auto-Submitted': 'auto-replied' }

interface NoticeMaking {
  readonly company: Company
  readonly seals: Pick<LinkSeals, 'linkToken'> & Pick<ReplySeals, 'replyLocalPart'>
  /** The address of the company's pages. */
  readonly pages: string
}

export const templateNotices = ({ company, seals, pages }: NoticeMaking): NoticeLetters => ({
  caseNotice: (order) => caseNotice({ company, seals, pages }, order),
  caseMail: (order) => caseMail({ company, seals, pages }, order),
  optOut: ({ words: { template, mails }, customer, purposes, at, now }) => {
    const templates = { [template]: mails }
    const fallbackLocales = [company.locale]
    const locale = chooseLocale({ templates, template, locale: customer.locale, fallbackLocales })
    if (!locale) return { problem: `template ${template} has neither ${customer.locale} nor ${company.locale}` }
    const { customerId, zone } = customer
    const token = seals.linkToken({
      use: 'preferences',
      fields: [customerId],
      expiresAt: plusMs(now, PREFERENCES_DAYS * DAY_MS),
    })
    const occasion = { name: template, date: localDateAt(at, zone), years: null }
    const fields = {
      ...mergeFieldsFor({ customer, company, occasion, voucher: null, links: null, locale }),
      stopped: stoppedWords({ purposes, at, zone, locale }),
      preferencesLink: `${pages}/p/${token}`,
    }
    try {
      const mail = renderMail({ templates, template, locale, fallbackLocales, fields, label: null })
      return { letter: { subject: mail.subject, html: mail.html, text: mail.text, headers: HEADERS, replyTo: company.email } }
    } catch (error) {
      if (error instanceof MissingMergeFieldError || error instanceof UnusableTemplateError) return { problem: error.message }
      throw error
    }
  },
})
