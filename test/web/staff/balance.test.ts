import { describe, expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { balanceOf, balanceOfBatches } from '#core/planning/balance.ts'
import { balanceInBrief, equation, standingChip } from '#web/staff/occurrences/balance.ts'

const AT = '2027-03-10T02:00:00.000Z'
const sent: Outcome = { state: 'sent', at: AT, providerId: 'm-1' }
const failed: Outcome = { state: 'failed', at: AT, reason: 'refused' }
const unknown: Outcome = { state: 'unknown', since: AT, evidence: 'no answer' }
const skipped: Outcome = { state: 'skipped', reason: 'opted-out', purpose: 'care' }

const stopped: Outcome = { state: 'skipped', reason: 'sender-stopped' }
const wordless: Outcome = { state: 'skipped', reason: 'words-missing' }

const chipOf = async (outcomes: readonly Outcome[], standing: 'adds-up' | 'mismatch' | 'being-planned' = 'adds-up') =>
  String(await standingChip({ standing, balance: balanceOf(outcomes) }, 'vi'))

describe('how a balance stands', () => {
  test('is green when it adds up and everybody got theirs or was left out with a reason', async () => {
    expect(await chipOf([sent, sent, skipped])).toBe('<span class="chip good">✓ khớp từng người</span>')
    expect(await chipOf([])).toContain('good')
  })

  test.each([
    ['five failures', Array(5).fill(failed), 'khớp từng người, nhưng 5 gửi lỗi'],
    ['one failure among many', [...Array(1_200).fill(sent), failed], 'khớp từng người, nhưng 1 gửi lỗi'],
    ['failures and unknowns', [failed, unknown, sent], 'khớp từng người, nhưng 1 gửi lỗi, 1 chưa rõ'],
    ['people whose hours passed for a stopped sender', [sent, stopped], 'khớp từng người, nhưng 1 lỡ giờ gửi'],
    ['people whose hours passed without words', [wordless, wordless, failed], 'khớp từng người, nhưng 1 gửi lỗi, 2 lỡ giờ gửi'],
    ['an unknown', [unknown, sent], 'khớp từng người, nhưng 1 chưa rõ'],
  ])('is never green with %s, however exactly it adds up', async (_, outcomes, words) => {
    expect(await chipOf(outcomes)).toBe(`<span class="chip warn">${words}</span>`)
  })

  test('a sum that is wrong is said to be wrong, failures or not', async () => {
    expect(await chipOf([failed], 'mismatch')).toBe('<span class="chip warn">không khớp</span>')
    expect(await chipOf([failed], 'being-planned')).toBe('<span class="chip quiet">đang lập danh sách</span>')
  })

  test('stands so on the page of the occurrence too', async () => {
    const balance = balanceOf([sent, failed])
    const page = String(await equation({ balance, audience: 2, standing: 'adds-up', locale: 'en' }))
    expect(page).not.toContain('chip good')
    expect(page).toContain('adds up, but 1 failed')
  })

  test('an unknown outcome of an erased customer is counted, calls for nothing, and says why', async () => {
    const balance = { ...balanceOf([sent, unknown]), unknownErased: 1 }
    const page = String(await equation({ balance, audience: 2, standing: 'adds-up', locale: 'en' }))
    expect(page).toContain('chip good')
    expect(page).toContain('<span class="term " data-line="unknown"><b>1</b>')
    expect(page).toContain('1 of those unknown was erased since: still counted, with nothing left to decide.')
    const both = { ...balanceOf([sent, unknown, unknown]), unknownErased: 1 }
    expect(String(await standingChip({ standing: 'adds-up', balance: both }, 'en'))).toContain('adds up, but 1 unknown')
  })

  test('of a campaign of calls says in brief who was handed to the desk, and of one that writes who was sent a mail', () => {
    const balance = balanceOf([sent, sent, skipped])
    expect(balanceInBrief(balance, { locale: 'vi', isOfCalls: true })).toBe('2 đã giao cho nhóm gọi + 1 bỏ qua')
    expect(balanceInBrief(balance, { locale: 'en', isOfCalls: true })).toBe('2 handed to the desk + 1 skipped')
    expect(balanceInBrief(balance, { locale: 'vi', isOfCalls: false })).toBe('2 đã gửi + 1 bỏ qua')
  })

  test('of a campaign that fills its team counts apart who is rung and who is written to, and says who still waits', async () => {
    const row = (outcome: Outcome) => ({ customerId: 'c', occasionKey: 'x', outcome })
    const planned: Outcome = { state: 'planned' }
    const balance = balanceOfBatches([
      { recipients: [sent, sent, skipped].map(row) },
      { recipients: [sent, planned].map(row), instead: true },
    ])
    const page = String(await equation({ balance, audience: 5, standing: 'adds-up', locale: 'en', isOfCalls: true }))
    expect(page).toContain('data-line="sent"><b>2</b><small>handed to the desk</small>')
    expect(page).toContain('data-line="instead"><b>1</b><small>written to instead</small>')
    expect(page).toContain('Of those who wait, 1 will get a mail instead of a call.')
    expect(page).toContain('The lines sum up to 5. Planning counted 5.')
    expect(balanceInBrief(balance, { locale: 'vi', isOfCalls: true })).toBe(
      '1 chờ gửi + 2 đã giao cho nhóm gọi + 1 viết thư thay cho gọi + 1 bỏ qua',
    )
  })
})
