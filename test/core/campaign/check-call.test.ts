/** A campaign of calls that could not be carried out is refused, with what would be right. */
import { describe, expect, test } from 'vitest'
import { campaignOfBatch, fillsCapacity, insteadOfCalls } from '#core/campaign/call-touch.ts'
import { checkCampaign } from '#core/campaign/check-campaign.ts'
import { readCampaign } from '#core/campaign/read-campaign.ts'
import type { Script } from '#core/campaign/script.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { aCampaign, aPolicy, somePrices, theCompanyRules } from '#test/support/builders.ts'

const part = { vi: 'x', en: 'x' }
const script: Script = { opening: part, question: part, empathy: part, closing: part }
const prices = {
  prices: [
    ...somePrices().prices,
    { item: 'call', validFrom: '2026-01-01', perThousand: { amount: 8_400_000, currency: 'VND' }, source: 'an assumption' },
  ],
}
const rules = (over: Parameters<typeof theCompanyRules>[0] = {}) =>
  theCompanyRules({ scripts: [{ name: 'courtesy', script }], prices, ...over })
const touch = { channel: 'call', script: 'courtesy', team: 'Care', attempts: 3, openDays: 5 }
const problems = (over: Parameters<typeof aCampaign>[0], companyRules = rules()) =>
  checkCampaign({ file: 'x.json', campaign: aCampaign({ touch, ...over }), companyRules })
const paths = (...given: Parameters<typeof problems>) => problems(...given).map(({ path }) => path)

describe('a campaign of calls', () => {
  test('is right with a script, a price and a law', () => expect(problems({})).toEqual([]))

  test('names a script that is there; the nearest is offered', () => {
    const [first] = problems({ touch: { ...touch, script: 'curtesy' } })
    expect(first).toMatchObject({ path: 'touch.script', value: 'curtesy', expected: { en: expect.stringContaining('courtesy') } })
    expect(paths({}, rules({ scripts: [] }))).toEqual(['touch.script'])
  })

  test('has no gift and asks no survey, which go by letter', () => {
    expect(paths({ contentClass: 'survey', survey: { kind: 'nps' } })).toEqual(['survey', 'contentClass'])
    expect(
      paths({ contentClass: 'advertising', gift: { kind: 'voucher', value: { amount: 1, currency: 'VND' }, validDays: 9 } }),
    ).toContain('gift')
  })

  test('needs a price and rules of the law for calls, which a company without such campaigns does not', () => {
    expect(paths({}, rules({ prices: somePrices() }))).toEqual(['touch.channel'])
    const policy = aPolicy()
    const silent = policy.periods.map((one) => {
      const { call: _, ...care } = one.classes.care
      return { ...one, classes: { ...one.classes, care } }
    })
    expect(paths({}, rules({ policies: [{ ...policy, periods: silent }] }))).toEqual(['touch.channel'])
    const letter = { channel: 'email', template: 'greeting' }
    expect(paths({ touch: letter }, rules({ policies: [{ ...policy, periods: silent }], prices: somePrices() }))).toEqual([])
  })
})

describe('the mail to those whom the team has no time to ring', () => {
  const withLetter = { ...touch, else: 'missed-you' }
  test('needs a price and rules of the law for mails, beside those for calls', () => {
    expect(paths({ touch: withLetter })).toEqual([])
    const policy = aPolicy()
    const silent = policy.periods.map((one) => {
      const { email: _, ...care } = one.classes.care
      return { ...one, classes: { ...one.classes, care } }
    })
    expect(paths({ touch: withLetter }, rules({ policies: [{ ...policy, periods: silent }] }))).toEqual(['touch.else'])
    expect(paths({ touch: withLetter }, rules({ prices: { prices: prices.prices.slice(-1) } }))).toEqual(['touch.else'])
  })

  test('is judged as a letter of the campaign, and stands only where it is named', () => {
    const campaign = aCampaign({ touch: withLetter })
    expect(insteadOfCalls(campaign, OUR_CHANNELS)).toEqual({ ...campaign, touch: { channel: 'email', template: 'missed-you' } })
    expect(insteadOfCalls(aCampaign({ touch }), OUR_CHANNELS)).toBeUndefined()
    expect(insteadOfCalls(aCampaign(), OUR_CHANNELS)).toBeUndefined()
    expect(() => campaignOfBatch({ instead: true }, aCampaign({ touch }), OUR_CHANNELS)).toThrow(RangeError)
  })

  test.each([
    [{}, false],
    [{ fill: 'capacity' }, true],
    [{ else: 'missed-you' }, true],
    [{ fill: 'capacity', else: 'missed-you' }, true],
  ])('%j fills the capacity of the team: %s', (over, fills) =>
    expect(fillsCapacity(aCampaign({ touch: { ...touch, ...over } }))).toBe(fills),
  )
})

const file = (touchOf: object) =>
  readCampaign({
    file: 'x.json',
    text: JSON.stringify({ ...aCampaign(), touch: { channel: 'call', script: 'courtesy', team: 'Care', ...touchOf } }),
    channels: OUR_CHANNELS,
  })

describe('its touch in the file', () => {
  test('has three attempts on five working days when it says nothing', () =>
    expect(file({})).toMatchObject({ value: { touch: { attempts: 3, openDays: 5 } } }))

  test.each([
    ['without a team', { team: undefined }, 'touch.team'],
    ['with no attempt at all', { attempts: 0 }, 'touch.attempts'],
    ['with a misspelt key', { atempts: 2 }, 'touch.atempts'],
    ['with a template, which is a letter’s', { template: 'greeting' }, 'touch.template'],
    ['with a mail for the rest that can be no folder', { else: 'Missed You' }, 'touch.else'],
    ['with a capacity in numbers', { fill: 20 }, 'touch.fill'],
    ['through a channel that is none', { channel: 'fax' }, 'touch.channel'],
  ])('%s is refused, with the place', (_, over, path) => {
    const read = file(over)
    expect('problems' in read && read.problems.map((problem) => problem.path)).toContain(path)
  })
})
