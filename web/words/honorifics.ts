/** Forms of address, as letters write them and as staff choose among them. They are Vietnamese words in either language. */
import type { Customer } from '#core/customer/customer.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

/** In the middle of a sentence. `none` depends on what else is known of the customer. */
export const WRITTEN_HONORIFICS = {
  anh: 'anh',
  chi: 'chị',
  ong: 'ông',
  ba: 'bà',
  co: 'cô',
  chu: 'chú',
  bac: 'bác',
  em: 'em',
  thay: 'thầy',
  'quy-khach': 'quý khách',
} as const satisfies Readonly<Record<Exclude<Customer['honorific'], 'none'>, string>>

export const HONORIFIC_WORDS = bothLanguages<Readonly<Record<Customer['honorific'], string>>>({
  vi: { ...WRITTEN_HONORIFICS, none: 'không xưng hô, theo giới tính' },
  en: { ...WRITTEN_HONORIFICS, none: 'none, by gender' },
})
