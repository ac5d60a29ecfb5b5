import { expect, test } from 'vitest'
import { SURVEY_KINDS } from '#core/campaign/survey-definition.ts'
import { someFields, someOrder, someSurvey, someVoucher } from '#test/web/rendering/sample-fields.ts'
import { isMergePart, MERGE_FIELDS } from '#web/rendering/merge-fields.ts'

/** `a.b` for every value in the fields. */
const paths = (value: object, before = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? paths(inner, `${before}${key}.`) : [`${before}${key}`],
  )

test('with an order, a gift, years, links and each kind of survey every field of the closed list has a value, and there is no other', () => {
  const asking = SURVEY_KINDS.flatMap((kind) =>
    paths(someFields({ purchase: someOrder, voucher: someVoucher, survey: someSurvey(kind) })),
  )
  const ofCampaigns = Object.keys(MERGE_FIELDS).filter((field) => !/^(stopped|letter|case)\./.test(field))
  expect([...new Set(asking)].sort()).toEqual(ofCampaigns.sort())
})

test('a survey has one scale, in the language of the mail', () => {
  const { survey } = someFields({ survey: someSurvey('ces'), locale: 'en' })
  expect(survey).toEqual({
    question: 'How easy was it to get the help you needed from An Nhiên?',
    link: 'https://care.annhien.example/s/token',
    closes: '7 April 2027',
    byReply: 'or simply answer this mail with a number from 1 to 7',
    ces: { low: 'Very difficult', high: 'Very easy' },
  })
})

test.each(['voucher', 'survey', 'survey.nps', 'survey.fcr'])('%s may be asked for as a whole', (part) => {
  expect(isMergePart(part)).toBe(true)
})

test.each(['customer', 'company', 'survey.question', 'survey.weather', 'occasion', ''])('%s may not', (part) => {
  expect(isMergePart(part)).toBe(false)
})

test('what there is not is absent, not empty', () => {
  const fields = someFields({ links: null, occasion: { name: 'Trung thu', date: '2026-09-25', years: null } })
  expect(Object.keys(fields)).not.toContain('voucher')
  expect(Object.keys(fields)).not.toContain('unsubscribeLink')
  expect(Object.keys(fields.occasion)).not.toContain('years')
  expect(Object.keys(fields)).not.toContain('purchase')
  expect(someFields({ purchase: { product: '  ', deliveredOn: null } }).purchase).toEqual({})
  expect(someFields({ voucher: { ...someVoucher, link: null } }).voucher).not.toHaveProperty('link')
})

test('the voucher is written for its reader', () => {
  expect(someFields({ voucher: someVoucher }).voucher).toMatchObject({ value: '500.000\u00a0₫', validUntil: '02/10/2026' })
  expect(someFields({ voucher: someVoucher, locale: 'en' }).voucher).toMatchObject({
    value: '₫500,000',
    validUntil: '2 October 2026',
  })
})

test('an order is named on one line, with its day as a reader writes it', () => {
  const purchase = { product: 'Bàn trà\nmây', deliveredOn: '2027-02-04' }
  expect(someFields({ purchase }).purchase).toEqual({ product: 'Bàn trà mây', deliveredOn: '04/02/2027' })
  expect(someFields({ purchase, locale: 'en' }).purchase?.deliveredOn).toBe('4 February 2027')
})

test.each([
  ['2027-02-06', 'vi', ['Đinh Mùi', 'dê', 'Mậu Thân', 'khỉ']],
  ['2027-02-05', 'vi', ['Bính Ngọ', 'ngựa', 'Đinh Mùi', 'dê']],
  ['2027-01-01', 'en', ['Bính Ngọ', 'Horse', 'Đinh Mùi', 'Goat']],
  ['2023-03-08', 'en-AU', ['Quý Mão', 'Cat', 'Giáp Thìn', 'Dragon']],
] as const)('a letter about %s (%s) knows its lunar year and the next', (date, locale, names) => {
  const { occasion } = someFields({ occasion: { name: 'Tết', date, years: null }, locale })
  const { lunarYear, lunarAnimal, nextLunarYear, nextLunarAnimal } = occasion
  expect([lunarYear, lunarAnimal, nextLunarYear, nextLunarAnimal]).toEqual(names)
})

test('a day that the lunar table does not reach has no lunar year, and the letter is written all the same', () => {
  const { occasion } = someFields({ occasion: { name: 'Xa', date: '2150-01-01', years: null } })
  expect(occasion.lunarYear).toBeUndefined()
  expect(occasion.name).toBe('Xa')
})
