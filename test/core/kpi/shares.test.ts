import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callsReached } from '#core/kpi/calls-reached.ts'
import { escalationRate, handedBackRate, reopenRate, repeatRate, severityLoweredRate } from '#core/kpi/case-rates.ts'
import { complaintRate } from '#core/kpi/complaint-rate.ts'
import { bounced, delivered, spamComplaintRate } from '#core/kpi/delivery.ts'
import { engagement } from '#core/kpi/engagement.ts'
import { fcrCustomer, fcrNoRepeat, fcrStaff } from '#core/kpi/first-contact-resolution.ts'
import { hotlineMissed, hotlineReturned } from '#core/kpi/hotline.ts'
import { promisesKept } from '#core/kpi/promises-kept.ts'
import { recoveredDetractors } from '#core/kpi/recovered-detractors.ts'
import { responseRate } from '#core/kpi/response-rate.ts'
import { share } from '#core/kpi/share.ts'

const MARCH = { from: '2027-03-01', to: '2027-03-31' }
const LATER = { period: MARCH, today: '2028-01-01' }
const REPORTS = { delivered: 9_767, complained: 3, bounced: 200, rejected: 1, delayed: 4, unreported: 25 }
const NO_REPORTS = { delivered: 0, complained: 0, bounced: 0, rejected: 0, delayed: 0, unreported: 0 }
const ENDED = { reached: 62, exhausted: 20, refused: 3, 'wrong-number': 5, stopped: 1, expired: 4, cancelled: 5 }
const INVITED = { answered: 210, 'opted-out': 15, undeliverable: 40, open: 0, unanswered: 735 }
const SOLVED = [
  { score: 1, count: 45 },
  { score: 0, count: 15 },
]

test.each([
  [complaintRate({ active: 4_000, complained: 12 }), 'complaint-rate', 12, 4_000],
  [spamComplaintRate(REPORTS, LATER), 'spam-complaint-rate', 3, 9_770],
  [delivered(REPORTS, LATER), 'delivered', 9_770, 10_000],
  [bounced(REPORTS, LATER), 'bounced', 200, 10_000],
  [engagement({ contacted: 1_000, engaged: 230 }), 'engagement', 230, 1_000],
  [fcrStaff({ marked: 200, atFirst: 170 }, LATER), 'fcr-staff', 170, 200],
  [fcrCustomer(SOLVED, LATER), 'fcr-customer', 45, 60],
  [fcrNoRepeat({ resolved: 200, withoutRepeat: 156 }, LATER), 'fcr-no-repeat', 156, 200],
  [responseRate(INVITED), 'response-rate', 210, 960],
  [callsReached(ENDED), 'calls-reached', 62, 95],
  [promisesKept({ kept: 24, broken: 3, open: 0 }), 'promises-kept', 24, 27],
  [escalationRate({ opened: 50, escalated: 6, undecided: 0 }), 'escalation-rate', 6, 50],
  [handedBackRate({ escalated: 6, handedBack: 4, undecided: 0 }), 'handed-back-rate', 4, 6],
  [severityLoweredRate({ opened: 50, lowered: 3, undecided: 0 }), 'severity-lowered-rate', 3, 50],
  [reopenRate({ closed: 40, reopened: 3 }, LATER), 'reopen-rate', 3, 40],
  [repeatRate({ opened: 50, repeats: 4 }), 'repeat-rate', 4, 50],
  [recoveredDetractors({ answeredAgain: 15, recovered: 6 }, LATER), 'recovered-detractors', 6, 15],
  [hotlineMissed({ callers: 300, missed: 24 }), 'hotline-missed', 24, 300],
  [hotlineReturned({ missed: 24, inTime: 20, notDue: 0 }), 'hotline-returned', 20, 24],
])('%#: $id', (kpi, id, numerator, denominator) => {
  expect(kpi).toMatchObject({ id, numerator, denominator, n: denominator, unit: 'share', provisional: null, missing: [] })
  expect(kpi.value).toBe(numerator / denominator)
  expect(kpi.interval).toMatchObject({ confidence: 0.95, method: 'wilson' })
})

