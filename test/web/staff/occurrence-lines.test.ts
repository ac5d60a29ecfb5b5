/** A line of a list of occurrences: what went wrong in an open one is not hidden, and what is said in words may break on a telephone. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { balanceOf } from '#core/planning/balance.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { lineStanding, type OccurrenceLine, occurrenceTable } from '#web/staff/occurrences/occurrence-lines.ts'

const written = { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'm-1' } as const
const failed = { state: 'failed', at: '2027-03-10T02:00:00.000Z', reason: 'no' } as const
const unknown = { state: 'unknown', since: '2027-03-10T02:00:00.000Z', evidence: 'timeout' } as const

const lineOf = (outcomes: readonly Outcome[], state: 'open' | 'closed' = 'open'): OccurrenceLine => ({
  occurrence: { occurrenceId: 'tet_2027-03-10', campaignId: 'tet', date: '2027-03-10', mismatch: false, state },
  balance: balanceOf(outcomes),
  standing: 'adds-up',
  audience: outcomes.length,
})
const largeOf = (over: { mailed?: number; unknown?: { count: number; isMore: boolean } | null }): OccurrenceLine => ({
  occurrence: { occurrenceId: 'tet_2027-03-10', campaignId: 'tet', date: '2027-03-10', mismatch: false, state: 'open' },
  balance: null,
  audience: 9_000,
  mailed: 3,
  unknown: { count: 0, isMore: false },
  ...over,
})
const shown = async (line: OccurrenceLine, locale: 'vi' | 'en' = 'vi') => {
  const html = String(await lineStanding(line, { locale, isOfCalls: false }))
  const links = [...html.matchAll(/<a href="([^"]+)"[^>]*>(?:<small>)?([^<]+)/g)].map(([, path, text]) => `${path} ${text}`)
  return {
    html,
    links,
    words: html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}

test('an open occurrence tells what failed and what is unknown so far, each with what to do', async () => {
  const { links, words } = await shown(lineOf([written, failed, failed, unknown]))
  expect(links).toEqual([
    '/occurrences/tet_2027-03-10#decide 1 thư chưa rõ đã đi hay chưa. Xem chứng cứ rồi quyết định.',
    '/occurrences/tet_2027-03-10?state=failed#people 2 người gửi lỗi. Sửa địa chỉ hay lời văn, rồi gửi lại cho từng người.',
  ])
  expect(words).toContain('đang mở')
  expect((await shown(lineOf([failed]), 'en')).links).toEqual([
    '/occurrences/tet_2027-03-10?state=failed#people 1 failed. Mend the address or the words, then send to each once more.',
  ])
})

test('an open one in which nothing went wrong only says how it stands', async () => {
  const { links, words } = await shown(lineOf([written, { state: 'planned' }]))
  expect([links, words]).toEqual([[], '1 chờ gửi + 1 đã gửi đang mở ✓ khớp từng người'])
})

test('of a large one it tells what is known, and that failures are not counted', async () => {
  expect((await shown(largeOf({ unknown: { count: 7, isMore: true } }))).links).toEqual([
    '/occurrences/tet_2027-03-10 Cân đối và thư gửi lỗi chưa đếm: mở để xem',
    '/occurrences/tet_2027-03-10#decide Ít nhất 7 thư chưa rõ đã đi hay chưa. Xem chứng cứ rồi quyết định.',
  ])
  expect((await shown(largeOf({ unknown: null }))).links).toEqual([
    '/occurrences/tet_2027-03-10 Cân đối, thư gửi lỗi và thư chưa rõ chưa đếm: mở để xem',
  ])
})

test('of a closed one the balance says it', async () => {
  const { links, words } = await shown(lineOf([written, failed], 'closed'))
  expect([links, words]).toEqual([[], '1 đã gửi + 1 gửi lỗi khớp từng người, nhưng 1 gửi lỗi'])
})

test('a balance in words may break over lines, a count of people does not', async () => {
  const campaigns = { name: (id: string) => id, survey: () => undefined, isOfCalls: () => true }
  const table = String(
    await occurrenceTable([lineOf([written])], { frame: aFrame('vi'), campaigns, label: 'Các dịp', empty: '' }),
  )
  expect(table.match(/class="number">[^<]*/g)).toEqual(['class="number">1'])
  expect(table).toContain('<span>1 đã giao cho nhóm gọi</span>')
  expect((await shown(largeOf({ mailed: 3 }))).html).not.toContain('class="number"')
})

const WEB = resolve(import.meta.dirname, '../../../web')

test('no page marks a balance in words as a number', () => {
  const pages = globSync('**/*.ts', { cwd: WEB }).map((file) => [file, readFileSync(resolve(WEB, file), 'utf8')] as const)
  const told = pages.filter(([, text]) => text.includes('${balanceInBrief('))
  expect(told.length).toBeGreaterThan(1)
  expect(told.flatMap(([file, text]) => (/class="number">\$\{balanceInBrief/.test(text) ? [file] : []))).toEqual([])
})
