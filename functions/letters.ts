/** Letters through the templates: language, merge fields, links and headers of one mail. */
import type { Letters, Seals } from '#app/ports.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { type CompiledTemplates, chooseLocale } from '#web/rendering/compiled-template.ts'
import { mergeFieldsFor } from '#web/rendering/merge-fields.ts'
import { MissingMergeFieldError, renderMail, UnusableTemplateError } from '#web/rendering/render-mail.ts'

/** Laws ask for an opt-out that works for weeks; people clean their mailbox once a year. */
const UNSUBSCRIBE_DAYS = 400

export interface LetterMaking {
  readonly templates: CompiledTemplates
  readonly company: Company
  readonly seals: Pick<Seals, 'unsubscribeToken'>
  /** Where the company's pages live: company.json says it, one machine says otherwise. */
  readonly pages: string
}

export function templateLetters({ templates, company, seals, pages }: LetterMaking): Letters {
  return {
    write: ({ campaign, rules, customer, occasion, voucher, now }) => {
      const { template } = campaign.touch
      const fallbackLocales = [company.locale]
      const locale = chooseLocale({ templates, template, locale: customer.locale, fallbackLocales })
      if (!locale) return { problem: `template ${template} has neither ${customer.locale} nor ${company.locale}` }
      const unsubscribe = rules.unsubscribe
        ? unsubscribeLink({ seals, pages, customer, purpose: campaign.contentClass, now })
        : null
      const fields = mergeFieldsFor({
        customer,
        company,
        occasion: {
          name: locale.split('-')[0] === 'vi' ? campaign.name.vi : campaign.name.en,
          date: occasion.anchor,
          years: occasion.years,
        },
        voucher: voucher && { ...voucher, link: `${pages}/v/${voucher.code}` },
        links: unsubscribe === null ? null : { unsubscribe, preferences: unsubscribe },
        locale,
      })
      try {
        const { subject, html, text } = renderMail({ templates, template, locale, fallbackLocales, fields, label: rules.label })
        return { letter: { subject, html, text, headers: unsubscribe === null ? {} : oneClick(unsubscribe) } }
      } catch (error) {
        if (error instanceof MissingMergeFieldError || error instanceof UnusableTemplateError) return { problem: error.message }
        throw error
      }
    },
  }
}

interface UnsubscribeLink {
  readonly seals: Pick<Seals, 'unsubscribeToken'>
  readonly pages: string
  readonly customer: Customer
  readonly purpose: string
  readonly now: Instant
}

function unsubscribeLink({ seals, pages, customer, purpose, now }: UnsubscribeLink): string {
  const expiresAt = plusMs(now, UNSUBSCRIBE_DAYS * DAY_MS)
  return `${pages}/u/${seals.unsubscribeToken({ customerId: customer.customerId, purpose, expiresAt })}`
}

/** RFC 8058: the mailbox's own "unsubscribe" button posts to the link, without a page and without a login. */
const oneClick = (link: string) => ({ 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