describe('where nothing was counted there is no data, not 0', () => {
  test.each([
    complaintRate({ active: 0, complained: 0 }),
    spamComplaintRate(NO_REPORTS, LATER),
    spamComplaintRate({ ...NO_REPORTS, unreported: 10 }, LATER),
    delivered(NO_REPORTS, LATER),
    bounced(NO_REPORTS, LATER),
    engagement({ contacted: 0, engaged: 0 }),
    fcrStaff({ marked: 0, atFirst: 0 }, LATER),
    fcrCustomer([], LATER),
    fcrNoRepeat({ resolved: 0, withoutRepeat: 0 }, LATER),
    responseRate({ answered: 0, 'opted-out': 0, undeliverable: 10, open: 0, unanswered: 0 }),
    callsReached({ reached: 0, exhausted: 0, refused: 0, 'wrong-number': 0, stopped: 0, expired: 0, cancelled: 5 }),
    promisesKept({ kept: 0, broken: 0, open: 2 }),
    escalationRate({ opened: 0, escalated: 0, undecided: 0 }),
    handedBackRate({ escalated: 0, handedBack: 0, undecided: 0 }),
    severityLoweredRate({ opened: 0, lowered: 0, undecided: 0 }),
    reopenRate({ closed: 0, reopened: 0 }, LATER),
    repeatRate({ opened: 0, repeats: 0 }),
    recoveredDetractors({ answeredAgain: 0, recovered: 0 }, LATER),
    hotlineMissed({ callers: 0, missed: 0 }),
    hotlineReturned({ missed: 2, inTime: 0, notDue: 2 }),
  ])('%#: $id', (kpi) => {
    expect(kpi).toMatchObject({ value: null, denominator: 0, interval: null })
  })
})

describe('provisional until the window has passed', () => {
  test.each([
    ['mails, for the reports of 7 days', bounced, REPORTS, '2027-04-08'],
    ['FCR by staff', fcrStaff, { marked: 1, atFirst: 1 }, '2027-04-08'],
    ['FCR by customers', fcrCustomer, SOLVED, '2027-04-08'],
    ['FCR without a repeat', fcrNoRepeat, { resolved: 1, withoutRepeat: 1 }, '2027-04-08'],
    ['reopened', reopenRate, { closed: 1, reopened: 0 }, '2027-04-08'],
    ['recovered detractors, for 180 days', recoveredDetractors, { answeredAgain: 1, recovered: 1 }, '2027-09-28'],
  ] as const)('%s', (_what, kpi, counts, finalOn) => {
    const on = (today: string) => (kpi as (counts: unknown, looked: typeof LATER) => typeof KPI)(counts, { period: MARCH, today })
    const dayBefore = `${finalOn.slice(0, 8)}${String(Number(finalOn.slice(8)) - 1).padStart(2, '0')}`
    expect(on('2027-03-31').provisional).toEqual({ because: 'window-open', finalOn })
    expect(on(dayBefore).provisional).toEqual({ because: 'window-open', finalOn })
    expect(on(finalOn).provisional).toBeNull()
  })

  test.each([
    ['invitations that are open', responseRate({ ...INVITED, open: 7 })],
    ['promises to come', promisesKept({ kept: 1, broken: 1, open: 7 })],
    ['cases that may be escalated', escalationRate({ opened: 10, escalated: 1, undecided: 7 })],
    ['callers to ring back', hotlineReturned({ missed: 10, inTime: 2, notDue: 7 })],
  ])('%s', (_what, kpi) => {
    expect(kpi.provisional).toEqual({ because: 'waiting', count: 7 })
  })
})

const KPI = share('engagement', { numerator: 1, denominator: 2 })

test.each([
  ['more than all', () => engagement({ contacted: 10, engaged: 11 })],
  ['fewer than none', () => repeatRate({ opened: 10, repeats: -1 })],
  ['more not due than missed', () => hotlineReturned({ missed: 1, inTime: 0, notDue: 2 })],
  ['a part of a customer', () => complaintRate({ active: 10.5, complained: 1 })],
])('counts that cannot be: %s', (_what, kpi) => {
  expect(kpi).toThrow(RangeError)
})

test('every share lies inside its interval', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (numerator, rest) => {
      const { value, interval } = share('engagement', { numerator, denominator: numerator + rest })
      if (value === null) return numerator + rest === 0
      return interval !== null && interval.low <= value && value <= interval.high && interval.low >= 0 && interval.high <= 1
    }),
  )
})
