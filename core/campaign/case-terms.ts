/** The closed lists that cases, their rules and their clocks are written with. */

/** What a customer comes with. */
export const CASE_TYPES = ['complaint', 'request', 'question', 'suggestion'] as const
export type CaseType = (typeof CASE_TYPES)[number]

/** The gravest first. */
export const SEVERITIES = ['s1', 's2', 's3', 's4'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What a category may have to know before anything can be proposed. */
export const CASE_FIELDS = [
  'order-id',
  'order-date',
  'delivery-address',
  'product',
  'batch',
  'quantity',
  'amount-paid',
  'place-of-purchase',
  'happened-on',
  'member-of-staff',
  'voucher-code',
  'invoice-company',
  'invoice-address',
  'tax-code',
] as const
export type CaseField = (typeof CASE_FIELDS)[number]

/** What a category may ask for: fields, and a photo among the files of the case. */
export const CASE_REQUIREMENTS = [...CASE_FIELDS, 'photo'] as const
export type CaseRequirement = (typeof CASE_REQUIREMENTS)[number]

/** To whom a case goes up. */
export const ESCALATION_LEVELS = ['lead', 'head', 'director'] as const
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number]
