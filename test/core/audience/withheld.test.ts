import { expect, test } from 'vitest'
import { withheldBecause } from '#core/audience/withheld.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { aCampaign } from '#test/support/builders.ts'

const ids = Array.from({ length: 2_000 }, (_, n) => `c-${n}`)
const CONTROL = { percent: 10, salt: '' }
const counted = (campaign: CampaignDefinition, controlGroup = CONTROL) => {
  const reasons = ids.map((customerId) => withheldBecause({ campaign, controlGroup, customerId }))
  const count = (reason: string) => reasons.filter((one) => one === reason).length
  return { control: count('control-group'), holdout: count('holdout') }
}

test('a customer of both groups is counted for care as a whole', () => {
  const { control, holdout } = counted(aCampaign({ limits: { holdoutPercent: 50 } }))
  expect(control).toBe(counted(aCampaign()).control)
  expect(holdout).toBeGreaterThan(800)
  expect(holdout).toBeLessThan(1_000)
})

test.each<[string, Partial<CampaignDefinition>, boolean]>([
  ['a greeting', {}, true],
  ['a survey', { contentClass: 'survey' }, true],
  ['an offer', { contentClass: 'advertising' }, true],
  ['care after a delivery', { occasion: { kind: 'after-delivery', roll: 'none' } }, true],
  ['a receipt', { contentClass: 'transactional' }, false],
  ['the guide that a customer asked for', { occasion: { kind: 'after-call-asked-guide', roll: 'none' } }, false],
])('%s and the control group', (_what, over, isWithheld) => {
  expect(counted(aCampaign(over)).control > 0).toBe(isWithheld)
})

test('a company without a control group withholds nobody', () => {
  expect(counted(aCampaign(), { percent: 0, salt: 'x' })).toEqual({ control: 0, holdout: 0 })
})
