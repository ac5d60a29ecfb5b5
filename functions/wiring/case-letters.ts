/**
 * What staff write to the customer of a case, in the frame of the company's letters. Staff write plain text: each blank line begins a paragraph, and
 * nothing in it is read as HTML or as a merge field. The words that they begin with are a template too.
 */
import type { LinkSeals, ReplySeals } from '#app/ports/secrets.ts'
import type { CaseLetter, WrittenNotice } from '#app/sending/notice-to-send.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { SAID_FIELD, SAID_VALUES, SAID_WORDS } from '#web/customer/solved.ts'
import { chooseLocale } from '#web/rendering/compiled-template.ts'
import { mergeFieldsFor } from '#web/rendering/merge-fields.ts'
import { MissingMergeFieldError, type RenderedMail, renderMail, UnusableTemplateError } from '#web/rendering/render-mail.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { wordsFor } from '#web/rendering/survey-fields.ts'

interface CaseLetterMaking {
  readonly company: Company
  readonly seals: Pick<LinkSeals, 'linkToken'> & Pick<ReplySeals, 'replyLocalPart'>
  /** The address of the company's pages. */
  readonly pages: string
}

/** A customer may read it late; a case that is closed meanwhile keeps its answer open for as long. */
const SOLVED_DAYS = 30

interface Order {
  readonly words: CampaignWords
  readonly customer: Customer
}

export function caseMail({ company, seals, pages }: CaseLetterMaking, order: CaseLetter & Order): WrittenNotice {
  const { customer, workId, openedOn, subject, text, asks } = order
  const rendered = render(company, order, { subject, words: PLACE })
  if ('problem' in rendered) return rendered
  const localPart =
    company.replyDomain &&
    seals.replyLocalPart({ use: 'case', customerId: customer.customerId, campaignId: workId, date: openedOn })
  const link =
    asks &&
    `${pages}/c/${seals.linkToken({ use: 'solved', fields: [customer.customerId, workId, asks.mailId], expiresAt: plusMs(asks.at, SOLVED_DAYS * DAY_MS) })}`
  const buttons = link ? solvedButtons({ link, customer, company, locale: rendered.locale }) : { html: '', text: '' }
  return {
    letter: {
      subject: rendered.subject,
      html: rendered.html.replace(`<p>${PLACE}</p>`, () => `${paragraphs(text)}${buttons.html}`),
      text: rendered.text.replace(PLACE, () => `${text}${buttons.text}`),
      headers: {},
      replyTo: localPart ? `${localPart}@${company.replyDomain}` : company.email,
    },
  }
}

interface Asking {
  readonly link: string
  readonly customer: Customer
  readonly company: Company
  readonly locale: string
}

/** As the buttons of the survey mails look; each leads to the page with its own form first, and none of them says anything by itself. */
function solvedButtons({ link, customer, company, locale }: Asking): { readonly html: string; readonly text: string } {
  const say = wordsFor({ company: company.name, ...salutationOf({ customer, locale }), locale })
  const buttons = SAID_VALUES.map((value) => ({ href: `${link}?${SAID_FIELD}=${value}`, label: say(SAID_WORDS[value]) }))
  const tables = buttons.map(
    ({ href, label }) =>
      `<table role="presentation" cellspacing="8" cellpadding="0" border="0" style="display:inline-table;width:auto;border-collapse:separate;border-spacing:8px;"><tr><td class="score" bgcolor="#e7efec" style="border-radius:8px;"><a href="${escaped(href)}" style="display:block;min-width:110px;padding:0 18px;height:48px;line-height:48px;color:#1f5a52;font-size:17px;font-weight:600;text-align:center;text-decoration:none;white-space:nowrap;">${escaped(label)}</a></td></tr></table>`,
  )
  return {
    html: `<div style="margin:0 0 18px;text-align:center;">${tables.join(' ')}</div>`,
    text: `\n\n${buttons.map(({ href, label }) => `${label}: ${href}`).join('\n\n')}`,
  }
}

/** What staff begin with: for this customer in their language and form of address; null where the company has no such words. */
export function caseSkeleton(company: Company, order: Order): { readonly subject: string; readonly text: string } | null {
  const rendered = render(company, order, null)
  if ('problem' in rendered) return null
  return { subject: rendered.subject, text: rendered.text.split(FOOTER)[0]?.trim() ?? '' }
}

/** The line of templates/layouts/letter.txt above who writes. */
const FOOTER = /\n-{20,}\n/
/** Stands for the words of staff while the frame is rendered. No person can type it: such signs are taken out of what staff write. */
const PLACE = '\uE000words\uE000'

function render(
  company: Company,
  { words: { template, mails }, customer }: Order,
  letter: { readonly subject: string; readonly words: string } | null,
): RenderedMail | { readonly problem: string } {
  const templates = { [template]: mails }
  const fallbackLocales = [company.locale]
  const locale = chooseLocale({ templates, template, locale: customer.locale, fallbackLocales })
  if (!locale) return { problem: `template ${template} has neither ${customer.locale} nor ${company.locale}` }
  const occasion = { name: template, date: '2000-01-01', years: null }
  const fields = {
    ...mergeFieldsFor({ customer, company, occasion, voucher: null, links: null, locale }),
    ...(letter && { letter }),
  }
  try {
    return renderMail({ templates, template, locale, fallbackLocales, fields, label: null })
  } catch (error) {
    if (error instanceof MissingMergeFieldError || error instanceof UnusableTemplateError) return { problem: error.message }
    throw error
  }
}

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${part.split('\n').map(escaped).join('<br>')}</p>`)
    .join('\n')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
