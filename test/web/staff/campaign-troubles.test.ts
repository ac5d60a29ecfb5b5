import { expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { balanceOf } from '#core/planning/balance.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import type { CampaignDetail } from '#web/staff/campaigns/campaign-detail.ts'
import { troublesSection } from '#web/staff/campaigns/campaign-troubles.ts'

const stopped: Outcome = { state: 'skipped', reason: 'sender-stopped' }
const wordless: Outcome = { state: 'skipped', reason: 'words-missing' }

const linesOf = (outcomes: readonly Outcome[]) => {
  const occurrence = { occurrenceId: 'tet_2027-02-06', date: '2027-02-06', mismatch: false }
  const troubles = [{ occurrence, balance: balanceOf(outcomes), unknown: { count: 0, isMore: false } }]
  const html = String(troublesSection({ troubles } as unknown as CampaignDetail, aFrame('vi')))
  return [...html.matchAll(/<a href="([^"]+)">([^<]+)</g)].map(([, path, text]) => `${path} ${text}`)
}

test('customers who missed their hours stand under what held their mail up, each with its remedy', () => {
  expect(linesOf([stopped, wordless, wordless])).toEqual([
    '/occurrences/tet_2027-02-06?state=skipped&amp;reason=sender-stopped#people 1 người lỡ giờ gửi vì không gửi được thư. Người vận hành xem care doctor.',
    '/occurrences/tet_2027-02-06?state=skipped&amp;reason=words-missing#people 2 người lỡ giờ gửi vì chưa có lời văn của phiên bản này. Người vận hành chạy care accept: sổ tay, mục Words missing.',
  ])
  expect(linesOf([wordless])).toHaveLength(1)
})
