/** Forms of address, as staff choose among them. They are Vietnamese words in either language. */
import type { Customer } from '#core/customer/customer.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const VIETNAMESE = {
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
} as const

export const HONORIFIC_WORDS = bothLanguages<Readonly<Record<Customer['honorific'], string>>>({
  vi: { ...VIETNAMESE, none: 'không xưng hô, theo giới tính' },
  en: { ...VIETNAMESE, none: 'none, by gender' },
})
