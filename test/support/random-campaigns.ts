/** Random campaigns for a rehearsal that get in each other's way: budgets, caps, rest, rank, reminders and calls, many of them in the same minute. */

import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { TeamSchema } from '#core/duty/team.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { type Chance, chance } from '#local/sample-company/chance.ts'
import { aCampaign, aPolicy, somePrices, someWords, theCompanyRules } from '#test/support/builders.ts'

interface Asked {
  readonly seed: number
  readonly count: number
  readonly from: LocalDate
}

const WINDOWS = [
  { from: '09:00', to: '11:00' },
  { from: '09:00', to: '16:00' },
  { from: '07:30', to: '20:00' },
]

export function randomCampaigns({ seed, count, from }: Asked): readonly WordedCampaign[] {
  const luck = chance(seed + 1_000_000)
  const day = (after: number) => {
    const [, month, date] = addDays(from, after).split('-').map(Number)
    return { kind: 'fixed' as const, month: month ?? 1, day: date ?? 1 }
  }
  const common = () => ({
    window: luck.pick(WINDOWS),
    graceDays: luck.between(0, 2),
    limits: { priority: luck.between(1, 5) * 10, holdoutPercent: luck.happens(30) ? 10 : 0 },
  })
  const vnd = (amount: number) => ({ amount: Math.max(1, Math.round(amount)), currency: 'VND' })
  const mail = { channel: 'email', template: 'greeting' }
  const campaigns = [
    aCampaign({ id: 'all', occasion: day(luck.between(3, 6)), ...common(), touch: mail }),
    // Its money ends in each month.
    aCampaign({
      id: 'birthday',
      occasion: { kind: 'birthday' },
      contentClass: luck.pick(['care', 'advertising']),
      gift: { kind: 'voucher', value: vnd(50_000), validDays: 30 },
      budget: { ...vnd(50_000 * Math.max(2, (count / 365) * luck.between(4, 25))), period: 'month' },
      ...common(),
      touch: mail,
    }),
    aCampaign({
      id: 'gifts',
      occasion: day(luck.between(9, 14)),
      gift: { kind: 'voucher', value: vnd(20_000), validDays: 10 },
      budget: { ...vnd(20_000 * count * luck.next()), period: luck.pick(['quarter', 'year', 'campaign']) },
      ...common(),
      touch: mail,
      audience: luck.happens(30) ? { genders: ['female'] } : {},
    }),
    aCampaign({
      id: 'rating',
      contentClass: 'survey',
      occasion: { kind: 'periodic', everyDays: luck.pick([30, 45]), samplePercent: luck.pick([50, 100]), roll: 'forward' },
      survey: { kind: 'nps', relationship: luck.happens(50), why: false, answerDays: 20 },
      ...common(),
      touch: mail,
    }),
    aCampaign({
      id: 'rating-again',
      contentClass: 'survey',
      occasion: {
        kind: 'after-invitation',
        campaign: 'rating',
        offset: { days: luck.between(2, 6), unit: 'calendar' },
        roll: 'forward',
      },
      ...common(),
      touch: mail,
    }),
    aCampaign({
      id: 'delivered',
      contentClass: 'transactional',
      occasion: { kind: 'after-delivery', offset: { days: 2, unit: 'calendar' } },
      ...common(),
      touch: { channel: 'email', template: 'order' },
    }),
    aCampaign({
      id: 'ring',
      occasion: luck.happens(50)
        ? day(luck.between(4, 8))
        : { kind: 'after-delivery', offset: { days: luck.between(1, 5), unit: 'calendar' }, roll: 'forward' },
      ...common(),
      window: { from: '08:00', to: '16:00' },
      touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2, else: 'missed-you' },
      ...(luck.happens(50) && { budget: { ...vnd(5_000 * luck.between(2, 30)), period: 'month' as const } }),
    }),
    aCampaign({
      id: 'ring-first',
      occasion: luck.happens(50) ? day(luck.between(4, 8)) : { kind: 'birthday', offset: { days: 1, unit: 'calendar' } },
      ...common(),
      window: { from: '08:00', to: '16:00' },
      touch: {
        channel: 'call',
        script: 'courtesy',
        team: 'Care',
        attempts: 2,
        openDays: 2,
        ...luck.pick([{}, { else: 'missed-you' }]),
      },
    }),
    aCampaign({ id: 'all-2', occasion: day(luck.between(4, 7)), ...common(), touch: mail }),
  ]
  return campaigns.map((definition) => ({
    definition,
    words: wordsOf(String(definition.touch.template ?? definition.touch.else ?? '')),
  }))
}

/** The order may have no product: then the letter cannot be written. */
const wordsOf = (template: string) =>
  template === ''
    ? null
    : template === 'order'
      ? someWords('order', '{{greetingName}}: {{purchase.product}}')
      : someWords(template)

export function randomRules(seed: number): CompanyRules {
  const luck = chance(seed + 2_000_000)
  return theCompanyRules({
    company: {
      calls: { tiers: ['gold', 'silver'] },
      frequencyCaps: [{ max: luck.between(1, 3), hours: luck.pick([24, 48, 168]) }],
      daysBetweenOccasions: luck.between(0, 2),
      surveys: { daysBetween: luck.pick([2, 10, 30]), daysBetweenRelationship: luck.pick([10, 40]) },
      ...(luck.happens(50) && { controlGroup: { percent: 10, salt: 'random' } }),
    },
    policies: [withHours(luck)],
    prices: {
      prices: [
        ...somePrices().prices,
        { item: 'call', validFrom: '2026-01-01', perThousand: { amount: 5_000_000, currency: 'VND' }, source: 'an assumption' },
      ],
    },
  })
}

/** Some laws allow some hours or weekdays only. */
function withHours(luck: Chance) {
  const policy = aPolicy()
  if (luck.happens(50)) return policy
  const [period] = policy.periods
  if (!period) return policy
  const { care } = period.classes
  const hours = [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '19:00' },
  ]
  const limited = Object.fromEntries(
    Object.entries(care).map(([channel, rules]) => [channel, rules && { ...rules, hours, weekdays: [1, 2, 3, 4, 5, 6] }]),
  )
  return { ...policy, periods: [{ ...period, classes: { ...period.classes, care: { ...care, ...limited } } }] }
}

/** One person, with time for few calls. */
export async function randomStaff(seed: number) {
  const luck = chance(seed + 3_000_000)
  const roster = memoryRosterStore()
  await roster.publish(
    {
      people: [{ name: 'Hạnh', address: 'hanh@example.com', team: 'Care', role: 'agent' }],
      version: 1,
      publishedAt: '2027-01-01T00:00:00.000Z',
      publishedBy: 'Mai',
    },
    { teams: [TeamSchema.parse({ name: 'Care', callsADay: luck.between(2, 40) })], people: [] },
  )
  return { roster, dutyBook: memoryDutyBook() }
}
