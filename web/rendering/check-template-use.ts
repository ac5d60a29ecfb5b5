/** Whether a mail fits a campaign: it shows the campaign's gift, asks the campaign's question and no other, and lets customers opt out. */
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { type MailSources, mailParts } from '#web/rendering/check-mail.ts'
import { isMergeField, MERGE_FIELDS, type MergeField } from '#web/rendering/merge-fields.ts'
import type { FieldUse, TemplateSource } from '#web/rendering/template-source.ts'

/** A campaign that sends a template. */
export interface TemplateUse {
  readonly campaignFile: string
  readonly template: string
  /** Every language that its audience needs. */
  readonly locales: readonly string[]
  readonly hasGift: boolean
  readonly contentClass: ContentClass
  /** Whether it asks: a survey, or a reminder of one. False when left out. */
  readonly asks?: boolean
  /** The order of its occasion: one that may not be delivered yet, or one that was; none when left out. */
  readonly order?: 'bought' | 'delivered'
  /** Whether its occasion has a number of years for every customer. False when left out. */
  readonly hasYears?: boolean
}

interface UseOfMail {
  readonly use: TemplateUse
  readonly mail: MailSources
}

export function checkMailForUse(options: UseOfMail): Problem[] {
  return [
    ...checkOrder(options),
    ...checkPresence(options),
    ...checkGiftShown(options),
    ...checkAsked(options),
    ...checkOptOut(options),
  ]
}

/** Also inside a condition: in a campaign about no order such words never show, although their writer expects them to. */
function checkOrder({ use, mail }: UseOfMail): Problem[] {
  if (use.order) return []
  return mailParts(mail).flatMap(({ path, source }) =>
    source.uses
      .filter((field) => isOfOrder(field.path))
      .map((field) => ({ file: mail.file, path, value: `{{${field.path}}}`, expected: noOrderExpected(use) })),
  )
}

const isOfOrder = (path: string) => isMergeField(path) && MERGE_FIELDS[path] === 'order'
const noOrderExpected = ({ campaignFile }: TemplateUse): LocalizedText => ({
  vi: `không nói gì về đơn hàng, vì ${campaignFile} không theo đơn hàng nào: chỉ after-purchase và after-delivery mới có`,
  en: `nothing of an order, because ${campaignFile} is about none: only after-purchase and after-delivery are`,
})

/** A field that not every customer of this campaign has must be asked for before it is shown. */
function checkPresence({ use, mail }: UseOfMail): Problem[] {
  return mailParts(mail).flatMap(({ path, source }) =>
    source.uses
      .filter((field) => field.kind === 'value' && isMergeField(field.path))
      .filter((field) => use.order || !isOfOrder(field.path))
      .filter((field) => !isGuaranteed(field.path, use) && !isGuarded(field))
      .map((field) => ({ file: mail.file, path, value: `{{${field.path}}}`, expected: presenceExpected(field.path, use) })),
  )
}

/** What the confirmation of a stop may say without a condition: fields that every customer has, what was stopped, and where to choose again. */
export function checkNoticeMail(mail: MailSources): Problem[] {
  const has = (path: string) =>
    (isMergeField(path) && MERGE_FIELDS[path] === 'always') || path.startsWith('stopped.') || path === 'preferencesLink'
  return mailParts(mail).flatMap(({ path, source }) =>
    source.uses
      .filter((field) => field.kind === 'value' && isMergeField(field.path) && !has(field.path) && !isGuarded(field))
      .map((field) => ({
        file: mail.file,
        path,
        value: `{{${field.path}}}`,
        expected: {
          vi: `{{#if ${field.path}}} … {{/if}} bao quanh, vì thư xác nhận ngừng nhận không có trường này`,
          en: `{{#if ${field.path}}} … {{/if}} around it, because a confirmation of a stop does not have it`,
        },
      })),
  )
}

function isGuaranteed(field: string, use: TemplateUse): boolean {
  const presence = isMergeField(field) ? MERGE_FIELDS[field] : 'always'
  switch (presence) {
    case 'always':
      return true
    case 'gift':
      return use.hasGift
    case 'opt-out':
      return use.contentClass !== 'transactional'
    case 'survey':
      return use.asks === true
    case 'order':
      return field === 'purchase.deliveredOn' && use.order === 'delivered'
    case 'sometimes':
      return field === 'occasion.years' && use.hasYears === true
  }
}

