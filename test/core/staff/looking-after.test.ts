/** Whom the company's list means as the one who looks after a customer. */
import { expect, test } from 'vitest'
import { lookingAfter } from '#core/staff/looking-after.ts'

const MEMBERS = [
  { name: 'Đỗ Khánh Linh', address: 'linh@example.com' },
  { name: 'Trần Quốc Bảo', address: 'bao@example.com' },
  { name: 'Trần Quốc Bảo', address: 'bao.2@example.com' },
]

test.each([
  ['an address, in any case', 'LINH@example.com ', 'linh@example.com'],
  ['a name, typed with other blanks and case', ' đỗ  khánh linh', 'linh@example.com'],
  ['a name that two share: neither', 'Trần Quốc Bảo', null],
  ['a member of another team, or one who left', 'phuong@example.com', null],
  ['a name without its marks, which may be a colleague’s', 'Do Khanh Linh', null],
  ['none', null, null],
])('%s', (_, owner, address) => {
  expect(lookingAfter(owner, MEMBERS)).toBe(address)
})
