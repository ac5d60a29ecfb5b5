/** How the number of a customer is shown wherever staff see it. */
import { expect, test } from 'vitest'
import { customersPhone } from '#web/staff/phone-link.ts'

const phone = '+84912345678'

test('it is dialled by a tap, unless it is another person’s: then it says so in both languages', () => {
  expect(`${customersPhone({ phone, wrongPhone: null }, 'vi')}`).toContain('href="tel:+84912345678"')
  expect(`${customersPhone({ phone, wrongPhone: '+84909999999' }, 'vi')}`).toContain('href="tel:+84912345678"')
  for (const [locale, said] of [
    ['vi', 'sai số: không gọi'],
    ['en', 'wrong number: do not ring'],
  ] as const) {
    const shown = `${customersPhone({ phone, wrongPhone: phone }, locale)}`
    expect(shown).toContain(said)
    expect(shown).toContain('0912 345 678')
    expect(shown).not.toContain('tel:')
  }
  expect(customersPhone({ phone: null, wrongPhone: phone }, 'vi')).toBeNull()
})
