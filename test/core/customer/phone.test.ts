import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPhone } from '#core/customer/phone.ts'
import { since2018 } from '#core/customer/vietnam-2018-prefixes.ts'

describe('readPhone', () => {
  test.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345-678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['+84 0912 345 678', '+84912345678'],
    ['(+84) 912 345 678', '+84912345678'],
    ['０９１２３４５６７８', '+84912345678'],
    ['912345678', '+84912345678'],
    ["'0912345678", '+84912345678'],
    ['024 3812 3456', '+842438123456'],
    ['+61 491 570 156', '+61491570156'],
  ])('%s is %s', (cell, phone) => {
    expect(readPhone(cell, 'VN')).toEqual({ value: phone })
  })

  test.each([
    ['0168 812 3456', '+84388123456'],
    ['0123 456 7890', '+84834567890'],
    ['+841688123456', '+84388123456'],
    ['1688123456', '+84388123456'],
    ['01998123456', '+84598123456'],
  ])('%s is from before September 2018 and is %s now, with a word about it', (cell, phone) => {
    expect(readPhone(cell, 'VN')).toEqual({ value: phone, note: expect.stringContaining(phone) })
  })

  test.each([
    ['0912345678 - 0987654321', '+84912345678'],
    ['0438123456 / 0987654321', '+84987654321'],
    ['0912345678;0987654321', '+84912345678'],
    ['0168 812 3456 hoặc 0912345678', '+84388123456'],
    ['0912345678-0987654321', '+84912345678'],
    ['0912345678 0987654321', '+84912345678'],
    ['0912 345 678 0987 654 321', '+84912345678'],
    ['0912.345.678-0987.654.321', '+84912345678'],
    ['0912345678–0987654321', '+84912345678'],
    ['+84912345678 +84987654321', '+84912345678'],
    ['84912345678 84987654321', '+84912345678'],
    ['912345678 987654321', '+84912345678'],
    ['0438123456-0987654321', '+84987654321'],
    ['091234567 0987654321', '+84987654321'],
    ['024 3812 3456-0912345678', '+842438123456'],
    ['0912345678 0987654321 0901234567', '+84912345678'],
  ])('of several numbers in a cell (%s) the first good one is taken and the choice is reported', (cell, phone) => {
    expect(readPhone(cell, 'VN')).toEqual({ value: phone, note: `several numbers: taken is ${phone}` })
  })

  test.each([['0438123456'], ['19001234'], ['1800 1234'], ['09123'], ['không có'], ['9.12E+08'], ['0100 123 4567']])(
    '%s is refused with what would be right',
    (cell) => {
      expect(readPhone(cell, 'VN')).toEqual({ expected: expect.stringMatching(/number/) })
    },
  )

  test('a service number is refused as such', () => {
    expect(readPhone('19001234', 'VN')).toEqual({ expected: expect.stringContaining('service number (premium rate)') })
  })

  test('a national number is read in the customer’s own country', () => {
    expect(readPhone('(617) 555-0123', 'US')).toEqual({ value: '+16175550123' })
    expect(readPhone('(617) 555-0123', 'VN')).toHaveProperty('expected')
  })

  test('never throws, and what it gives it takes again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ().-]{6,16}$/)), (cell) => {
        const read = readPhone(cell, 'VN')
        if ('value' in read) expect(readPhone(read.value, 'VN')).toEqual({ value: read.value })
      }),
    )
  })
})

test.each([
  ...[
    ['0120', '070'],
    ['0121', '079'],
    ['0122', '077'],
    ['0126', '076'],
    ['0128', '078'],
  ],
  ...[
    ['0123', '083'],
    ['0124', '084'],
    ['0125', '085'],
    ['0127', '081'],
    ['0129', '082'],
  ],
  ...[
    ['0162', '032'],
    ['0163', '033'],
    ['0164', '034'],
    ['0165', '035'],
    ['0166', '036'],
    ['0167', '037'],
    ['0168', '038'],
    ['0169', '039'],
  ],
  ...[
    ['0186', '056'],
    ['0188', '058'],
    ['0199', '059'],
  ],
])('the prefix %s became %s and the number exists', (old, now) => {
  const phone = since2018(`${old}8123456`)
  expect(phone).toBe(`+84${now!.slice(1)}8123456`)
  expect(readPhone(phone!, 'VN')).toEqual({ value: phone })
})

describe('landlines from before 2017', () => {
  test.each([
    ['(033) 382 5123', '0203 382 5123'],
    ['033-3825123', '0203 382 5123'],
    ['033 3825 123', '0203 382 5123'],
    ['08 3822 1234', '028 3822 1234'],
    ['(08) 38221234', '028 3822 1234'],
    ['08.38221234', '028 3822 1234'],
    ['+84 8 3822 1234', '028 3822 1234'],
    ['(84) 8 3822 1234', '028 3822 1234'],
    ['(056) 382 2123', '0256 382 2123'],
    ['0350-3848123', '0228 384 8123'],
    ['04 3825 1234', '024 3825 1234'],
  ])('%s is refused, so that no stranger is rung, with %s as what would be right', (cell, right) => {
    expect(readPhone(cell, 'VN')).toEqual({ expected: expect.stringContaining(right) })
  })

  test.each([
    ['0333 825 123', '+84333825123'],
    ['0333825123', '+84333825123'],
    ['083 822 1234', '+84838221234'],
    ['033 825 1234', '+84338251234'],
    ['038.255.1234', '+84382551234'],
    ['033 382 5123', '+84333825123'],
    ['098-765-4321', '+84987654321'],
    ['034.255.1234', '+84342551234'],
    ['079 221 1234', '+84792211234'],
    ['0222.382.1234', '+842223821234'],
    ['(+84) 333 825 123', '+84333825123'],
    ['+84 33 382 5123', '+84333825123'],
    ['028 3822 1234', '+842838221234'],
    ['(028) 38221234', '+842838221234'],
    ['0203 3825 123', '+842033825123'],
  ])('%s is a number of today', (cell, phone) => {
    expect(readPhone(cell, 'VN')).toEqual({ value: phone })
  })
})
