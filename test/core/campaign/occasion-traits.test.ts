import { expect, test } from 'vitest'
import { type OccasionRule, OccasionRuleSchema } from '#core/campaign/occasion-rule.ts'
import { isCalendarRule, remindedCampaign, traitsOf } from '#core/campaign/occasion-traits.ts'

const RULES: { readonly [Kind in OccasionRule['kind']]: object } = {
  fixed: { month: 3, day: 8 },
  lunar: { month: 1, day: 1 },
  'lunar-month-end': { month: 12 },
  'nth-weekday': { month: 5, weekday: 7, nth: 2 },
  'company-day': { day: 'founded' },
  'calendar-day': { day: 'vn.tet' },
  birthday: {},
  'purchase-anniversary': {},
  'every-n-months': { months: 6 },
  'since-contact': { months: 6 },
  'after-purchase': {},
  'after-delivery': {},
  'after-call': {},
  'after-unreached-call': {},
  'after-call-asked-guide': {},
  'after-case': {},
  periodic: { everyDays: 90 },
  'after-invitation': { campaign: 'csat' },
}
const rules = Object.entries(RULES).map(([kind, rest]) => OccasionRuleSchema.parse({ kind, ...rest }))
const kindsWhere = (holds: (rule: OccasionRule) => boolean) => rules.filter(holds).map(({ kind }) => kind)

test('every customer has a calendar day together, and nothing else', () => {
  expect(kindsWhere(isCalendarRule)).toEqual(['fixed', 'lunar', 'lunar-month-end', 'nth-weekday', 'company-day', 'calendar-day'])
})

test('what follows an order, a call, a case or an invitation never gives way to a greeting', () => {
  const followUps = [
    'after-purchase',
    'after-delivery',
    'after-call',
    'after-unreached-call',
    'after-call-asked-guide',
    'after-case',
    'after-invitation',
  ]
  expect(kindsWhere((rule) => !traitsOf(rule).givesWay)).toEqual(followUps)
  expect(kindsWhere((rule) => traitsOf(rule).knownWhenOver)).toEqual([
    'after-call',
    'after-unreached-call',
    'after-call-asked-guide',
    'after-case',
    'after-invitation',
  ])
})

test('letters speak of an order, or of years, only where there is one', () => {
  expect(kindsWhere((rule) => traitsOf(rule).order === 'bought')).toEqual(['after-purchase'])
  expect(kindsWhere((rule) => traitsOf(rule).order === 'delivered')).toEqual(['after-delivery'])
  expect(kindsWhere((rule) => traitsOf(rule).hasYears)).toEqual(['purchase-anniversary'])
})

test('a reminder alone names another campaign', () => {
  expect(kindsWhere((rule) => remindedCampaign(rule) !== undefined)).toEqual(['after-invitation'])
  expect(rules.flatMap((rule) => remindedCampaign(rule) ?? [])).toEqual(['csat'])
})
