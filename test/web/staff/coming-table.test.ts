import { expect, test } from 'vitest'
import { aCampaign } from '#test/support/builders.ts'
import { comingTable } from '#web/staff/customers/coming-table.ts'

const DAY = { campaign: aCampaign(), date: '2027-03-10', refusal: null, isPaused: false } as const

test.each([
  ['vi', 'chiến dịch đang tạm dừng, không gửi gì cho đến khi chạy tiếp'],
  ['en', 'the campaign is paused, and nothing is sent until it is resumed'],
] as const)('a day of a paused campaign is not told as if a mail came on it, in %s', (locale, said) => {
  expect(String(comingTable([DAY], locale))).not.toContain(said)
  expect(String(comingTable([{ ...DAY, isPaused: true }], locale))).toContain(`<small>${said}</small>`)
})

test('what refuses the customer besides is said too, and a customer without any day reads so', () => {
  const both = String(comingTable([{ ...DAY, isPaused: true, refusal: { reason: 'no-address' } }], 'en'))
  expect(both).toMatch(/paused, and nothing is sent until it is resumed; [^<]+</)
  expect(String(comingTable([], 'vi'))).toContain('Không có dịp nào trong năm tới.')
})
