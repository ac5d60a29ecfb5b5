/** How many of a thing, in English: `1 mail`, `12 mails`. Vietnamese words have no plural. */

/** `count` may be written already, with its thousands parted. */
export const numberOf = (count: number | string, [one, many]: readonly [one: string, many: string]): string =>
  `${count} ${String(count) === '1' ? one : many}`

export const DAYS = ['day', 'days'] as const
export const MAILS = ['mail', 'mails'] as const
