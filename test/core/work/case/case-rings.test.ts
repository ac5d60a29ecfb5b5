/** What a case rings for: each thing once, whatever its history, and nothing once it is done, closed or full. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import type { Severity } from '#core/campaign/case-terms.ts'
import { waitsFor } from '#core/staff/waits-for.ts'
import { instantAt } from '#core/time/zone.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { type CaseRing, nextRingAt, ringsToCome } from '#core/work/case/case-rings.ts'
import { type CaseAbout, escalationOf } from '#core/work/case/case-standing.ts'
import { nextMatter } from '#core/work/case/ring-matter.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { askedCompensation } from '#test/support/compensation-builders.ts'
import { askedDepartment } from '#test/support/question-builders.ts'
import { aPerson, assignedTo, closingOn, notedBy, openedAt, reopenedBy, storedCase } from '#test/support/work-builders.ts'

const LUNCH = [
  {
    weekdays: [1, 2, 3, 4, 5],
    hours: [
      { from: '08:00', to: '11:30' },
      { from: '13:00', to: '17:00' },
    ],
  },
]
const RULES = theCompanyRules({ cases: CasePolicySchema.parse({ workingTime: { week: LUNCH } }) })
const HANH = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const
const MAI = { is: 'staff', name: 'Mai', address: 'mai@example.com' } as const
const SYSTEM = { is: 'system' } as const
const at = (day: string, time: string) => instantAt(day, time, 'Asia/Ho_Chi_Minh')
// 8 March 2027 is a Monday.
const MONDAY = at('2027-03-08', '10:00')

const graded = (when: string, severity: Severity): CaseEvent => ({
  is: 'severity-set',
  at: when,
  by: HANH,
  severity,
  because: { is: 'reason', text: 'khách quen' },
})
const aCase = (...later: readonly WorkEvent[]): Case =>
  storedCase({ events: [openedAt(MONDAY), ...later] as unknown as Case['events'] })
const up = (when: string, to: 'lead' | 'head', by: typeof MAI | typeof SYSTEM = MAI): CaseEvent => ({
  is: 'escalated',
  at: when,
  by,
  to,
  because: 'khách dọa kiện',
})
const told = (when: string, since: string, to: { address: string; name: string } | null): CaseEvent => ({
  is: 'alerted',
  at: when,
  by: SYSTEM,
  since,
  to,
})
const MAI_TOLD = { address: MAI.address, name: MAI.name }

/** As the handler notes it. */
function noted(item: Case, ring: CaseRing, now: string): Case {
  const add = (event: CaseEvent): Case => ({ ...item, events: [...item.events, event] as unknown as Case['events'] })
  switch (ring.is) {
    case 'remind':
      return add({
        is: 'reminded',
        at: now,
        by: SYSTEM,
        clocks: [{ clock: ring.clock, since: ring.since, percent: ring.percent }],
        to: null,
      })
    case 'escalate':
      return add({
        ...{ is: 'escalated', at: now, by: SYSTEM, to: ring.to, because: '' },
        clock: { clock: ring.clock, since: ring.since, percent: ring.percent },
      })
    case 'alert':
      return add(told(now, ring.since, { address: `${ring.turn}@example.com`, name: `${ring.turn}` }))
    case 'news':
      return add({ is: 'told-news', at: now, by: SYSTEM, news: ring.news, to: MAI_TOLD })
  }
}

function keyOf(ring: CaseRing) {
  if (ring.is === 'alert') return `alert ${ring.since} ${ring.turn}`
  return ring.is === 'news' ? `news ${JSON.stringify(ring.news)}` : `${ring.is} ${ring.clock} ${ring.since} ${ring.percent}`
}

