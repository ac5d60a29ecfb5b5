import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SCORED_KINDS, SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import { isScore } from '#core/survey/scale.ts'
import {
  checkFollowUpForm,
  checkScoreForm,
  followUpField,
  followUpsFor,
  isAnswerTo,
  writtenScore,
} from '#core/survey/survey-form.ts'
import { ratingsOf } from '#test/support/survey-builders.ts'

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
    ['csi', '9', undefined],
  ] as const)('of %s written %j is %s', (kind, written, score) => {
    expect(writtenScore(kind, written)).toBe(score)
  })

  test('is on the scale or is none, whatever is posted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCORED_KINDS),
        fc.oneof(fc.string(), fc.integer().map(String), fc.anything()),
        (kind, written) => {
          const score = writtenScore(kind, written)
          if (score !== undefined) expect(isScore(kind, score)).toBe(true)
        },
      ),
    )
  })
})

describe('the first form of a survey of attributes', () => {
  const attributes = [
    { id: 'tea', label: { vi: 'Trà', en: 'Tea' }, weight: 2 },
    { id: 'price', label: { vi: 'Giá', en: 'Price' } },
  ]
  const csi = SurveyDefinitionSchema.parse({ kind: 'csi', attributes })
  const rated = (tea: number | null, price: number | null) => ratingsOf({ tea: [tea, 2], price: [price, 1] })

  test.each([
    ['every one rated', { 'rate.tea': '10', 'rate.price': '1' }, { score: null, ratings: rated(10, 1), why: null }],
    ['one skipped', { 'rate.tea': '7', 'rate.price': '' }, { score: null, ratings: rated(7, null), why: null }],
    ['one that is no rating', { 'rate.tea': '7', 'rate.price': '11' }, { score: null, ratings: rated(7, null), why: null }],
    ['a score beside them', { score: '9', 'rate.price': '7', why: ' x ' }, { score: null, ratings: rated(null, 7), why: 'x' }],
    ['one that is not asked', { 'rate.tea': '7', 'rate.staff': '1' }, { score: null, ratings: rated(7, null), why: null }],
  ])('with %s', (_what, form, value) => {
    expect(checkScoreForm(csi, form)).toEqual({ value })
  })

  test.each([{}, { score: '9' }, { 'rate.tea': '', 'rate.price': '0', why: 'x' }, { 'rate.tea': ['5', '6'] }])(
    'without any rating (%j) leads to the first attribute',
    (form) => {
      expect(checkScoreForm(csi, form)).toEqual({ problems: [{ field: 'rate.tea', problem: 'missing' }] })
    },
  )

  test('makes an answer that fits the survey, whatever is posted', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('rate.tea', 'rate.price', 'score', 'why'), fc.anything()), (form) => {
        const checked = checkScoreForm(csi, form)
        if ('value' in checked) expect(isAnswerTo(csi, checked.value)).toBe(true)
      }),
    )
  })

  test.each([
    ['a score', { score: 5 }],
    ['ratings of other attributes', { score: null, ratings: ratingsOf({ tea: [1, 2], staff: [1, 1] }) }],
    ['a weight that was not in force', { score: null, ratings: ratingsOf({ tea: [1, 3], price: [1, 1] }) }],
    ['one attribute left out', { score: null, ratings: ratingsOf({ tea: [1, 2] }) }],
  ])('%s is no answer to it, and ratings are none to a question with one score', (_what, given) => {
    expect(isAnswerTo(csi, given)).toBe(false)
    expect(isAnswerTo(csat, { score: null, ratings: rated(1, 1) })).toBe(false)
  })

  test('without attributes of its own it asks the three of the ACSI, each as weighty as the others', () => {
    const ready = SurveyDefinitionSchema.parse({ kind: 'csi' })
    expect(checkScoreForm(ready, { 'rate.ideal': '8' })).toMatchObject({
      value: { ratings: ratingsOf({ overall: [null, 1], expectation: [null, 1], ideal: [8, 1] }) },
    })
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
    expect(followUpsFor(survey, { score }).map(({ id }) => id)).toEqual(ids)
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
