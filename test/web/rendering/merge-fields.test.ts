import { expect, test } from 'vitest'
import { someFields, someVoucher } from '#test/web/rendering/sample-fields.ts'
import { MERGE_FIELDS } from '#web/rendering/merge-fields.ts'

/** `a.b` for every value in the fields. */
const paths = (value: object, before = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? paths(inner, `${before}${key}.`) : [`${before}${key}`],
  )

test('with a gift, years and links every field of the closed list has a value, and there is no other', () => {
  expect(paths(someFields({ voucher: someVoucher })).sort()).toEqual(Object.keys(MERGE_FIELDS).sort())
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
