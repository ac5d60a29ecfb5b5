/** Letters through the templates: language, merge fields, links and headers of one mail. */
import type { TouchSurvey } from '#app/ports/dispatching.ts'
import type { Letters } from '#app/ports/letters.ts'
import type { LinkSeals, ReplySeals } from '#app/ports/secrets.ts'
import type { Company } from '#core/campaign/company.ts'
import { traitsOf } from '#core/campaign/occasion-traits.ts'
import type { Customer } from '#core/customer/customer.ts'
import { partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { chooseLocale } from '#web/rendering/compiled-template.ts'
import { mergeFieldsFor, type OrderSources } from '#web/rendering/merge-fields.ts'
import { MissingMergeFieldError, renderMail, UnusableTemplateError } from '#web/rendering/render-mail.ts'

/** Laws ask for an opt-out that works for weeks, and customers may clean their mailbox once a year. */
export const STOPPING_DAYS = 400
/** A survey's link outlives the survey, so that a customer who comes late is told so in their own language. */
const LATECOMER_DAYS = 180

export interface LetterMaking {
  readonly company: Company
  readonly seals: Pick<LinkSeals, 'linkToken'> & Pick<ReplySeals, 'replyLocalPart'>
  /** The address of the company's pages: from company.json, or from the local system. */
  readonly pages: string
}

export function templateLetters(making: LetterMaking): Letters {
  const { company, pages } = making
  return {
    write: ({ campaign, rules, words, customer, occasion, occurrenceId, purchase, voucher, survey, now }) => {
      const { template } = words
      const templates = { [template]: words.mails }
      const fallbackLocales = [company.locale]
      const locale = chooseLocale({ templates, template, locale: customer.locale, fallbackLocales })
      if (!locale) return { noWords: `template ${template} has neither ${customer.locale} nor ${company.locale}` }
      const links = rules.unsubscribe ? stoppingLinks(making, { customer, purpose: campaign.contentClass, now }) : null
      const fields = mergeFieldsFor({
        customer,
        company,
        occasion: {
          name: locale.split('-')[0] === 'vi' ? campaign.name.vi : campaign.name.en,
          date: occasion.anchor,
          years: occasion.years,
        },
        purchase: orderInLetter({ campaign, occasion, purchase }),
        voucher: voucher && { ...voucher, link: `${pages}/v/${voucher.code}` },
        survey: survey && { ...survey, link: surveyLink(making, { customer, survey }) },
        links,
        locale,
      })
      // An answer to a reminder is an answer to the invitation.
      const address = answerAddress(making, { customer, occurrenceId: survey?.invitation ?? occurrenceId })
      try {
        const { subject, html, text } = renderMail({ templates, template, locale, fallbackLocales, fields, label: rules.label })
        const headers = links === null ? {} : oneClick(links.unsubscribe, address('stop'))
        return { letter: { subject, html, text, headers, replyTo: address('reply') ?? company.email } }
      } catch (error) {
        if (error instanceof UnusableTemplateError) return { problem: error.message }
        if (error instanceof MissingMergeFieldError)
          return { problem: error.message, lacks: { template: error.template, locale: error.locale, field: error.field } }
        throw error
      }
    },
  }
}

/** The delivery day stays known even if the order changed since: the letter is about that day. */
function orderInLetter({
  campaign,
  occasion,
  purchase,
}: Pick<Parameters<Letters['write']>[0], 'campaign' | 'occasion' | 'purchase'>): OrderSources {
  const deliveredOn = traitsOf(campaign.occasion).order === 'delivered' ? occasion.anchor : null
  return { product: purchase?.product ?? null, deliveredOn: purchase?.deliveredOn ?? deliveredOn }
}

function stoppingLinks(
  { seals, pages }: LetterMaking,
  { customer: { customerId }, purpose, now }: { readonly customer: Customer; readonly purpose: string; readonly now: Instant },
) {
  const expiresAt = plusMs(now, STOPPING_DAYS * DAY_MS)
  return {
    unsubscribe: `${pages}/u/${seals.linkToken({ use: 'unsubscribe', fields: [customerId, purpose], expiresAt })}`,
    preferences: `${pages}/p/${seals.linkToken({ use: 'preferences', fields: [customerId], expiresAt })}`,
  }
}

/** The same in every mail about one invitation. */
function surveyLink(
  { seals, pages, company }: LetterMaking,
  { customer: { customerId }, survey: { invitation, lastDay } }: { readonly customer: Customer; readonly survey: TouchSurvey },
): string {
  const expiresAt = dayStart(addDays(lastDay, LATECOMER_DAYS), company.zone)
  return `${pages}/s/${seals.linkToken({ use: 'survey', fields: [customerId, invitation], expiresAt })}`
}

/** Undefined for a company without incoming mail, or when the customer's id is too long for an address: then staff read the answers. */
const answerAddress =
  (
    { seals, company }: LetterMaking,
    { customer: { customerId }, occurrenceId }: { readonly customer: Customer; readonly occurrenceId: string },
  ) =>
  (use: 'reply' | 'stop'): string | undefined => {
    if (company.replyDomain === undefined) return undefined
    const localPart = seals.replyLocalPart({ use, customerId, ...partsOfOccurrenceId(occurrenceId) })
    return localPart && `${localPart}@${company.replyDomain}`
  }

/** RFC 8058: the mailbox's own "unsubscribe" button posts to the link, without a page and without a login. A mail to the address works as well. */
const oneClick = (link: string, address: string | undefined) => ({
  'List-Unsubscribe': address === undefined ? `<${link}>` : `<${link}>, <mailto:${address}?subject=unsubscribe>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
