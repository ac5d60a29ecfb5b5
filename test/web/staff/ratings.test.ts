import { describe, expect, test } from 'vitest'
import { SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import { ratingsOf } from '#test/support/survey-builders.ts'
import { answerText, bandsOf, scoreChip } from '#web/staff/answers.ts'
import { scoreSummary } from '#web/staff/score-summary.ts'

const survey = SurveyDefinitionSchema.parse({
  kind: 'csi',
  attributes: [
    { id: 'tea', label: { vi: 'Trà', en: 'Tea' }, weight: 2 },
    { id: 'price', label: { vi: 'Giá', en: 'Price' }, weight: 0.5 },
  ],
})
const rated = (tea: number | null, price: number | null) => ({
  score: null,
  ratings: ratingsOf({ tea: [tea, 2], price: [price, 0.5] }),
})
const words = (html: unknown) =>
  String(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('one answer', () => {
  test.each([
    ['vi', rated(10, 10), 'chip good', '100/100'],
    ['vi', rated(1, 1), 'chip warn', '0/100'],
    ['vi', rated(6, 6), 'chip plain', '56/100'],
    ['vi', rated(2, null), 'chip warn', 'chấm 1/2 tiêu chí'],
    ['en', rated(9, null), 'chip good', 'rated 1 of 2'],
    ['vi', { score: null }, 'chip quiet', 'chỉ có lời'],
  ] as const)('in %s of %j is shown as %s “%s”', (locale, answer, tone, text) => {
    const shown = String(scoreChip({ kind: 'csi', answer, locale }))
    expect(shown).toContain(`class="${tone}"`)
    expect(shown).toContain(`>${text}<`)
  })

  test('names each attribute with its rating, in ids where the campaign asks it no more', () => {
    const answer = { ...rated(8, null), why: 'Ngon', followUps: {} }
    expect(words(answerText(answer, { locale: 'vi', survey })).trim()).toBe('Trà: 8 · Giá: bỏ qua Ngon')
    const other = { ...survey, attributes: survey.attributes?.slice(0, 1) }
    expect(words(answerText(answer, { locale: 'en', survey: other }))).toContain('Tea: 8 · price: skipped')
    expect(words(answerText(answer, { locale: 'en', survey: undefined }))).toContain('tea: 8 · price: skipped')
  })
})

describe('many answers', () => {
  const given = [rated(10, 10), rated(1, 1), rated(8, null), rated(7, 2)]

  test('come to the index of those who rated everything, the mean of each attribute, and the bands of all', () => {
    const shown = String(scoreSummary({ survey, given, label: 'Điểm', locale: 'vi' }))
    // 100, 0, and 7 and 2 with weights 2 and 0.5: 100 × (15 − 2.5) ÷ 22.5 = 55.6.
    expect(shown).toContain('data-index="51,9"')
    expect(words(shown)).toContain('của 3 khách đã chấm mọi tiêu chí')
    expect(words(shown)).toContain('(95%)')
    const cells = (name: string) =>
      [...shown.matchAll(new RegExp(`data-${name}="([^"]+)">([^<]+)<`, 'g'))].map(([, id, text]) => [id, text])
    expect(cells('mean')).toEqual([
      ['tea', '6,5'],
      ['price', '4,3'],
    ])
    expect(cells('rated')).toEqual([
      ['tea', '4'],
      ['price', '3'],
    ])
    expect(cells('band')).toEqual([
      ['low', '1'],
      ['middle', '1'],
      ['high', '2'],
    ])
    expect(words(shown)).toContain('0,5')
  })

  test('of whom none rated everything have no index, and an attribute that none rated no mean', () => {
    const shown = String(scoreSummary({ survey, given: [rated(8, null)], label: 'Scores', locale: 'en' }))
    expect(shown).toContain('data-index="none"')
    expect(words(shown)).toContain('No index: no customer has rated every attribute yet.')
    expect(shown).toContain('data-mean="price">–<')
  })
})

test('the bands of the index are told in points of a hundred', () => {
  expect(bandsOf('csi', 'vi').map(({ name }) => name)).toEqual([
    'Không hài lòng (0–49)',
    'Bình thường (50–74)',
    'Hài lòng (75–100)',
  ])
})
