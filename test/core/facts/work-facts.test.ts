/** What the facts say of each event of an item of work. */

import { expect, test } from 'vitest'
import { NOBODY } from '#core/facts/who.ts'
import { workFacts } from '#core/facts/work-facts.ts'
import { localDateAt } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { askedCompensation, COMPENSATION } from '#test/support/compensation-builders.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'
import {
  aPerson,
  assignedTo,
  closedWork,
  closingOn,
  notedBy,
  openedAt,
  storedCase,
  storedWork,
} from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const known = { who: NOBODY, numberOf: () => 1n, rules }

test('an event names the team on whose desk the item lay after it, not where it lies now', () => {
  const toTeam = assignedTo({ is: 'team', team: 'Chăm sóc' }, '2027-02-06T03:00:00.000Z')
  const events = [openedAt(AN_INSTANT), toTeam, assignedTo(aPerson('lan', 'Kỹ thuật'), '2027-02-07T03:00:00.000Z')] as const
  const facts = workFacts(storedCase({ events: [...events] }), known)
  expect(facts.map(({ team }) => team)).toEqual([null, 'Chăm sóc', 'Kỹ thuật'])
})

test('only an opening says by when staff are to begin, also once they were told another time', () => {
  const opened = storedWork()
  const later = { ...opened, events: [...opened.events, notedBy('Mai', 'a')] } as typeof opened
  const [first, second] = workFacts(later, known)
  expect(first?.begin_by).toBe(deadlinesOf(opened, rules).begin)
  expect(second?.begin_by).toBeNull()
})

test('an end says whether the customer was spoken with, and that there was nothing to say', () => {
  const [, reached] = workFacts(closedWork(storedCase(), '2027-02-08', { reached: true }), known)
  expect(reached).toMatchObject({ event: 'closed', reached: true, not_needed: false, ended_as: null })
  const [, needless] = workFacts(closedWork(storedCase(), '2027-02-08', { contact: 'not-needed' }), known)
  expect(needless).toMatchObject({ reached: null, not_needed: true })
})

test('an end says what staff said of the first contact, and nothing where they said nothing', () => {
  const [opened, first] = workFacts(closedWork(storedCase(), '2027-02-08', { atFirst: false }), known)
  expect([opened?.solved_at_first, first?.solved_at_first]).toEqual([null, false])
  expect(workFacts(closedWork(storedCase(), '2027-02-08'), known).map((fact) => fact.solved_at_first)).toEqual([null, null])
})

test('a call task says how it ended, and a case has no such end', () => {
  const ended = { ...storedWork(), events: [...storedWork().events, closingOn('2027-02-08', { as: 'exhausted' })] }
  expect(workFacts(ended as ReturnType<typeof storedWork>, known).map(({ ended_as }) => ended_as)).toEqual([null, 'exhausted'])
})

test('a case says how grave it was after each event, to which step it went, and its category: no word of what was said', () => {
  const by = { is: 'staff', name: 'Hạnh' } as const
  const at = '2027-02-06T04:00:00.000Z'
  const grade = {
    is: 'severity-set',
    at: AN_INSTANT,
    by: { is: 'system' },
    severity: 's2',
    because: { is: 'rule', rule: 'words' },
  } as const
  const item = storedCase({
    events: [
      openedAt(AN_INSTANT),
      grade,
      { is: 'described', at, by, category: 'delivery', fields: { 'order-id': 'HD-1' }, because: 'khách nói giao chậm' },
      { is: 'moved', at, by, to: 'follow-up', note: 'đổi hộp trà' },
      { ...grade, at, by, severity: 's4', because: { is: 'reason', text: 'khách đã vui' } },
      { is: 'escalated', at, by: { is: 'staff', name: 'Mai' }, to: 'head', because: 'gấp' },
    ],
  })
  const facts = workFacts(item, known)
  expect(facts.map(({ event, severity, moved_to, category }) => [event, severity, moved_to, category])).toEqual([
    ['opened', 's3', null, null],
    ['severity-set', 's2', null, null],
    ['described', 's2', null, 'delivery'],
    ['moved', 's2', 'follow-up', null],
    ['severity-set', 's4', null, null],
    ['escalated', 's4', null, null],
  ])
  expect(facts.map(({ by_staff }) => by_staff)).toEqual([false, false, true, true, true, true])
  expect(JSON.stringify(facts, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /HD-1|giao chậm|hộp trà|vui|gấp|Mai/,
  )
})

test('compensation says what it cost where the customer has it, and no word of why', () => {
  const by = { is: 'staff', name: 'Hạnh' } as const
  const given = {
    is: 'compensation-given',
    at: AN_INSTANT,
    by,
    compensationId: COMPENSATION,
    amount: 200_000,
    note: 'chuyển khoản',
  } as const
  const facts = workFacts(storedCase({ events: [openedAt(AN_INSTANT), askedCompensation(), given] }), known)
  expect(facts.map(({ event, amount, currency }) => [event, amount, currency])).toEqual([
    ['opened', null, null],
    ['compensation-asked', null, null],
    ['compensation-given', 200_000n, 'VND'],
  ])
  expect(JSON.stringify(facts, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/mốc|chuyển/)
})

test('work that is no case has none of it', () => {
  expect(workFacts(storedWork(), known)).toMatchObject([{ severity: null, moved_to: null, category: null, amount: null }])
})

test('an event lies on the day in the zone of the company', () => {
  const item = storedWork({ events: [openedAt('2027-02-06T17:30:00.000Z')] })
  expect(workFacts(item, known).map(({ day }) => day)).toEqual([localDateAt('2027-02-06T17:30:00.000Z', rules.company.zone)])
  expect(workFacts(item, known)[0]?.day).toBe('2027-02-07')
})