describe('reminders', () => {
  test('at 50, 80 and 100 % of each clock, inside working time; what falls on lunch or a night waits for the next opening', () => {
    const item = aCase(graded(MONDAY, 's2'), notedBy('Hạnh', 'đã gọi', at('2027-03-08', '10:30')))
    // propose: 7.5 h from Monday 10:00: half of it at 15:15, 80 % (6 h) would be at 17:30.
    const propose = ringsToCome(item, RULES).flatMap((ring) =>
      ring.is === 'remind' && ring.clock === 'propose' ? [[ring.percent, ring.at]] : [],
    )
    expect(propose).toEqual([
      [50, at('2027-03-08', '15:15')],
      [80, at('2027-03-09', '08:30')],
      [100, at('2027-03-09', '10:00')],
    ])
  })
  test('of the gravest ring at night', () => {
    const night = at('2027-03-13', '23:30')
    const item = storedCase({ events: [openedAt(night), graded(night, 's1')] })
    expect(nextRingAt(item, RULES)).toBe(at('2027-03-14', '00:00'))
  })
  test('were sent once, also when the severity or a pause moves them afterwards', () => {
    const item = aCase()
    const [first] = ringsToCome(item, RULES)
    if (!first) throw new Error('nothing rings')
    const after = noted(item, first, first.at)
    for (const event of [graded(first.at, 's2'), { is: 'waiting', at: first.at, by: HANH, note: 'xin ảnh' } as const])
      expect(ringsToCome({ ...after, events: [...after.events, event] as never }, RULES).map(keyOf)).not.toContain(keyOf(first))
  })
  test('begin anew when a case is reopened', () => {
    const later = at('2027-03-10', '09:00')
    const item = aCase(closingOn('2027-03-09'), reopenedBy('Mai', later))
    for (const ring of ringsToCome(item, RULES)) expect(ring.at > later).toBe(true)
    expect(nextRingAt(aCase(closingOn('2027-03-09')), RULES)).toBeNull()
  })
})

describe('going up', () => {
  test('by time, only upwards, and what a hand-back has seen takes it up no more', () => {
    const item = aCase(graded(MONDAY, 's2'))
    const steps = (of: Case) =>
      ringsToCome(of, RULES).flatMap((ring) => (ring.is === 'escalate' ? [`${ring.to} ${ring.at}`] : []))
    expect(steps(item)[0]).toBe(`head ${at('2027-03-08', '15:30')}`)
    expect(steps(aCase(graded(MONDAY, 's2'), up(at('2027-03-08', '11:00'), 'head')))).toEqual([])
    const back: CaseEvent = { is: 'handed-back', at: at('2027-03-08', '15:30'), by: MAI, because: 'gọi được rồi' }
    expect(steps(aCase(graded(MONDAY, 's2'), up(at('2027-03-08', '11:00'), 'head'), back))[0]).toBe(
      `head ${at('2027-03-09', '10:00')}`,
    )
  })
  test('the first is told at once, the next after half an hour of working time, until one takes it up', () => {
    const since = at('2027-03-08', '11:15')
    const alert = (...later: readonly WorkEvent[]) =>
      ringsToCome(aCase(assignedTo(aPerson('hanh'), MONDAY), up(since, 'lead', SYSTEM), ...later), RULES).find(
        ({ is }) => is === 'alert',
      )
    expect(alert()).toMatchObject({ at: since, turn: 0 })
    const first = told(since, since, MAI_TOLD)
    // Fifteen minutes before lunch, fifteen after it.
    expect(alert(first)).toMatchObject({ at: at('2027-03-08', '13:15'), turn: 1 })
    // Its owner knows of it anyway, and who only notes a word, corrects a theme or adds to it has not taken it up.
    const bao = { is: 'staff', name: 'Bảo', address: 'bao@example.com' } as const
    for (const event of [
      { ...notedBy('Hạnh', 'đang chờ kho', since), by: HANH },
      { ...notedBy('Bảo', 'khách gọi lại, rất giận', since), by: bao },
      { is: 'theme-set', at: since, by: bao, theme: 'delivery', as: 'added' },
      { is: 'customer-wrote', at: since, by: bao, note: 'khách gọi lại' },
      { ...assignedTo(aPerson('bao'), since), by: bao },
    ] as readonly WorkEvent[])
      expect(alert(first, event)).toMatchObject({ turn: 1 })
    for (const event of [
      { is: 'seen', at: since, by: MAI },
      { ...notedBy('Mai', 'tôi xem', since), by: MAI },
      assignedTo(aPerson('mai'), since),
    ] as const)
      expect(alert(first, event)).toBeUndefined()
    expect(alert(first, told(since, since, null))).toBeUndefined()
  })
  test('a complaint that comes back is its owner’s, and goes up anew by the clocks of its new round', () => {
    const back = at('2027-03-11', '09:00')
    const before = [
      up(at('2027-03-08', '11:00'), 'lead', SYSTEM),
      told(at('2027-03-08', '11:00'), at('2027-03-08', '11:00'), MAI_TOLD),
      { is: 'seen', at: at('2027-03-08', '11:10'), by: MAI },
      { is: 'closed', at: at('2027-03-09', '16:00'), on: '2027-03-09', by: MAI, note: null, reached: true },
      { is: 'reopened', at: back, by: SYSTEM, because: 'chưa giải quyết' },
    ] as readonly WorkEvent[]
    const item = aCase(...before)
    expect([raisedOf(item), escalationOf(item)]).toEqual([null, null])
    const ups = (of: Case) => ringsToCome(of, RULES).flatMap((ring) => (ring.is === 'escalate' ? [`${ring.to} ${ring.at}`] : []))
    const neverUp = aCase(...before.slice(3))
    expect(ups(item)).toEqual(ups(neverUp))
    expect(ups(item).length).toBeGreaterThan(0)
    const since = at('2027-03-12', '10:00')
    expect(ringsToCome(aCase(...before, up(since, 'lead', SYSTEM)), RULES).find(({ is }) => is === 'alert')).toMatchObject({
      at: since,
      turn: 0,
    })
  })
  test('by hand: who took it up there does not take it up by what they do next', () => {
    const since = at('2027-03-08', '11:15')
    const item = aCase(up(since, 'head'), { ...notedBy('Mai', 'mong chị xem', since), by: MAI })
    expect(raisedOf(item)).toMatchObject({ to: 'head', since, takenUp: null })
    const mai = { address: MAI.address, name: 'Mai', role: 'lead' } as const
    expect([waitsFor(item, mai), waitsFor(item, { ...mai, address: 'chau@example.com', role: 'head' })]).toEqual([false, true])
    expect(waitsFor(item, { address: 'bao@example.com', name: 'Bảo', role: 'agent' })).toBe(false)
    // It went past another lead too, until its turn comes to them.
    const ly = { address: 'ly@example.com', name: 'Ly', role: 'lead' } as const
    expect(waitsFor(item, ly)).toBe(false)
    expect(waitsFor(aCase(...item.events.slice(1), told(since, since, ly)), ly)).toBe(true)
  })
})

