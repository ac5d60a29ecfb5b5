/** The failures of other care desks, each as a test: what a clock of a case must not get wrong. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CasePolicy, CasePolicySchema } from '#core/campaign/case-policy.ts'
import { SEVERITIES, type Severity } from '#core/campaign/case-terms.ts'
import { dayStart, instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { caseClocks, nextOfCase } from '#core/work/case/case-clocks.ts'
import type { CaseClockName, CaseEvent } from '#core/work/case/case-event.ts'
import { remindersOf } from '#core/work/case/case-reminders.ts'
import type { CaseAbout } from '#core/work/case/case-standing.ts'
import { workingTimeOf } from '#core/work/case/case-time.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closingOn, notedBy, openedAt, reopenedBy } from '#test/support/work-builders.ts'

const LUNCH = [
  {
    weekdays: [1, 2, 3, 4, 5],
    hours: [
      { from: '08:00', to: '11:30' },
      { from: '13:00', to: '17:00' },
    ],
  },
]
const CASES = CasePolicySchema.parse({ workingTime: { week: LUNCH } })
const RULES = theCompanyRules({ cases: CASES })
const STAFF = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const

const at = (day: string, time: string) => instantAt(day, time, 'Asia/Ho_Chi_Minh')
const graded = (when: string, severity: Severity): CaseEvent => ({
  is: 'severity-set',
  at: when,
  by: STAFF,
  severity,
  because: { is: 'reason', text: 'khách quen' },
})
const waits = (when: string): CaseEvent => ({ is: 'waiting', at: when, by: STAFF, note: 'xin ảnh' })
const wrote = (when: string, thanks?: true): CaseEvent => ({
  is: 'customer-wrote',
  at: when,
  by: STAFF,
  note: 'đây ạ',
  ...(thanks && { thanks }),
})
const moved = (when: string, to: 'collect' | 'propose' | 'follow-up'): CaseEvent => ({
  is: 'moved',
  at: when,
  by: STAFF,
  to,
  note: 'đổi hàng',
})

const aComplaint = (opened: string, ...later: readonly WorkEvent[]): CaseAbout => ({
  subject: { is: 'told', what: 'complaint', workId: null, replyId: null, campaignId: null, occurrenceId: null },
  events: [openedAt(opened), ...later],
})

const clockOf = (item: CaseAbout, name: CaseClockName, rules = RULES) => caseClocks(item, rules).find(({ is }) => is === name)
const due = (item: CaseAbout, name: CaseClockName, rules = RULES) => clockOf(item, name, rules)?.dueAt

const with_ = (policy: Partial<CasePolicy>) => theCompanyRules({ cases: { ...CASES, ...policy } })
// 8 March 2027 is a Monday.
const MONDAY = at('2027-03-08', '10:00')
const S2 = [graded(MONDAY, 's2')] as const

describe('working time', () => {
  test('stops for lunch: four hours from Monday 10:00 end at 15:30', () => {
    expect(due(aComplaint(MONDAY, ...S2), 'acknowledge')).toBe(at('2027-03-08', '15:30'))
  })
  test('begins when work begins again for what comes at night or on a weekend', () => {
    expect(due(aComplaint(at('2027-03-12', '21:40'), graded(at('2027-03-12', '21:40'), 's2')), 'acknowledge')).toBe(
      at('2027-03-15', '13:30'),
    )
  })
  test('a working day is as long as the longest of the week, so one day later is the same time of day', () => {
    expect(due(aComplaint(MONDAY), 'acknowledge')).toBe(at('2027-03-09', '10:00'))
    expect(due(aComplaint(at('2027-03-12', '15:00')), 'acknowledge')).toBe(at('2027-03-15', '15:00'))
  })
  test('a half day counts for what it is', () => {
    const half = theCompanyRules({
      cases: CASES,
      company: { calendar: { overrides: { dayOff: [], workingDay: [], halfDay: ['2027-03-09'], dayOffOccasions: [] } } },
    })
    // Monday 10:00–17:00 without lunch 5.5 h, half of Tuesday 2 h of its 3.5: 7.5 h.
    expect(due(aComplaint(MONDAY), 'acknowledge', half)).toBe(at('2027-03-09', '10:00'))
    expect(due(aComplaint(at('2027-03-08', '15:30')), 'acknowledge', half)).toBe(at('2027-03-10', '10:30'))
  })
  test('a day off entered while the case is open moves what is due, and nothing was written', () => {
    const item = aComplaint(MONDAY)
    const off = theCompanyRules({
      cases: CASES,
      company: { calendar: { overrides: { dayOff: ['2027-03-09'], workingDay: [], halfDay: [], dayOffOccasions: [] } } },
    })
    expect([due(item, 'acknowledge'), due(item, 'acknowledge', off)]).toEqual([
      at('2027-03-09', '10:00'),
      at('2027-03-10', '10:00'),
    ])
  })
})

describe('around the clock', () => {
  const night = at('2027-03-13', '23:30')
  const item = aComplaint(night, graded(night, 's1'))
  test('the gravest runs through the night and the weekend, beside the law on the calendar of the country', () => {
    expect([due(item, 'acknowledge'), due(item, 'resolve')]).toEqual([at('2027-03-14', '00:30'), at('2027-03-14', '23:30')])
    // Seven working days after a Saturday: Monday 15 is the first, Tuesday 23 the seventh.
    expect(due(item, 'law')).toBe(dayStart('2027-03-24', 'Asia/Ho_Chi_Minh'))
  })
  test('its reminders ring at night as well', () => {
    const clock = clockOf(item, 'acknowledge')
    expect(clock && remindersOf(item, clock, RULES).remind[0]).toEqual({ percent: 50, at: at('2027-03-14', '00:00') })
  })
})

describe('a pause', () => {
  test('over a weekend is not counted twice: nights and days off were no working time anyway', () => {
    // Three working days from Monday 10:00 are Thursday 10:00. Paused from Wednesday 17:00 to the next Monday 08:00: Thursday and Friday are lost.
    const item = aComplaint(MONDAY, ...S2, waits(at('2027-03-10', '17:00')), wrote(at('2027-03-15', '08:00')))
    expect(due(item, 'resolve')).toBe(at('2027-03-15', '10:00'))
    const weekend = aComplaint(MONDAY, ...S2, waits(at('2027-03-13', '09:00')), wrote(at('2027-03-14', '21:00')))
    expect(due(weekend, 'resolve')).toBe(at('2027-03-11', '10:00'))
  })
  test('that is asked for twice is one pause', () => {
    const twice = aComplaint(
      MONDAY,
      ...S2,
      waits(at('2027-03-09', '08:00')),
      waits(at('2027-03-10', '08:00')),
      wrote(at('2027-03-11', '08:00')),
    )
    const once = aComplaint(MONDAY, ...S2, waits(at('2027-03-09', '08:00')), wrote(at('2027-03-11', '08:00')))
    expect(due(twice, 'resolve')).toBe(due(once, 'resolve'))
  })
  test('that lasts leaves no time to be solved by, and asks again after two working days', () => {
    const item = aComplaint(MONDAY, ...S2, waits(at('2027-03-08', '14:00')))
    expect([due(item, 'resolve'), due(item, 'propose')]).toEqual([null, null])
    expect(nextOfCase(item, RULES)).toMatchObject({ is: 'ask-again', dueAt: at('2027-03-10', '14:00') })
  })
  test('in which the case is closed counts to the end: months of waiting make nothing late', () => {
    const item = aComplaint(
      MONDAY,
      ...S2,
      waits(at('2027-03-09', '08:00')),
      closingOn('2027-08-09', { at: at('2027-08-09', '09:00') }),
    )
    expect(clockOf(item, 'resolve')).toMatchObject({ dueAt: null, metAt: at('2027-08-09', '09:00') })
  })
  test('that begins after the time is over takes nothing back', () => {
    const item = aComplaint(MONDAY, ...S2, waits(at('2027-03-20', '08:00')))
    expect(due(item, 'resolve')).toBe(at('2027-03-11', '10:00'))
  })
  test('does not stop the law', () => {
    const item = aComplaint(MONDAY, waits(at('2027-03-09', '08:00')))
    expect(due(item, 'law')).toBe(due(aComplaint(MONDAY), 'law'))
  })
})

describe('a severity changed in the middle of a pause', () => {
  const pause = [waits(at('2027-03-09', '08:00')), wrote(at('2027-03-10', '08:00'))] as const
  test('up and down again leaves everything where it was', () => {
    const changed = [pause[0], graded(at('2027-03-09', '09:00'), 's2'), graded(at('2027-03-09', '10:00'), 's3'), pause[1]]
    expect(due(aComplaint(MONDAY, ...changed), 'resolve')).toBe(due(aComplaint(MONDAY, ...pause), 'resolve'))
  })
  test('up keeps the pause: the times of the new severity, from the beginning', () => {
    const item = aComplaint(MONDAY, pause[0], graded(at('2027-03-09', '09:00'), 's2'), pause[1])
    // Three working days are Thursday 10:00; all of Tuesday was waiting.
    expect(due(item, 'resolve')).toBe(at('2027-03-12', '10:00'))
  })
  test('moves no more what was met before it', () => {
    const begun = notedBy('Hạnh', 'đã gọi', at('2027-03-08', '16:00'))
    const before = clockOf(aComplaint(MONDAY, ...S2, begun), 'acknowledge')
    expect(before).toMatchObject({ dueAt: at('2027-03-08', '15:30'), metAt: begun.at })
    expect(clockOf(aComplaint(MONDAY, ...S2, begun, graded(at('2027-03-08', '17:00'), 's4')), 'acknowledge')).toEqual(before)
  })
})

describe('a customer who writes again', () => {
  const begun = notedBy('Hạnh', 'đã nhận', at('2027-03-08', '11:00'))
  test('is answered within its own time, which stands beside that of the first answer', () => {
    const item = aComplaint(MONDAY, wrote(at('2027-03-08', '15:00')))
    expect([due(item, 'acknowledge'), due(item, 'reply')]).toEqual([at('2027-03-09', '10:00'), at('2027-03-09', '15:00')])
  })
  test('twice waits since the first time', () => {
    const item = aComplaint(MONDAY, begun, wrote(at('2027-03-08', '15:00')), wrote(at('2027-03-09', '09:00')))
    expect(clockOf(item, 'reply')).toMatchObject({ since: at('2027-03-08', '15:00'), metAt: null })
  })
  test('to say thanks begins nothing and ends no pause', () => {
    const item = aComplaint(MONDAY, begun, wrote(at('2027-03-08', '15:00'), true))
    expect(caseClocks(item, RULES)).toEqual(caseClocks(aComplaint(MONDAY, begun), RULES))
    const paused = aComplaint(MONDAY, waits(at('2027-03-08', '14:00')), wrote(at('2027-03-08', '15:00'), true))
    expect(due(paused, 'resolve')).toBeNull()
  })
})

test('a proposal meets its clock and the law; reopening counts the company’s clocks anew and not the law', () => {
  const proposed = moved(at('2027-03-09', '09:00'), 'follow-up')
  const item = aComplaint(MONDAY, proposed)
  expect(clockOf(item, 'propose')).toMatchObject({ metAt: proposed.at })
  expect(clockOf(item, 'law')).toMatchObject({ metAt: proposed.at })
  const again = aComplaint(
    MONDAY,
    closingOn('2027-03-09', { at: at('2027-03-09', '11:00') }),
    reopenedBy('Mai', at('2027-03-17', '10:00')),
  )
  expect(due(again, 'acknowledge')).toBe(at('2027-03-18', '10:00'))
  expect(clockOf(again, 'law')).toMatchObject({ since: MONDAY, metAt: null, dueAt: due(item, 'law') })
})

test('that it goes up or down, or to another desk, takes nobody’s time away', () => {
  const passed: readonly WorkEvent[] = [
    { is: 'escalated', at: at('2027-03-08', '16:00'), by: STAFF, to: 'head', because: 'khách đòi gặp' },
    { is: 'handed-back', at: at('2027-03-09', '08:30'), by: STAFF, because: 'đã nói chuyện' },
    { is: 'assigned', at: at('2027-03-09', '08:40'), by: STAFF, to: { is: 'team', team: 'Kho' } },
  ]
  expect(caseClocks(aComplaint(MONDAY, ...passed), RULES)).toEqual(caseClocks(aComplaint(MONDAY), RULES))
})

test('a reminder at the very end of a day rings when work begins again', () => {
  // Half of a working day of 7.5 h from Monday 13:15 is Monday 17:00.
  const item = aComplaint(at('2027-03-08', '13:15'))
  const clock = clockOf(item, 'acknowledge')
  const { remind, escalate } = clock ? remindersOf(item, clock, RULES) : { remind: [], escalate: [] }
  expect(remind).toEqual([
    { percent: 50, at: at('2027-03-09', '08:00') },
    { percent: 80, at: at('2027-03-09', '10:15') },
    { percent: 100, at: at('2027-03-09', '13:15') },
  ])
  expect(escalate).toEqual([{ percent: 100, to: 'lead', at: at('2027-03-09', '13:15') }])
})

test('the night of a clock change in France is as long as it is', () => {
  const rules = theCompanyRules({
    company: { country: 'FR', zone: 'Europe/Paris' },
    calendars: [france],
    policies: [frenchPolicy],
    cases: CasePolicySchema.parse({
      workingTime: { week: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], hours: [{ from: '00:00', to: '06:00' }] }] },
    }),
  })
  // 28 March 2027: 02:00 to 03:00 does not exist, the night has five hours. 31 October: it has seven.
  const spring = instantAt('2027-03-28', '00:00', 'Europe/Paris')
  expect(due(aComplaint(spring, graded(spring, 's2')), 'acknowledge', rules)).toBe(
    instantAt('2027-03-28', '05:00', 'Europe/Paris'),
  )
  const autumn = instantAt('2027-10-31', '00:00', 'Europe/Paris')
  expect(due(aComplaint(autumn, graded(autumn, 's2')), 'acknowledge', rules)).toBe(
    instantAt('2027-10-31', '03:00', 'Europe/Paris'),
  )
})

describe('whatever happens', () => {
  const EVENTS = ['wait', 'write', 'thank', 's1', 's2', 's3', 's4', 'move', 'note', 'close', 'reopen'] as const
  const anEvent = fc.record({ is: fc.constantFrom(...EVENTS), hours: fc.integer({ min: 1, max: 60 }) })
  const aHistory = fc.array(anEvent, { maxLength: 14 }).map((steps) => {
    let ms = Date.parse(MONDAY)
    const events = steps.map(({ is, hours }): WorkEvent => {
      ms += hours * 1_800_000
      const when = new Date(ms).toISOString()
      if (is === 'wait') return waits(when)
      if (is === 'write') return wrote(when)
      if (is === 'thank') return wrote(when, true)
      if (is === 'move') return moved(when, 'propose')
      if (is === 'note') return notedBy('Hạnh', 'x', when)
      if (is === 'close') return closingOn(localDateAt(when, 'Asia/Ho_Chi_Minh'), { at: when })
      return is === 'reopen' ? reopenedBy('Mai', when) : graded(when, is)
    })
    return aComplaint(MONDAY, ...events)
  })
  const someDays = fc.uniqueArray(fc.integer({ min: 8, max: 31 }), { maxLength: 6 })
  const rulesWithout = (days: readonly number[], policy: Partial<CasePolicy> = {}) =>
    theCompanyRules({
      cases: { ...CASES, ...policy },
      company: {
        calendar: {
          overrides: {
            dayOff: days.map((day) => `2027-03-${String(day).padStart(2, '0')}`),
            workingDay: [],
            halfDay: [],
            dayOffOccasions: [],
          },
        },
      },
    })

  test('recomputing gives the same clocks, by any calendar; and taking the edit of a calendar back gives those of before', () => {
    fc.assert(
      fc.property(aHistory, someDays, (item, days) => {
        const before = caseClocks(item, RULES)
        const edited = caseClocks(item, rulesWithout(days))
        expect(caseClocks(JSON.parse(JSON.stringify(item)), rulesWithout(days))).toEqual(edited.map(comparable))
        expect(caseClocks(item, rulesWithout([])).map(comparable)).toEqual(before.map(comparable))
        for (const [place, clock] of edited.entries()) {
          const was = before[place]
          if (clock.is === 'law' || !clock.dueAt || !was?.dueAt) continue
          // A day off more never makes anything due earlier.
          expect(clock.dueAt >= was.dueAt).toBe(true)
        }
      }),
    )
  })

  test('what is due is due in worked time, and an open case always has a next step', () => {
    fc.assert(
      fc.property(aHistory, someDays, (item, days) => {
        const rules = rulesWithout(days)
        const time = workingTimeOf(rules)
        expect(nextOfCase(item, rules).dueAt >= MONDAY).toBe(true)
        for (const { is, dueAt, by } of caseClocks(item, rules)) {
          const isAlways = by !== null && CASES.severities[by.severity].clocks.time === 'around-the-clock' && is !== 'ask-again'
          if (dueAt === null || is === 'law' || isAlways || time.is !== 'hours') continue
          const [date, clock] = [localDateAt(dueAt, time.zone), localTimeAt(dueAt, time.zone)]
          expect(time.hoursOn(date).some(({ from, to }) => from <= clock && clock <= to)).toBe(true)
        }
      }),
    )
  })

  test('a longer pause never makes anything due earlier', () => {
    const hours = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(hours, hours, hours, fc.constantFrom(...SEVERITIES), (begin, length, more, severity) => {
        const hour = (n: number) => new Date(Date.parse(MONDAY) + n * 3_600_000).toISOString()
        const paused = (for_: number) =>
          due(aComplaint(MONDAY, graded(MONDAY, severity), waits(hour(begin)), wrote(hour(begin + for_))), 'resolve') ?? '~'
        expect(paused(length + more) >= paused(length)).toBe(true)
        expect(paused(length) >= paused(0)).toBe(true)
      }),
    )
  })

  test('more time in the policy never makes anything due earlier', () => {
    const amount = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(aHistory, amount, amount, (item, one, two) => {
        const dueWith = (hours: number) => {
          const severities = Object.fromEntries(
            SEVERITIES.map((severity) => {
              const rules = CASES.severities[severity]
              return [severity, { ...rules, clocks: { ...rules.clocks, resolve: { amount: hours, unit: 'hours' } } }]
            }),
          ) as CasePolicy['severities']
          return due(item, 'resolve', with_({ severities })) ?? '~'
        }
        expect(dueWith(Math.max(one, two)) >= dueWith(Math.min(one, two))).toBe(true)
      }),
    )
  })
})

/** Without the function in which working time stands. */
const comparable = (clock: ReturnType<typeof caseClocks>[number]) => ({
  ...clock,
  budget: clock.budget && { ...clock.budget, time: expect.objectContaining({ is: clock.budget.time.is }) },
})
