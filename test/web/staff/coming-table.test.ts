import { expect, test } from 'vitest'
import type { Verdict } from '#core/audience/outcome.ts'
import { aCampaign } from '#test/support/builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { comingTable } from '#web/staff/customers/coming-table.ts'

const campaigns = { name: (campaignId: string) => campaignId, survey: () => undefined, isOfCalls: () => false }
const told = (verdicts: readonly Verdict[], locale: 'vi' | 'en') =>
  String(
    comingTable(
      verdicts.map((verdict) => ({ campaign: aCampaign(), date: '2027-03-10', verdict })),
      { frame: aFrame(locale), campaigns, zone: 'Asia/Ho_Chi_Minh' },
    ),
  )

test.each([
  ['vi', 'không gửi', 'Chiến dịch đang tạm dừng'],
  ['en', 'not sent', 'The campaign is paused'],
] as const)('a day of a paused campaign is not told as if a mail came on it, in %s', (locale, not, said) => {
  expect(told([{ state: 'planned' }], locale)).not.toContain(not)
  const paused = told([{ state: 'skipped', reason: 'campaign-paused' }], locale)
  expect(paused).toContain(not)
  expect(paused).toContain(said)
})

test('a customer without any day reads so', () => {
  expect(told([], 'vi')).toContain('Không có dịp nào trong năm tới.')
})