describe('of any history', () => {
  const moments = ['10:30', '12:00', '15:45', '23:00'].flatMap((time) =>
    [8, 9, 10, 12].map((day) => at(`2027-03-${day < 10 ? `0${day}` : day}`, time)),
  )
  const events = fc
    .array(
      fc.tuple(
        fc.constantFrom(...moments),
        fc.constantFrom<(when: string) => WorkEvent>(
          (when) => graded(when, 's1'),
          (when) => graded(when, 's3'),
          (when) => graded(when, 's4'),
          (when) => ({ is: 'waiting', at: when, by: HANH, note: 'x' }),
          (when) => ({ is: 'customer-wrote', at: when, by: SYSTEM, note: 'x' }),
          (when) => ({ is: 'moved', at: when, by: HANH, to: 'follow-up', note: 'x' }),
          (when) => up(when, 'lead'),
          (when) => ({ is: 'handed-back', at: when, by: MAI, because: 'x' }),
          (when) => ({ ...notedBy('Mai', 'x', when), by: MAI }),
          (when) => askedDepartment({ at: when, questionId: when }),
          (when) => ({
            is: 'department-answered',
            at: when,
            by: SYSTEM,
            questionId: when,
            said: { is: 'link', name: 'Lan' },
            text: 'x',
          }),
          (when) => askedCompensation({ at: when, compensationId: when }),
        ),
      ),
      { maxLength: 8 },
    )
    .map((all) => all.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([when, make]) => make(when)))

  test('what was noted never rings again, and in the end nothing is left that is due', () => {
    fc.assert(
      fc.property(events, (later) => {
        let item = aCase(...later)
        const now = at('2027-04-30', '16:00')
        const seen = new Set<string>()
        for (let step = 0; step < 60; step++) {
          const ring = ringsToCome(item, RULES).find((one) => one.at <= now)
          if (!ring) return true
          expect(seen.has(keyOf(ring))).toBe(false)
          seen.add(keyOf(ring))
          // In the end nobody is left to tell.
          item =
            ring.is === 'alert' && ring.turn >= 3
              ? { ...item, events: [...item.events, told(now, ring.since, null)] as never }
              : noted(item, ring, now)
        }
        return false
      }),
    )
  })

  test('rings lie in the order of their times, and a mail settles all that is due of its clocks', () => {
    fc.assert(
      fc.property(events, fc.constantFrom(...moments), (later, now) => {
        const item: CaseAbout & Case = aCase(...later)
        const rings = ringsToCome(item, RULES)
        expect(rings.map((ring) => ring.at)).toEqual(rings.map((ring) => ring.at).toSorted())
        const due = rings.filter((ring) => ring.at <= now)
        const matter = nextMatter(item.workId, due)
        if (due.length === 0) expect(matter).toBeUndefined()
        else if (matter?.is === 'news') expect(matter.about).not.toContain(item.workId)
        else if (matter?.is === 'remind') {
          expect(matter.points).toHaveLength(due.length)
          expect(matter.about).not.toContain(item.workId)
        }
        return true
      }),
    )
  })
})