/** Fields that are present together guard each other: the parts of a voucher, the two links, the words of one scale. */
function isGuarded({ path, guards }: FieldUse): boolean {
  const isGuard = (asked: string) => asked === path || path.startsWith(`${asked}.`) || guardsTogether(path).includes(asked)
  return guards.some((guard) => guard.present && isGuard(guard.path))
}

function guardsTogether(path: string): readonly string[] {
  const presence = isMergeField(path) ? MERGE_FIELDS[path] : 'always'
  if (presence === 'gift') return ['voucher', 'voucher.code', 'voucher.value', 'voucher.validUntil', 'voucher.link']
  if (presence === 'survey') return ['survey', 'survey.question', 'survey.link', 'survey.closes', 'survey.byReply']
  return presence === 'opt-out' ? ['unsubscribeLink', 'preferencesLink'] : []
}

function presenceExpected(field: string, use: TemplateUse): LocalizedText {
  if (field.startsWith('voucher.') && !use.hasGift)
    return {
      vi: `không có phiếu quà, vì ${use.campaignFile} không tặng quà; hoặc đặt phiếu trong {{#if voucher}} … {{/if}}`,
      en: `no voucher, because ${use.campaignFile} has no gift; or the voucher inside {{#if voucher}} … {{/if}}`,
    }
  if (field.startsWith('survey.') && !use.asks)
    return {
      vi: `không có [[survey]] và không nói gì về khảo sát, vì ${use.campaignFile} không hỏi gì: không có "survey" và không nhắc khảo sát nào`,
      en: `no [[survey]] and nothing of it, because ${use.campaignFile} asks nothing: it has no "survey" and reminds of none`,
    }
  return {
    vi: `{{#if ${field}}} … {{/if}} bao quanh, vì ${use.campaignFile} không có trường này cho mọi khách`,
    en: `{{#if ${field}}} … {{/if}} around it, because ${use.campaignFile} does not have it for every customer`,
  }
}

function checkGiftShown({ use, mail }: UseOfMail): Problem[] {
  if (!use.hasGift) return []
  return BODY_PARTS.filter((part) => !shows(mail[part], 'voucher.code')).map((part) => ({
    file: mail.file,
    path: part,
    value: 'no voucher',
    expected: {
      vi: `một dòng [[voucher]], vì ${use.campaignFile} tặng phiếu quà`,
      en: `a line [[voucher]], because ${use.campaignFile} gives one`,
    },
  }))
}

function checkAsked({ use, mail }: UseOfMail): Problem[] {
  if (!use.asks) return []
  return BODY_PARTS.filter((part) => !shows(mail[part], 'survey.link')).map((part) => ({
    file: mail.file,
    path: part,
    value: 'no question',
    expected: {
      vi: `một dòng [[survey]], vì ${use.campaignFile} hỏi ý kiến`,
      en: `a line [[survey]], because ${use.campaignFile} asks one`,
    },
  }))
}

function checkOptOut({ use, mail }: UseOfMail): Problem[] {
  if (use.contentClass === 'transactional') return []
  return BODY_PARTS.filter((part) => !shows(mail[part], 'unsubscribeLink')).map((part) => ({
    file: mail.file,
    path: part,
    value: 'no way to opt out',
    expected: {
      vi: `{{unsubscribeLink}}, vì ${use.campaignFile} thuộc loại ${use.contentClass}: chỉ thư giao dịch mới không cần`,
      en: `{{unsubscribeLink}}, because ${use.campaignFile} is ${use.contentClass}: only transactional mail goes without`,
    },
  }))
}

const BODY_PARTS = ['html', 'text'] as const

/** Shown to every customer who has it: not inside a condition on another field, where some would miss it. */
function shows({ uses }: TemplateSource, field: MergeField): boolean {
  const harmless = [field, ...guardsTogether(field)].filter((path) => path !== 'voucher.link')
  return uses.some(
    ({ path, kind, guards }) =>
      kind === 'value' && path === field && guards.every((guard) => guard.present && harmless.includes(guard.path)),
  )
}
