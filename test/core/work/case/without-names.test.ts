import { expect, test } from 'vitest'
import { UNNAMED, withoutNames } from '#core/work/case/without-names.ts'

test.each([
  ['Chị Nguyễn Thị Lan nói trà mốc', `Chị ${UNNAMED} nói trà mốc`],
  ['NGUYỄN THỊ LAN, lô L-07', `${UNNAMED}, lô L-07`],
  ['chị Lan gọi hai lần, chị Thị Lan rất giận', `chị ${UNNAMED} gọi hai lần, chị ${UNNAMED} rất giận`],
  ['Ms. Lan and Mrs Nguyễn', `Ms. ${UNNAMED} and Mrs ${UNNAMED}`],
  ['hoa lan nở, trà Lan Hương', 'hoa lan nở, trà Lan Hương'],
  ['chị Lanh ở Thanh Lan', 'chị Lanh ở Thanh Lan'],
  ['gọi 0912 345 678 hay +84 912.345.678, lan.nguyen@example.com', `gọi ${UNNAMED} hay ${UNNAMED}, ${UNNAMED}`],
  [
    'đơn DH-2027-000123, lô 20270301A, 250000 đồng, ngày 09/03/2027',
    'đơn DH-2027-000123, lô 20270301A, 250000 đồng, ngày 09/03/2027',
  ],
])('%s', (written, told) => {
  expect(withoutNames(written, 'Nguyễn Thị Lan')).toBe(told)
})

test('of a customer who is not known only numbers and addresses go', () => {
  expect(withoutNames('chị Lan, 0912345678', null)).toBe(`chị Lan, ${UNNAMED}`)
  expect(withoutNames('(a+b)*', '(a+b)* c')).toBe('(a+b)*')
})
