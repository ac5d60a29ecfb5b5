import { describe, expect, test } from 'vitest'
import { SCORE_BANDS, SCORED_KINDS, SURVEY_KINDS, SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import { attributesOf } from '#core/survey/attributes.ts'
import { SCALES } from '#core/survey/scale.ts'
import { questionOf, WORDINGS } from '#core/survey/wordings.ts'

describe.each(SURVEY_KINDS)('the ready-made words of %s', (kind) => {
  const { question, steps, why, thanks, byReply } = WORDINGS[kind]
  const rated =
    kind === 'csi'
      ? attributesOf({}).flatMap(({ label, question: asked, lowest, highest }) => [label, asked, lowest, highest])
      : []
  const all = [question, why, byReply, ...Object.values(steps), ...SCORE_BANDS.map((band) => thanks[band]), ...rated]

  test('are there in both languages, composed, and know only the placeholders that are filled in', () => {
    for (const text of all.flatMap(({ vi, en }) => [vi, en])) {
      expect(text.trim()).toBe(text.normalize('NFC'))
      for (const [, placeholder] of text.matchAll(/\{(\w*)\}/g))
        expect(['company', 'honorific', 'Honorific']).toContain(placeholder)
    }
    // English has no form of address.
    for (const { en } of all) expect(en).not.toMatch(/\{honorific\}/i)
  })
})

describe.each(SCORED_KINDS)('the ready-made words of %s', (kind) => {
  const { steps, byReply } = WORDINGS[kind]

  test('name both ends of the scale, and no score beyond it', () => {
    const { lowest, highest } = SCALES[kind]
    const named = Object.keys(steps).map(Number)
    expect(named).toContain(lowest)
    expect(named).toContain(highest)
    expect(named.every((score) => score >= lowest && score <= highest)).toBe(true)
  })

  test('say in the hint for replies which answers there are', () => {
    const { lowest, highest } = SCALES[kind]
    const expected = kind === 'fcr' ? /Yes.*No/ : new RegExp(`\\b${lowest} to ${highest}\\b`)
    expect(byReply.en).toMatch(expected)
  })
})

test('advertise nothing', () => {
  expect(JSON.stringify(WORDINGS)).not.toMatch(/ưu đãi|khuyến mãi|giảm giá|voucher|offer|discount|buy/i)
})

test('a campaign’s own question stands in place of the ready-made one', () => {
  const own = { vi: 'Quán mới thế nào?', en: 'How is the new shop?' }
  expect(questionOf(SurveyDefinitionSchema.parse({ kind: 'csat', question: own }))).toEqual(own)
  expect(questionOf(SurveyDefinitionSchema.parse({ kind: 'csat' }))).toEqual(WORDINGS.csat.question)
})
