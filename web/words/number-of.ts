/** How many of a thing, in English: `1 mail`, `12 mails`. Vietnamese words have no plural. */

/** `count` may be written already, with its thousands parted. */
export const numberOf = (count: number | string, [one, many]: readonly [one: string, many: string]): string =>
  `${count} ${String(count) === '1' ? one : many}`

/** The words behind a number that stands apart from them: of one thing, and of any other number. */
export const ofOneOrMany =
  (one: string, many: string) =>
  (count: number): string =>
    count === 1 ? one : many

/** Where the words are the same for any number. */
export const ofAny = (text: string) => ofOneOrMany(text, text)

export const DAYS = ['day', 'days'] as const
export const VOUCHERS = ['voucher', 'vouchers'] as const
export const MAILS = ['mail', 'mails'] as const
export const CUSTOMERS = ['customer', 'customers'] as const
