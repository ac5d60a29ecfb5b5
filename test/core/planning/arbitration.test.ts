import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsentState } from '#core/audience/consent.ts'
import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { isAlive, outrankedBy, rivalsOf } from '#core/planning/arbitration.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCampaign, aCustomer, solar, theCompanyRules } from '#test/support/builders.ts'

const companyRules = theCompanyRules()
const granted: ConsentState = { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } }

const fixed = (id: string, priority: number, day: number, overrides: Parameters<typeof aCampaign>[0] = {}) =>
  aCampaign({ id, limits: { priority }, occasion: { kind: 'fixed', month: 3, day }, ...overrides })

function winner(
  campaign: CampaignDefinition,
  others: readonly CampaignDefinition[],
  {
    date = '2027-03-10',
    customer = aCustomer(),
    consents = granted,
    of = companyRules,
  }: { date?: LocalDate; customer?: Customer; consents?: ConsentState | 'unreadable'; of?: typeof companyRules } = {},
) {
  return outrankedBy({
    rivals: rivalsOf({ campaign, date, others: [campaign, ...others], companyRules: of }),
    customer,
    consents,
    companyRules: of,
  })
}

describe('two occasions close together', () => {
  test.each<[string, CampaignDefinition, string | undefined]>([
    ['a stronger one on the same day', fixed('strong', 60, 10), 'strong'],
    ['a stronger one the day before', fixed('strong', 60, 9), 'strong'],
    ['a stronger one the day after', fixed('strong', 60, 11), 'strong'],
    ['a stronger one two days after is far enough', fixed('strong', 60, 12), undefined],
    ['a weaker one', fixed('weak', 40, 10), undefined],
    ['an equal one that comes first by its id', fixed('alpha', 50, 10), 'alpha'],
    ['an equal one that comes later by its id', fixed('zulu', 50, 10), undefined],
    ['a stronger one that does not live any more', fixed('strong', 60, 10, { lives: { to: '2027-03-09' } }), undefined],
    ['a stronger one that does not mean this customer', fixed('strong', 60, 10, { audience: { genders: ['male'] } }), undefined],
    ['a stronger one for another birthday', fixed('strong', 60, 10, { occasion: { kind: 'birthday' } }), undefined],
    ['what follows a purchase takes no part', fixed('strong', 60, 10, { occasion: { kind: 'after-purchase' } }), undefined],
    ['what follows a delivery takes no part', fixed('strong', 60, 10, { occasion: { kind: 'after-delivery' } }), undefined],
    ['a survey takes no part', fixed('strong', 60, 10, { contentClass: 'survey' }), undefined],
    ['what is transactional takes no part', fixed('strong', 60, 10, { contentClass: 'transactional' }), undefined],
  ])('%s', (_, other, expected) => {
    expect(winner(fixed('middle', 50, 10), [other])).toBe(expected)
  })

  test('a survey is never outranked by a greeting', () => {
    expect(winner(fixed('middle', 50, 10, { contentClass: 'survey' }), [fixed('strong', 60, 10)])).toBeUndefined()
  })

  test('the stronger one must be allowed to contact the customer', () => {
    const strong = fixed('strong', 60, 10, { contentClass: 'advertising' })
    const weak = fixed('weak', 50, 10)
    expect(winner(weak, [strong])).toBe('strong')
    expect(winner(weak, [strong], { consents: {} })).toBeUndefined()
    expect(winner(weak, [strong], { consents: 'unreadable' })).toBeUndefined()
  })

  test('whoever the stronger one withholds as a control is free for the weaker one', () => {
    const strong = fixed('strong', 60, 10, { limits: { priority: 60, holdoutPercent: 50 } })
    const ids = Array.from({ length: 100 }, (_, n) => `c-${n}`)
    const outranked = ids.filter((customerId) => winner(fixed('weak', 50, 10), [strong], { customer: aCustomer({ customerId }) }))
    expect(outranked.length).toBeGreaterThan(25)
    expect(outranked.length).toBeLessThan(75)
  })

  test('a birthday outranks a holiday for those born on it only', () => {
    const birthday = fixed('birthday', 90, 10, { occasion: { kind: 'birthday' } })
    expect(winner(fixed('holiday', 50, 10), [birthday], { customer: aCustomer({ birthday: solar('03-11') }) })).toBe('birthday')
    expect(winner(fixed('holiday', 50, 10), [birthday], { customer: aCustomer({ birthday: solar('03-12') }) })).toBeUndefined()
  })

  test('the distance is the company’s to choose; 0 leaves only the same day', () => {
    const sameDay = theCompanyRules({ company: { daysBetweenOccasions: 0 } })
    expect(winner(fixed('weak', 50, 10), [fixed('strong', 60, 11)], { of: sameDay })).toBeUndefined()
    expect(winner(fixed('weak', 50, 10), [fixed('strong', 60, 10)], { of: sameDay })).toBe('strong')
  })
})

