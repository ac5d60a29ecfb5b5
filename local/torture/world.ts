/** Who and what a torture run is about: customers in three zones, five campaigns within four days, a night on which Paris changes its clocks. */

import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import type { FaultKind } from '#local/torture/fault-plan.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'

export const BEGINS: Instant = '2027-03-25T09:00:00.000Z'
/** By then every date has closed, also when an outage came in between. */
export const ENDS: Instant = '2027-04-05T00:00:00.000Z'

/** Stricter than the company's own files, so that the five campaigns meet the caps. */
export const HOUSE_CHANGES = {
  frequencyCaps: [
    { max: 3, hours: 168 },
    { max: 1, hours: 12 },
  ],
  daysBetweenOccasions: 0,
  // Bounces and complaints are wanted here, and a campaign that stops itself for them would leave nothing to look at.
  mailHealth: { leastBounces: 1_000_000, leastComplaints: 1_000_000 },
}

const GIFT = 100_000

export function campaignsOf({ gifts }: { gifts: number }): readonly CampaignDefinition[] {
  return [
    {
      id: 'torture-birthday',
      name: { vi: 'Sinh nhật', en: 'Birthday' },
      contentClass: 'advertising',
      occasion: { kind: 'birthday' },
      touch: { channel: 'email', template: 'birthday-gift' },
      window: { from: '08:00', to: '10:00' },
      graceDays: 1,
      gift: { kind: 'voucher', value: { amount: GIFT, currency: 'VND' }, validDays: 30 },
      limits: { priority: 90 },
      // The mails' own price goes into what is left over.
      budget: { amount: gifts * GIFT + Math.floor(GIFT / 2), currency: 'VND', period: 'campaign' },
      lives: { from: '2027-03-27', to: '2027-03-29' },
    },
    greeting({ id: 'torture-spring', day: 28, template: 'womens-day', window: { from: '09:00', to: '10:00' }, priority: 60 }),
    {
      ...greeting({
        id: 'torture-survey',
        day: 28,
        template: 'national-day',
        window: { from: '09:00', to: '12:00' },
        priority: 50,
      }),
      contentClass: 'survey',
      audience: { tiers: ['gold'] },
    },
    {
      ...greeting({
        id: 'torture-second',
        day: 29,
        template: 'mid-autumn',
        window: { from: '09:00', to: '10:00' },
        priority: 40,
      }),
      limits: { priority: 40, holdoutPercent: 5 },
    },
    {
      ...greeting({
        id: 'torture-care',
        day: 30,
        template: 'vietnamese-womens-day',
        window: { from: '14:00', to: '14:40' },
        priority: 30,
      }),
      audience: { tiers: ['gold'] },
    },
  ].map((campaign) => CampaignDefinitionSchema.parse(campaign))
}

interface Greeting {
  readonly id: string
  readonly day: number
  readonly template: string
  readonly window: { readonly from: string; readonly to: string }
  readonly priority: number
}

const greeting = ({ id, day, template, window, priority }: Greeting) => ({
  id,
  name: { vi: id, en: id },
  contentClass: 'care',
  occasion: { kind: 'fixed', month: 3, day },
  touch: { channel: 'email', template },
  window,
  limits: { priority },
  lives: { from: '2027-03-01', to: '2027-03-31' },
})

/** A customer of the run, and what will become of them. */
export interface TorturePerson {
  readonly customer: Customer
  readonly grantsAdvertising: boolean
  /** When they opt out of everything; null: never. */
  readonly optsOutAt: Instant | null
}

const ZONES = [
  { zone: 'Asia/Ho_Chi_Minh', country: 'VN', locale: 'vi', share: 0.5 },
  { zone: 'Europe/Paris', country: 'FR', locale: 'en', share: 0.25 },
  { zone: 'America/Los_Angeles', country: 'US', locale: 'en', share: 0.25 },
]
/** Half an hour into the windows of one zone after the other, and one before everything. */
const OPT_OUTS: readonly Instant[] = [
  '2027-03-26T12:00:00.000Z',
  '2027-03-28T02:20:00.000Z',
  '2027-03-28T07:20:00.000Z',
  '2027-03-28T16:20:00.000Z',
  '2027-03-29T02:20:00.000Z',
  '2027-03-29T16:20:00.000Z',
]

