/** The closed list of merge fields: what a template may say about a customer, an occasion, an order, the company, a gift and a survey. */
import type { Voucher } from '#core/budget/voucher.ts'
import type { Company } from '#core/campaign/company.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { type LunarYearFields, lunarYearFields } from '#web/rendering/lunar-year-fields.ts'
import { type Addressee, salutationOf } from '#web/rendering/salutation.ts'
import { type SurveyFields, type SurveySources, surveyFields } from '#web/rendering/survey-fields.ts'
import { longDate, shortDate, writtenMoney } from '#web/rendering/written-value.ts'

/**
 * When a field has a value. `always`; `gift`: with a gift; `opt-out`: in every class except transactional; `survey`: in a survey and in a reminder
 * of one; `sometimes`: the text must ask with `{{#if}}` first. `order`: only in campaigns after an order, and even there it may be missing.
 */
type Presence = 'always' | 'gift' | 'opt-out' | 'survey' | 'order' | 'sometimes'

export const MERGE_FIELDS = {
  'customer.fullName': 'always',
  'customer.addressName': 'always',
  honorific: 'always',
  Honorific: 'always',
  greetingName: 'always',
  nameInSentence: 'always',
  'occasion.name': 'always',
  'occasion.date': 'always',
  'occasion.years': 'sometimes',
  'occasion.lunarYear': 'always',
  'occasion.lunarAnimal': 'always',
  'occasion.nextLunarYear': 'always',
  'occasion.nextLunarAnimal': 'always',
  'purchase.product': 'order',
  'purchase.deliveredOn': 'order',
  'company.name': 'always',
  'company.legalName': 'always',
  'company.address': 'always',
  'company.phone': 'always',
  'company.email': 'always',
  'company.website': 'always',
  'voucher.code': 'gift',
  'voucher.value': 'gift',
  'voucher.validUntil': 'gift',
  'voucher.link': 'sometimes',
  'survey.question': 'survey',
  'survey.link': 'survey',
  'survey.closes': 'survey',
  'survey.byReply': 'survey',
  'survey.nps.low': 'sometimes',
  'survey.nps.high': 'sometimes',
  'survey.csat.one': 'sometimes',
  'survey.csat.two': 'sometimes',
  'survey.csat.three': 'sometimes',
  'survey.csat.four': 'sometimes',
  'survey.csat.five': 'sometimes',
  'survey.ces.low': 'sometimes',
  'survey.ces.high': 'sometimes',
  'survey.fcr.yes': 'sometimes',
  'survey.fcr.no': 'sometimes',
  'survey.csi.about': 'sometimes',
  'survey.csi.start': 'sometimes',
  // What the customer has stopped, and when the stop was received. Only in the confirmation of a stop.
  'stopped.what': 'sometimes',
  'stopped.at': 'sometimes',
  // What staff wrote to the customer of a case. Only in the frame of such mails.
  'letter.subject': 'sometimes',
  'letter.words': 'sometimes',
  // When staff will look at what the customer wrote. Only in `case-hours`.
  'case.looks': 'sometimes',
  unsubscribeLink: 'opt-out',
  preferencesLink: 'opt-out',
} as const satisfies Readonly<Record<string, Presence>>

export type MergeField = keyof typeof MERGE_FIELDS

export const isMergeField = (path: string): path is MergeField => Object.hasOwn(MERGE_FIELDS, path)

/** A part that may be asked for as a whole but not shown: `voucher`, `survey`, `survey.nps`. */
export const isMergePart = (path: string): boolean =>
  /^(voucher|survey(\.\w+)?)$/.test(path) && Object.keys(MERGE_FIELDS).some((field) => field.startsWith(`${path}.`))

/** The values of one mail. A part is present or absent as a whole: there is no empty voucher. */
export interface MergeFields {
  readonly customer: { readonly fullName: string; readonly addressName: string }
  readonly honorific: string
  readonly Honorific: string
  readonly greetingName: string
  readonly nameInSentence: string
  readonly occasion: { readonly name: string; readonly date: string; readonly years?: number } & Partial<LunarYearFields>
  readonly purchase?: { readonly product?: string; readonly deliveredOn?: string }
  readonly company: CompanyFields
  readonly voucher?: { readonly code: string; readonly value: string; readonly validUntil: string; readonly link?: string }
  readonly stopped?: { readonly what: string; readonly at: string }
  readonly case?: { readonly looks: string }
  readonly letter?: { readonly subject: string; readonly words: string }
  readonly survey?: SurveyFields
  readonly unsubscribeLink?: string
  readonly preferencesLink?: string
}

type CompanyFields = Pick<Company, 'name' | 'legalName' | 'address' | 'phone' | 'email' | 'website'>

/** What was ordered and when it was delivered, as far as known. */
export interface OrderSources {
  readonly product: string | null
  readonly deliveredOn: LocalDate | null
}

export interface MergeSources {
  readonly customer: Addressee
  readonly company: CompanyFields
  /** `name` in the language of the mail; `years` for an anniversary, from 1. */
  readonly occasion: { readonly name: string; readonly date: LocalDate; readonly years: number | null }
  /** Null or absent for a mail about no order. */
  readonly purchase?: OrderSources | null
  /** `link`: where the voucher can be used, if there is such a page. */
  readonly voucher: (Pick<Voucher, 'code' | 'value' | 'validTo'> & { readonly link: string | null }) | null
  /** Null or absent for a mail that asks nothing. */
  readonly survey?: SurveySources | null
  /** Null for strictly transactional mail, which a customer cannot opt out of. */
  readonly links: { readonly unsubscribe: string; readonly preferences: string } | null
  /** The language of the template that will be used; see `chooseLocale`. */
  readonly locale: string
}

/** The merge fields of one mail to one customer, each a clean line of text in the language of the mail. */
export function mergeFieldsFor(sources: MergeSources): MergeFields {
  const { customer, company, occasion, purchase, voucher, survey, links, locale } = sources
  const { fullName, addressName, ...address } = salutationOf({ customer, locale })
  return {
    customer: { fullName, addressName },
    ...address,
    occasion: {
      name: line(occasion.name),
      date: longDate(occasion.date, locale),
      ...(occasion.years !== null && { years: occasion.years }),
      ...lunarYearFields(occasion.date, locale),
    },
    ...(purchase && { purchase: orderFields(purchase, locale) }),
    company: {
      name: line(company.name),
      legalName: line(company.legalName),
      address: line(company.address),
      phone: line(company.phone),
      email: line(company.email),
      website: line(company.website),
    },
    ...(voucher && {
      voucher: {
        code: line(voucher.code),
        value: writtenMoney(voucher.value, locale),
        validUntil: shortDate(voucher.validTo, locale),
        ...(voucher.link !== null && { link: voucher.link }),
      },
    }),
    ...(survey && { survey: surveyFields(survey, { company: line(company.name), ...address, locale }) }),
    ...(links && { unsubscribeLink: links.unsubscribe, preferencesLink: links.preferences }),
  }
}

function orderFields({ product, deliveredOn }: OrderSources, locale: string) {
  const named = product === null ? '' : line(product)
  return {
    ...(named !== '' && { product: named }),
    ...(deliveredOn !== null && { deliveredOn: shortDate(deliveredOn, locale) }),
  }
}

const line = (text: string) => headerSafe(text).text
