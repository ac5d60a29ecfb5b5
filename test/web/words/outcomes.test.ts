import { describe, expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { EVERY_SKIP, MOON_SKIP } from '#test/core/audience/skips.ts'
import { notAskedInWords, outcomeInWords } from '#web/words/outcomes.ts'
import { countedInWords, SKIP_WORDS } from '#web/words/skip-reasons.ts'
import { skipInWords } from '#web/words/skips.ts'
import { writtenCount, writtenLunarDate, writtenSpan } from '#web/words/written.ts'

const reader = { locale: 'vi', zone: 'Asia/Ho_Chi_Minh', campaignName: (id: string) => (id === 'tet' ? 'Chúc Tết' : id) } as const

test.each<[Outcome, string, string, string | null]>([
  [{ state: 'skipped', reason: 'outranked', by: 'tet' }, SKIP_WORDS.vi.outranked, 'Chúc Tết', null],
  [{ state: 'skipped', reason: 'opted-out', purpose: 'care' }, SKIP_WORDS.vi['opted-out'], 'thăm hỏi, chúc mừng', null],
  [
    { state: 'skipped', reason: 'suppressed', because: 'hard-bounce' },
    SKIP_WORDS.vi.suppressed,
    'thư bị trả lại vĩnh viễn',
    null,
  ],
  [
    { state: 'skipped', reason: 'frequency-cap', max: 3, hours: 168, freeAt: '2027-03-02T17:30:00.000Z' },
    SKIP_WORDS.vi['frequency-cap'],
    'tối đa 3 lần trong 7 ngày',
    '00:30 03/03/2027',
  ],
  [
    { state: 'skipped', reason: 'surveyed-recently', days: 90, freeAt: '2027-03-01T17:00:00.000Z' },
    SKIP_WORDS.vi['surveyed-recently'],
    'hai lần khảo sát cách nhau ít nhất 90 ngày',
    '00:00 02/03/2027',
  ],
  [
    { state: 'skipped', reason: 'already-asked', occurrenceId: 'tet_2027-02-04' },
    SKIP_WORDS.vi['already-asked'],
    'Chúc Tết, 2027-02-04',
    null,
  ],
  [{ state: 'skipped', reason: 'already-answered', by: 'answer' }, SKIP_WORDS.vi['already-answered'], '', null],
  [{ state: 'skipped', reason: 'already-answered', by: 'mail' }, 'Khách đã viết thư lại về khảo sát này', '', null],
  [
    { state: 'skipped', reason: 'already-contacted', occurrenceId: 'tet_2027-02-04' },
    SKIP_WORDS.vi['already-contacted'],
    'Chúc Tết, 2027-02-04',
    null,
  ],
  [
    { state: 'deferred', until: '2027-02-04T01:30:00.000Z', because: 'provider-busy' },
    'đến 08:30 04/02/2027: nhà cung cấp đang bận',
    '',
    null,
  ],
  [
    { state: 'deferred', until: '2027-02-04T01:30:00.000Z', because: 'daily-quota', heldUpBy: 'words-missing' },
    'đến 08:30 04/02/2027: hôm nay nhà cung cấp không nhận thêm thư; chưa có lời văn của phiên bản này',
    '',
    null,
  ],
  [{ state: 'sent', at: '2027-02-04T01:30:00.000Z', providerId: 'm' }, '08:30 04/02/2027', '', null],
  [{ state: 'planned' }, '', '', null],
])('%j in words', (outcome, reason, detail, freeAt) => {
  expect(outcomeInWords(outcome, reader)).toEqual({ reason, detail, freeAt })
})

test.each([
  [
    'vi',
    [
      ['customer-gone', 'đã xóa theo yêu cầu'],
      ['policy-missing', 'Pháp'],
      ['closed-day', 'Pháp'],
      ['suppressed', 'thư bị trả lại vĩnh viễn'],
      ['opted-out', 'thăm hỏi, chúc mừng'],
      ['consent-missing', 'ưu đãi, quảng cáo'],
      ['do-not-call-list-old', 'danh sách ngày 02/01/2027; dùng được 30 ngày'],
      ['already-contacted', 'Chúc Tết, 2027-02-06'],
      ['same-address', 'KH0001'],
      ['outranked', 'womens-day'],
      ['surveyed-recently', 'hai lần khảo sát cách nhau ít nhất 30 ngày'],
      ['frequency-cap', 'tối đa 3 lần trong 7 ngày'],
    ],
  ],
  [
    'en',
    [
      ['customer-gone', 'erased on request'],
      ['policy-missing', 'France'],
      ['closed-day', 'France'],
      ['suppressed', 'permanent bounce'],
      ['opted-out', 'greetings and care'],
      ['consent-missing', 'offers'],
      ['do-not-call-list-old', 'the list of 2 January 2027; good for 30 days'],
      ['already-contacted', 'Chúc Tết, 2027-02-06'],
      ['same-address', 'KH0001'],
      ['outranked', 'womens-day'],
      ['surveyed-recently', 'at least 30 days between two surveys'],
      ['frequency-cap', 'at most 3 in 7 days'],
    ],
  ],
] as const)('in %s, the facts of every reason that has some are said beside it', (locale, facts) => {
  const said = EVERY_SKIP.map((skip) => [skip.reason, skipInWords(skip, { ...reader, locale }).detail])
  expect(said.filter(([, detail]) => detail !== '')).toEqual(facts)
})

test.each([
  ['vi', 'Bỏ qua, vì lý do mà phiên bản này chưa biết'],
  ['en', 'Skipped, for a reason that this version does not know'],
] as const)('in %s, a skip that another version stored is said to be one, with its code for the operator', (locale, reason) => {
  const outcome: Outcome = { state: 'skipped', ...MOON_SKIP }
  expect(outcomeInWords(outcome, { ...reader, locale })).toEqual({ reason, detail: 'full-moon', freeAt: null })
  expect(countedInWords('full-moon', locale)).toBe(`${reason} (full-moon)`)
  expect(countedInWords('no-address', locale)).toBe(SKIP_WORDS[locale]['no-address'])
})

test.each([
  [36, 'tối đa 2 lần trong 36 giờ', 'at most 2 in 36 hours'],
  [48, 'tối đa 2 lần trong 2 ngày', 'at most 2 in 2 days'],
])('a cap of 2 in %i hours', (hours, vi, en) => {
  const skip = { reason: 'frequency-cap', max: 2, hours, freeAt: '2027-03-02T17:30:00.000Z' } as const
  expect(skipInWords(skip, reader).detail).toBe(vi)
  expect(skipInWords(skip, { ...reader, locale: 'en' }).detail).toBe(en)
})

test('every reason is said in both languages, and no two alike', () => {
  for (const words of [SKIP_WORDS.vi, SKIP_WORDS.en]) {
    const texts = Object.values(words)
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.every((text) => text.length > 5)).toBe(true)
  }
})

