import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SURVEY_KINDS, SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import { isScore } from '#core/survey/scale.ts'
import { checkFollowUpForm, checkScoreForm, followUpField, followUpsFor, writtenScore } from '#core/survey/survey-form.ts'

const csat = SurveyDefinitionSchema.parse({ kind: 'csat' })

describe('a score in a link or a form', () => {
  test.each([
    ['nps', '0', 0],
    ['nps', '10', 10],
    ['nps', '11', undefined],
    ['csat', '0', undefined],
    ['csat', '1', 1],
    ['csat', '5', 5],
    ['csat', '6', undefined],
    ['ces', '7', 7],
    ['fcr', '1', 1],
    ['fcr', '0', 0],
    ['fcr', '2', undefined],
    ['nps', '09', undefined],
    ['nps', '9.0', undefined],
    ['nps', ' 9', undefined],
    ['nps', '9\n', undefined],
    ['nps', '٩', undefined],
    ['nps', '', undefined],
    ['nps', 9, undefined],
    ['nps', ['9'], undefined],
    ['nps', null, undefined],
  ] as const)('of %s written %j is %s', (kind, written, score) => {
    expect(writtenScore(kind, written)).toBe(score)
  })

  test('is on the scale or is none, whatever is posted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SURVEY_KINDS),
        fc.oneof(fc.string(), fc.integer().map(String), fc.anything()),
        (kind, written) => {
          const score = writtenScore(kind, written)
          if (score !== undefined) expect(isScore(kind, score)).toBe(true)
        },
      ),
    )
  })
})

describe('the first form', () => {
  test.each([
    [{ score: '4' }, { value: { score: 4, why: null } }],
    [{ score: '4', why: '  Tốt \r\n\r\n\r\n\r\n lắm\u0007\u200b ' }, { value: { score: 4, why: 'Tốt\n\n lắm' } }],
    [{ score: '4', why: 'To\u0302\u0301t' }, { value: { score: 4, why: 'Tốt' } }],
    [{ score: '4', why: ['a', 'b'] }, { value: { score: 4, why: null } }],
    [{ score: '4', why: 'x', evil: '1', constructor: '2' }, { value: { score: 4, why: 'x' } }],
    [{ why: 'x' }, { problems: [{ field: 'score', problem: 'missing' }] }],
    [{ score: '4', why: 'x'.repeat(4_001) }, { problems: [{ field: 'why', problem: 'too-long' }] }],
    [
      { why: 'x'.repeat(4_001) },
      {
        problems: [
          { field: 'score', problem: 'missing' },
          { field: 'why', problem: 'too-long' },
        ],
      },
    ],
  ])('%j', (form, checked) => {
    expect(checkScoreForm(csat, form)).toEqual(checked)
  })

  test.each([
    ['x'.repeat(4_000), true],
    [`${'x'.repeat(4_000)}   \n`, true],
    [`${'x\r\n'.repeat(2_000)}`, true],
    ['x'.repeat(4_001), false],
  ])('takes a reason of at most 4,000 characters, counted as they are kept (%#)', (why, taken) => {
    expect('value' in checkScoreForm(csat, { score: '1', why })).toBe(taken)
  })

  test('keeps no letter that a reader does not see, and says the same when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (why) => {
        const checked = checkScoreForm(csat, { score: '1', why })
        const kept = 'value' in checked ? checked.value.why : null
        if (kept === null) return
        expect(kept).not.toMatch(/[\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u)
        expect(kept).toBe(kept.normalize('NFC').trim())
        expect(checkScoreForm(csat, { score: '1', why: kept })).toEqual({ value: { score: 1, why: kept } })
      }),
    )
  })
})

describe('the second form', () => {
  const { followUps } = SurveyDefinitionSchema.parse({
    kind: 'csat',
    followUps: [
      {
        id: 'what',
        bands: ['low'],
        question: { vi: 'Điều gì?', en: 'What?' },
        choices: [
          { id: 'price', text: { vi: 'Giá', en: 'Price' } },
          { id: 'people', text: { vi: 'Người', en: 'People' } },
        ],
      },
      { id: 'more', bands: ['low', 'high'], question: { vi: 'Gì nữa?', en: 'What else?' } },
    ],
  })
  const survey = { ...csat, followUps }

  test.each([
    [1, ['what', 'more']],
    [3, []],
    [5, ['more']],
    [null, []],
  ])('someone who said %s is asked %j', (score, ids) => {
    expect(followUpsFor(survey, score).map(({ id }) => id)).toEqual(ids)
  })

  test.each([
    [{}, { value: {} }],
    [{ 'more.what': 'price', 'more.more': ' x ' }, { value: { what: ['price'], more: 'x' } }],
    [{ 'more.what': ['people', 'price', 'people', 'x'], 'more.more': ' ' }, { value: { what: ['price', 'people'] } }],
    [{ 'more.what': 'free beer', 'more.none': 'x' }, { value: {} }],
    [{ 'more.more': 'x'.repeat(4_001) }, { problems: [{ field: 'more.more', problem: 'too-long' }] }],
  ])('%j', (form, checked) => {
    expect(checkFollowUpForm(followUps, form)).toEqual(checked)
  })

  test('names the field of a question', () => {
    expect(followUpField('what')).toBe('more.what')
  })
})