describe('a campaign that would step back itself', () => {
  const weak = fixed('weak', 50, 10)
  const middle = fixed('middle', 60, 11)
  const strong = fixed('strong', 70, 12)

  test('outranks nobody: whom it would have displaced is free', () => {
    expect(winner(weak, [middle])).toBe('middle')
    expect(winner(weak, [middle, strong])).toBeUndefined()
    expect(winner(middle, [weak, strong], { date: '2027-03-11' })).toBe('strong')
    expect(winner(strong, [weak, middle], { date: '2027-03-12' })).toBeUndefined()
  })

  test('and whose own rival steps back in turn, outranks again', () => {
    const strongest = fixed('strongest', 80, 13)
    expect(winner(weak, [middle, strong, strongest])).toBe('middle')
  })

  test('steps back only for a rival that means this customer', () => {
    const men = fixed('strong', 70, 12, { audience: { genders: ['male'] } })
    expect(winner(weak, [middle, men])).toBe('middle')
    expect(winner(weak, [middle, men], { customer: aCustomer({ gender: 'male' }) })).toBeUndefined()
  })

  test('of several on one day the strongest is named, whatever the order of the list', () => {
    const all = [fixed('bravo', 60, 10), fixed('charlie', 70, 10), fixed('delta', 80, 10)]
    expect(winner(weak, all)).toBe('delta')
    expect(winner(weak, all.toReversed())).toBe('delta')
  })

  test('a hundred campaigns in one week are weighed quickly', () => {
    const all = Array.from({ length: 100 }, (_, n) => fixed(`c-${String(n).padStart(3, '0')}`, 1 + (n % 99), 8 + (n % 5)))
    const started = performance.now()
    const lost = all.filter((campaign) => {
      const date = campaign.occasion.kind === 'fixed' ? `2027-03-${String(campaign.occasion.day).padStart(2, '0')}` : ''
      return winner(campaign, all, { date }) !== undefined
    })
    expect(lost.length).toBeGreaterThan(90)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('the laws of arbitration', () => {
  const campaigns = fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('alpha', 'bravo', 'charlie', 'delta', 'echo'),
        priority: fc.constantFrom(40, 50, 60),
        day: fc.integer({ min: 8, max: 13 }),
        contentClass: fc.constantFrom('care' as const, 'advertising' as const, 'survey' as const),
        holdoutPercent: fc.constantFrom(0, 50),
        genders: fc.option(fc.constantFrom<'female' | 'male'>('female', 'male'), { nil: undefined }),
      }),
      { minLength: 2, maxLength: 5, selector: ({ id }) => id },
    )
    .map((all) =>
      all.map(({ id, priority, day, contentClass, holdoutPercent, genders }) => ({
        day: `2027-03-${String(day).padStart(2, '0')}`,
        campaign: fixed(id, priority, day, {
          contentClass,
          limits: { priority, holdoutPercent },
          audience: genders ? { genders: [genders] } : {},
        }),
      })),
    )

  test('two never skip each other, and whoever wins has the higher priority, or the same and the earlier id', () => {
    fc.assert(
      fc.property(campaigns, fc.constantFrom<ConsentState>({}, granted), (all, consents) => {
        const definitions = all.map(({ campaign }) => campaign)
        const lost = new Map(
          all.map(({ campaign, day }) => [campaign.id, winner(campaign, definitions, { date: day, consents })]),
        )
        for (const { campaign } of all) {
          const by = lost.get(campaign.id)
          if (by === undefined) continue
          expect(lost.get(by)).not.toBe(campaign.id)
          const stronger = definitions.find(({ id }) => id === by)!
          expect([stronger.limits.priority, campaign.id]).toSatisfy(
            () =>
              stronger.limits.priority > campaign.limits.priority ||
              (stronger.limits.priority === campaign.limits.priority && stronger.id < campaign.id),
          )
        }
        // Nobody stands back for one who stands back.
        for (const by of lost.values()) if (by !== undefined) expect(lost.get(by)).toBeUndefined()
        // Of all that mean this customer someone always remains.
        const meant = all.filter(({ campaign }) => campaign.audience.genders?.[0] !== 'male')
        if (meant.length > 0) expect(meant.some(({ campaign }) => lost.get(campaign.id) === undefined)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['2027-02-28', false],
  ['2027-03-01', true],
  ['2027-03-31', true],
  ['2027-04-01', false],
])('on %s a campaign that lives in March is alive: %s', (date, alive) => {
  expect(isAlive(aCampaign({ lives: { from: '2027-03-01', to: '2027-03-31' } }), date)).toBe(alive)
})

test('of the ready-made campaigns, Tết goes before an anniversary, and a birthday before Tết', () => {
  const ready = (name: string) => CampaignDefinitionSchema.parse(readProjectJson(`${name}.json`))
  const [tet, anniversary, birthday] = [ready('tet-greeting'), ready('purchase-anniversary'), ready('birthday-gift')]
  const customer = aCustomer({ firstPurchaseOn: '2025-02-04', lastPurchaseOn: '2026-12-01', birthday: solar('02-04') })
  const against = (campaign: CampaignDefinition, ...others: CampaignDefinition[]) =>
    winner(campaign, others, { date: '2027-02-04', customer })
  expect(against(anniversary, tet)).toBe('tet-greeting')
  expect(against(tet, anniversary)).toBeUndefined()
  expect(against(tet, anniversary, birthday)).toBe('birthday-gift')
})