test.each([
  ['2027-02-06', 'mùng 1 tháng Giêng năm Đinh Mùi'],
  ['2027-02-05', 'ngày 29 tháng Chạp năm Bính Ngọ'],
  ['2025-07-25', 'mùng 1 tháng 6 nhuận năm Ất Tỵ'],
])('%s is %s', (date, lunar) => {
  expect(writtenLunarDate(date, 'vi')).toBe(lunar)
})

test('thousands are parted as the language does', () => {
  expect([writtenCount(1234567, 'vi'), writtenCount(1234, 'en'), writtenCount(12, 'vi')]).toEqual(['1.234.567', '1,234', '12'])
})

describe('why somebody was not asked', () => {
  const rested = { state: 'skipped', reason: 'surveyed-recently', days: 30, freeAt: '2027-03-02T17:00:00.000Z' } as const
  const zone = 'Asia/Ho_Chi_Minh'

  test.each([
    ['2027-02-13', 'not asked: surveyed 12 days ago; free again on 3 March 2027'],
    ['2027-02-02', 'not asked: surveyed the day before; free again on 3 March 2027'],
    ['2027-02-01', 'not asked: surveyed on that day; free again on 3 March 2027'],
  ])('on %s: %s', (date, words) => {
    expect(notAskedInWords(rested, { date, zone, locale: 'en' })).toBe(words)
  })

  test('in Vietnamese, and counted by the days where the customer lives', () => {
    expect(notAskedInWords(rested, { date: '2027-02-13', zone, locale: 'vi' })).toBe(
      'không hỏi: đã khảo sát 12 ngày trước; được hỏi lại từ 03/03/2027',
    )
    // Two days of a year have 23 and 25 hours there; days are counted, not hours.
    const paris = { ...rested, freeAt: '2027-04-10T22:00:00.000Z' }
    expect(notAskedInWords(paris, { date: '2027-03-27', zone: 'Europe/Paris', locale: 'en' })).toContain('surveyed 15 days ago')
  })

  test.each<Outcome>([
    { state: 'skipped', reason: 'opted-out', purpose: 'survey' },
    { state: 'skipped', reason: 'frequency-cap', max: 3, hours: 24, freeAt: '2027-03-02T17:00:00.000Z' },
    { state: 'planned' },
  ])('says nothing of %j', (outcome) => {
    expect(notAskedInWords(outcome, { date: '2027-02-13', zone, locale: 'en' })).toBeNull()
  })
})

test.each([
  ['2027-03-10T00:00:59.999Z', '0 min', '0 phút'],
  ['2027-03-10T00:59:59.999Z', '59 min', '59 phút'],
  ['2027-03-10T01:00:00.000Z', '1 h', '1 giờ'],
  ['2027-03-11T23:59:00.000Z', '47 h', '47 giờ'],
  ['2027-03-12T00:00:00.000Z', '2 d', '2 ngày'],
])('until %s there are %s', (to, en, vi) => {
  const from = '2027-03-10T00:00:00.000Z'
  expect([writtenSpan(from, to, 'en'), writtenSpan(from, to, 'vi')]).toEqual([en, vi])
})
