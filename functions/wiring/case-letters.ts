/**
 * What staff write to the customer of a case, in the frame of the company's letters. Staff write plain text: each blank line begins a paragraph, and
 * nothing in it is read as HTML or as a merge field. The words that they begin with are a template too.
 */
import type { LinkSeals, ReplySeals } from '#app/ports/secrets.ts'
import type { CaseLetter, CaseNotice, WrittenNotice } from '#app/sending/notice-to-send.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Company } from '#core/campaign/company.ts'
import { type Playbook, replyOf } from '#core/campaign/playbook.ts'
import type { Customer } from '#core/customer/customer.ts'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { pageLocale } from '#web/customer/page.ts'
import { SAID_FIELD, SAID_VALUES, SAID_WORDS } from '#web/customer/solved.ts'
import { chooseLocale } from '#web/rendering/compiled-template.ts'
import { type MergeFields, mergeFieldsFor } from '#web/rendering/merge-fields.ts'
import { MissingMergeFieldError, type RenderedMail, renderMail, UnusableTemplateError } from '#web/rendering/render-mail.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { wordsFor } from '#web/rendering/survey-fields.ts'
import { longDate } from '#web/rendering/written-value.ts'

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
  const { customer, workId, subject, text, asks } = order
  const rendered = render(company, order, { letter: { subject, words: PLACE } })
  if ('problem' in rendered) return rendered
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
      replyTo: answerTo({ company, seals }, order),
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

/** An automatic mail, marked as one (RFC 3834): no automatic reply answers it. Its answer comes back to the case. */
export function caseNotice({ company, seals }: CaseLetterMaking, order: CaseNotice & Order): WrittenNotice {
  const { looks, customer } = order
  const rendered = render(company, order, looks ? { case: { looks: looksInWords(looks, customer) } } : {})
  if ('problem' in rendered) return rendered
  const { subject, html, text } = rendered
  const replyTo = answerTo({ company, seals }, order)
  const submitted = looks ? 'auto-replied' : 'auto-generated'
  return { letter: { subject, html, text, headers: { 'Auto-Submitted': submitted }, replyTo } }
}

/** By the customer's own clock. */
function looksInWords(
  { says, when }: NonNullable<CaseNotice['looks']>,
  { zone, locale }: Pick<Customer, 'zone' | 'locale'>,
): string {
  const [date, time] = [longDate(localDateAt(when, zone), locale), localTimeAt(when, zone).slice(0, 5)]
  if (locale === 'vi' || locale.startsWith('vi-')) return `${says === 'from' ? 'từ' : 'trước'} ${time} ${date}`
  return `${says === 'from' ? 'from' : 'before'} ${time} on ${date}`
}

/** Of a company without incoming mail, or where the customer's id is too long for an address, staff read the answers. */
function answerTo(
  { company, seals }: Pick<CaseLetterMaking, 'company' | 'seals'>,
  { customer: { customerId }, workId, openedOn }: CaseNotice & Order,
): string {
  const localPart = company.replyDomain && seals.replyLocalPart({ use: 'case', customerId, campaignId: workId, date: openedOn })
  return localPart ? `${localPart}@${company.replyDomain}` : company.email
}

/**
 * What staff begin with: for this customer in their language and form of address; null where the company has no such words. The reply of a playbook
 * takes the place of all but the first paragraph, which is the greeting.
 */
export function caseSkeleton(
  company: Company,
  order: Order & { readonly playbook: Playbook | undefined },
): { readonly subject: string; readonly text: string } | null {
  const rendered = render(company, order, {})
  if ('problem' in rendered) return null
  const { subject, locale } = rendered
  const text = rendered.text.split(FOOTER)[0]?.trim() ?? ''
  const { honorific } = salutationOf({ customer: order.customer, locale })
  const values = { honorific, company: company.name }
  const reply = order.playbook && replyOf(order.playbook, { locale: pageLocale(locale, locale), values })
  return { subject, text: reply ? `${text.split('\n\n', 1)[0]}\n\n${reply}` : text }
}

/** The line of templates/layouts/letter.txt above who writes. */
const FOOTER = /\n-{20,}\n/
/** Stands for the words of staff while the frame is rendered. No person can type it: such signs are taken out of what staff write. */
const PLACE = '\uE000words\uE000'

function render(
  company: Company,
  { words: { template, mails }, customer }: Order,
  own: Pick<MergeFields, 'letter' | 'case'>,
): RenderedMail | { readonly problem: string } {
  const templates = { [template]: mails }
  const fallbackLocales = [company.locale]
  const locale = chooseLocale({ templates, template, locale: customer.locale, fallbackLocales })
  if (!locale) return { problem: `template ${template} has neither ${customer.locale} nor ${company.locale}` }
  const occasion = { name: template, date: '2000-01-01', years: null }
  const fields = {
    ...mergeFieldsFor({ customer, company, occasion, voucher: null, links: null, locale }),
    ...own,
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
