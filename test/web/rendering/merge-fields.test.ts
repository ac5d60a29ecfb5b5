import { expect, test } from 'vitest'
import { SURVEY_KINDS } from '#core/campaign/survey-definition.ts'
import { someFields, someSurvey, someVoucher } from '#test/web/rendering/sample-fields.ts'
import { isMergePart, MERGE_FIELDS } from '#web/rendering/merge-fields.ts'

/** `a.b` for every value in the fields. */
const paths = (value: object, before = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? paths(inner, `${before}${key}.`) : [`${before}${key}`],
  )

test('with a gift, years, links and each kind of survey every field of the closed list has a value, and there is no other', () => {
  const asking = SURVEY_KINDS.flatMap((kind) => paths(someFields({ voucher: someVoucher, survey: someSurvey(kind) })))
  const ofCampaigns = Object.keys(MERGE_FIELDS).filter((field) => !field.startsWith('stopped.'))
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
  expect(Object.keys(fields.occasion)).toEqual(['name', 'date'])
  expect(someFields({ voucher: { ...someVoucher, link: null } }).voucher).not.toHaveProperty('link')
})

test('the voucher is written for its reader', () => {
  expect(someFields({ voucher: someVoucher }).voucher).toMatchObject({ value: '500.000\u00a0₫', validUntil: '02/10/2026' })
  expect(someFields({ voucher: someVoucher, locale: 'en' }).voucher).toMatchObject({
    value: '₫500,000',
    validUntil: '2 October 2026',
  })
})
