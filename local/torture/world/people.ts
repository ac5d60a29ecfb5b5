/** The customers of a torture run, each made from the seed: in three zones, with and without consent, some with an address that goes bad. */
import type { Customer } from '#core/customer/customer.ts'
import { unnamedCustomer } from '#core/customer/unnamed-customer.ts'
import type { Instant } from '#core/time/instant.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'

/** A customer of the run, with their later opt-out or bad address. */
export interface TorturePerson {
  readonly customer: Customer
  readonly grantsAdvertising: boolean
  /** When they opt out of everything; null: never. */
  readonly optsOutAt: Instant | null
  /** Their address was suppressed by the version before. */
  readonly isSuppressedBefore: boolean
  /** The version before wrote a touch, a ledger and work of theirs. */
  readonly hasRowsOfBefore: boolean
  /** When they tell of something grave, and when that is solved; null: never. */
  readonly complains: { readonly at: Instant; readonly solvedAt: Instant | null } | null
  /** When the head of care erases them; null: never. */
  readonly erasedAt: Instant | null
}

/** Before the mails of one day after the other, and in the middle of their windows. */
const COMPLAINTS: readonly Instant[] = [
  '2027-03-26T12:00:00.000Z',
  '2027-03-27T16:10:00.000Z',
  '2027-03-28T02:12:00.000Z',
  '2027-03-28T07:12:00.000Z',
  '2027-03-29T02:12:00.000Z',
]
/** What was told of later than that is never solved in the run. */
const SOLVED: readonly Instant[] = ['2027-03-28T01:30:00.000Z', '2027-03-29T01:30:00.000Z', '2027-03-30T01:30:00.000Z']

const ZONES = [
  { zone: 'Asia/Ho_Chi_Minh', country: 'VN', locale: 'vi', share: 0.5 },
  { zone: 'Europe/Paris', country: 'FR', locale: 'en', share: 0.25 },
  { zone: 'America/Los_Angeles', country: 'US', locale: 'en', share: 0.25 },
]
/** Half an hour into the windows of one zone after the other, and one before all windows. */
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
  const before = keyedChance(`before ${seed}`)
  const erasure = keyedChance(`erasure ${seed}`)
  const cases = keyedChance(`cases ${seed}`)
  return Array.from({ length: customers }, (_, n) => {
    const customerId = `t-${String(n).padStart(6, '0')}`
    const { zone, country, locale } = pick(chance.number('zone'))
    const lot = chance.number('lot')
    const leaves = chance.happens('opts-out', 0.02)
    const place = OPT_OUTS[chance.between('opt-out', [0, OPT_OUTS.length - 1])]
    const tier = chance.happens('gold', 0.3) ? 'gold' : (tierToRing(chance.number('rung')) ?? null)
    const hasRowsOfBefore = before.happens('rows', 0.2)
    // What is left of the version before is looked for at the end.
    const complaint = cases.happens('complains', 0.08)
    const complainsAt = COMPLAINTS[cases.between('when', [0, COMPLAINTS.length - 1])] ?? ''
    const solvedAt = SOLVED[cases.between('until', [0, SOLVED.length - 1])] ?? ''
    const isErased = erasure.happens('erased', 0.06) && tier === RUNG_TWICE && !hasRowsOfBefore
    return {
      customer: {
        ...unnamedCustomer(customerId, { zone, country, locale }),
        fullName: 'Nguyễn Thị Lan',
        familyName: 'Nguyễn',
        givenName: 'Lan',
        addressName: 'Lan',
        honorific: 'chi',
        nameOrder: 'family-first',
        gender: 'female',
        email: addressOf(customerId, lot, n),
        birthday: birthdayOf(chance.number('birthday')),
        phone: phoneOf(chance.number('phone'), n),
        tier,
      },
      grantsAdvertising: chance.happens('grants', 0.8),
      optsOutAt: leaves ? (place ?? null) : null,
      isSuppressedBefore: before.happens('suppressed', 0.02),
      hasRowsOfBefore,
      complains: complaint && !isErased ? { at: complainsAt, solvedAt: solvedAt > complainsAt ? solvedAt : null } : null,
      erasedAt: isErased ? ERASED_AT : null,
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

/** Some have none, some share one with the customer before them, some bounce, complain, deliver late or give no event. */
function addressOf(customerId: string, lot: number, n: number): string | null {
  if (lot < 0.01) return null
  if (lot < 0.02) return `family-${Math.floor(n / 2)}@example.com`
  const outcome = lot < 0.04 ? 'bounce' : lot < 0.045 ? 'complaint' : lot < 0.065 ? 'delayed' : lot < 0.075 ? 'silent' : 'mail'
  return `${outcome}-${customerId}@example.com`
}

/** Some have none, and some share one with the customer before them. */
function phoneOf(lot: number, n: number): string | null {
  if (lot < 0.04) return null
  return `+849${String(10_000_000 + (lot < 0.14 ? Math.max(0, n - 1) : n)).padStart(8, '0')}`
}

/** The tier of two campaigns of calls. */
const RUNG_TWICE = 'silver'
/** While agents ring, and after the last mail to them. */
const ERASED_AT: Instant = '2027-03-30T02:10:00.000Z'

/** The customers of the campaigns of calls. */
function tierToRing(lot: number): string | undefined {
  if (lot < 0.3) return RUNG_TWICE
  return lot < 0.35 ? 'bronze' : undefined
}

function birthdayOf(lot: number): Customer['birthday'] {
  if (lot < 0.2) return { kind: 'solar', month: 3, day: 27 + Math.floor(lot / 0.05), year: null }
  return lot < 0.6 ? { kind: 'solar', month: 8, day: 15, year: 1988 } : null
}

/** Whether the address is suppressed after its first mail: the kind before the dash decides. */
export const goesBad = (address: string): boolean => /^(bounce|complaint)-/.test(address)

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
