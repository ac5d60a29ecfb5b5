import { expect, test } from 'vitest'
import type { DayLine } from '#core/work/day-list/day-line.ts'
import { MOST_NEW_UNTOLD, mailsDue, workMark } from '#core/work/day-list/mails-due.ts'

const [LEAD, HANH, BAO] = ['mai@example.com', 'hanh@example.com', 'bao@example.com']
const line = (workId: string, agent: string | null, over: Partial<DayLine> = {}): DayLine => ({
  workIds: [workId],
  customerIds: [`c-${workId}`],
  agent,
  isWorked: false,
  why: [],
  ...over,
})
const asked = (lines: readonly DayLine[], told: Parameters<typeof mailsDue>[0]['told'] = []) =>
  mailsDue({ list: { lines }, told, members: [LEAD, HANH, BAO], lead: LEAD })
const many = (agent: string, count: number, from = 0) => Array.from({ length: count }, (_, at) => line(`w${from + at}`, agent))

test('each who has lines gets theirs, the lead the whole list, and a person without lines nothing', () => {
  expect(asked([line('a', HANH), line('b', LEAD), line('c', null), line('d', HANH)])).toEqual([
    { address: LEAD, kind: 'team', number: 1, workIds: ['b'] },
    { address: HANH, kind: 'mine', number: 1, workIds: ['a', 'd'] },
  ])
})

test('an empty list, and one that is worked off, is nobody’s mail', () => {
  expect(asked([])).toEqual([])
  expect(asked([line('a', HANH, { isWorked: true })])).toEqual([])
})

test('whoever left the team is told nothing, also where lines lie with them still', () => {
  expect(mailsDue({ list: { lines: [line('a', 'left@example.com')] }, told: [], members: [HANH], lead: null })).toEqual([])
})

test('what was told is not told again; a few new lines are not told, more than a few are, once', () => {
  const told = [
    { address: LEAD, number: 1, named: [] },
    { address: HANH, number: 1, named: ['w0'].map(workMark) },
  ]
  expect(asked(many(HANH, MOST_NEW_UNTOLD + 1), told)).toEqual([])
  const list = many(HANH, MOST_NEW_UNTOLD + 2)
  const due = asked(list, told)
  expect(due).toEqual([{ address: HANH, kind: 'more', number: 2, workIds: ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'] }])
  expect(asked(list, [...told, ...due.map((mail) => ({ ...mail, named: mail.workIds.map(workMark) }))])).toEqual([])
  const later = [...list, ...many(HANH, MOST_NEW_UNTOLD + 1, 100)]
  expect(asked(later, [...told, ...due.map((mail) => ({ ...mail, named: mail.workIds.map(workMark) }))])).toMatchObject([
    { kind: 'more', number: 3 },
  ])
})

test('a line that gained another reason is the line that was told; one that was worked is not told', () => {
  const told = [{ address: HANH, number: 1, named: ['w0', 'w1', 'w2', 'w3', 'w4', 'w5'].map(workMark) }]
  const grown = many(HANH, 6).map((each) => ({ ...each, workIds: [`new-${each.workIds[0]}`, ...each.workIds] }))
  expect(asked([...grown, line('z', BAO)], [...told, { address: LEAD, number: 1, named: [] }])).toMatchObject([{ address: BAO }])
  const worked = many(BAO, 9, 50).map((each) => ({ ...each, isWorked: true }))
  expect(asked(worked, [{ address: BAO, number: 1, named: [] }])).toEqual([])
})