export function peopleOf({ customers, seed }: { customers: number; seed: number }): readonly TorturePerson[] {
  const chance = keyedChance(`people ${seed}`)
  return Array.from({ length: customers }, (_, n) => {
    const customerId = `t-${String(n).padStart(6, '0')}`
    const { zone, country, locale } = pick(chance.number('zone'))
    const lot = chance.number('lot')
    const leaves = chance.happens('opts-out', 0.02)
    const place = OPT_OUTS[chance.between('opt-out', [0, OPT_OUTS.length - 1])]
    return {
      customer: {
        customerId,
        fullName: 'Nguyễn Thị Lan',
        familyName: 'Nguyễn',
        givenName: 'Lan',
        addressName: 'Lan',
        honorific: 'chi',
        nameOrder: 'family-first',
        gender: 'female',
        email: addressOf(customerId, lot, n),
        phone: null,
        zone,
        locale,
        country,
        birthday: birthdayOf(chance.number('birthday')),
        tier: chance.happens('gold', 0.3) ? 'gold' : null,
        profession: null,
        tags: [],
        owner: null,
        firstPurchaseOn: null,
        lastPurchaseOn: null,
      },
      grantsAdvertising: chance.happens('grants', 0.8),
      optsOutAt: leaves ? (place ?? null) : null,
    }
  })
}

function pick(lot: number) {
  let left = lot
  for (const zone of ZONES) {
    left -= zone.share
    if (left < 0) return zone
  }
  return { zone: 'Asia/Ho_Chi_Minh', country: 'VN', locale: 'vi' }
}

/** Some have none, some share one with the customer before them, some bounce, complain, come late or are never heard of. */
function addressOf(customerId: string, lot: number, n: number): string | null {
  if (lot < 0.01) return null
  if (lot < 0.02) return `family-${Math.floor(n / 2)}@example.com`
  const outcome = lot < 0.04 ? 'bounce' : lot < 0.045 ? 'complaint' : lot < 0.065 ? 'delayed' : lot < 0.075 ? 'silent' : 'mail'
  return `${outcome}-${customerId}@example.com`
}

function birthdayOf(lot: number): Customer['birthday'] {
  if (lot < 0.2) return { kind: 'solar', month: 3, day: 27 + Math.floor(lot / 0.05), year: null }
  return lot < 0.6 ? { kind: 'solar', month: 8, day: 15, year: 1988 } : null
}

export const outcomeRule: OutcomeRule = ({ address }) => {
  const [kind = ''] = address.split('-')
  switch (kind) {
    case 'bounce':
      return { kind: 'bounced' }
    case 'complaint':
      return { kind: 'complained' }
    case 'delayed':
      return { kind: 'delayed' }
    case 'silent':
      return { kind: 'silent' }
    default:
      return undefined
  }
}

export interface ClockJump {
  readonly fault: Extract<FaultKind, `jump-${string}`>
  readonly from: Instant
  readonly to: Instant
}

/** Outages: nothing runs, and when somebody looks again it is that much later. */
export function clockJumps(seed: number): readonly ClockJump[] {
  const chance = keyedChance(`jumps ${seed}`)
  const jump = (fault: ClockJump['fault'], from: Instant, minutes: readonly [number, number]): ClockJump => {
    const begins = plusMs(from, chance.between(fault, [0, 8]) * MINUTE_MS)
    return { fault, from: begins, to: plusMs(begins, chance.between(fault, minutes) * MINUTE_MS) }
  }
  return [
    // Midnight in Hồ Chí Minh City is 17:00 in UTC.
    jump('jump-over-midnight', '2027-03-27T16:40:00.000Z', [25, 70]),
    // Paris goes from 02:00 to 03:00 at 01:00 in UTC.
    jump('jump-over-dst', '2027-03-28T00:35:00.000Z', [30, 80]),
    // Los Angeles is at work from 16:00 to 17:00 in UTC, Paris from 07:00 to 08:00.
    jump('jump-over-window-end', '2027-03-28T16:40:00.000Z', [25, 70]),
    jump('jump-over-window-end', '2027-03-29T07:40:00.000Z', [25, 70]),
    // Birthdays in Hồ Chí Minh City, from 01:00 to 03:00 in UTC; they have a day of grace.
    jump('jump-over-window-end', '2027-03-27T00:50:00.000Z', [150, 200]),
  ]
}
