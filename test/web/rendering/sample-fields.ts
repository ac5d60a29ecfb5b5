/** A customer, a company and an occasion to fill templates with. */
import { SurveyDefinitionSchema, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { type MergeFields, type MergeSources, mergeFieldsFor } from '#web/rendering/merge-fields.ts'

export const someSources = (over: Partial<MergeSources> = {}): MergeSources => ({
  customer: { fullName: 'Nguyễn Tiến Dũng', givenName: 'Dũng', addressName: 'Dũng', honorific: 'anh', gender: 'male' },
  company: {
    name: 'An Nhiên',
    legalName: 'Công ty TNHH Nội thất An Nhiên',
    address: '25 Nguyễn Thị Minh Khai, Thành phố Hồ Chí Minh',
    phone: '1900 1234',
    email: 'cskh@annhien.example',
    website: 'https://annhien.example',
  },
  occasion: { name: 'Quốc khánh', date: '2026-09-02', years: 3 },
  voucher: null,
  links: { unsubscribe: 'https://care.annhien.example/u/abc', preferences: 'https://care.annhien.example/p/abc' },
  locale: 'vi',
  ...over,
})

export const someVoucher = {
  code: 'SN-7K2M-9QXW',
  value: { amount: 500000, currency: 'VND' },
  validTo: '2026-10-02',
  link: 'https://annhien.example/qua?ma=SN&x=1',
}

export const someOrder = { product: 'Bàn trà mây', deliveredOn: '2026-08-28' }

export const someSurvey = (kind: SurveyKind) => ({
  definition: SurveyDefinitionSchema.parse({ kind }),
  link: 'https://care.annhien.example/s/token',
  lastDay: '2027-04-07',
})

export const someFields = (over: Partial<MergeSources> = {}): MergeFields => mergeFieldsFor(someSources(over))
