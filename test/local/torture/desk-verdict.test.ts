import { describe, expect, test } from 'vitest'
import { PROMISES, verdictOn } from '#local/torture/verdict.ts'
import {
  DUNG_SAID,
  desk,
  dungs,
  EM_SAID,
  HANDED,
  LISTS,
  log,
  PROMISE,
  PROMISED,
  ring,
  sentForms,
  waiting,
  withDesk,
} from '#test/local/torture/made-desk.ts'
import { PLANTED_AT_THE_DESK } from '#test/local/torture/planted-at-the-desk.ts'

const right = withDesk()
const [promised, kept] = DUNG_SAID

describe('the verdict on the desk', () => {
  test('is that every promise held, where everything was right', () => {
    const { breaches, figures } = verdictOn(right)
    expect(breaches).toEqual([])
    expect(figures).toMatchObject({ due: 3, mails: 3, outcomes: { sent: 3 } })
    expect(figures.desk).toMatchObject({ due: 2, tasks: 2, lines: { reached: 1, stopped: 1 }, rings: 3, logged: 3, promises: 1 })
  })

  test.each(PLANTED_AT_THE_DESK)('finds %s', (_what, kind, broken) => {
    const { ok, breaches } = verdictOn(broken)
    expect(ok).toBe(false)
    const [, promise] = Object.entries(PROMISES).find(([, { breaches: own }]) => own.includes(kind)) ?? []
    const found = promise?.check(broken).map((breach) => breach.kind) ?? []
    expect(found).toContain(kind)
    expect(breaches.map((breach) => breach.kind)).toContain(kind)
  })
})

test.each([
  ['the run ended before its day', waiting, { lists: LISTS.slice(0, 1) }],
  ['it stands on the list of its day', waiting, {}],
  [
    'it stands on a later list as broken',
    waiting,
    { lists: [{ ...LISTS[1]!, date: '2027-03-30', lines: [{ ...LISTS[1]!.lines[0]!, why: ['broken-promise'] }] }] },
  ],
  ['the customer wanted no more calls', waiting, dungs(PROMISE, { is: 'closed', at: PROMISED, as: 'stopped' })],
] as const)('a promise that was not kept is not lost where %s', (_what, over, more) => {
  const lost = PROMISES['promises stand']?.check(withDesk({ ...over, ...more }))
  expect(lost).toEqual([])
})

test('a call-back at the agreed time is no second call of the day, and what no answer confirmed may stand in the history or not', () => {
  const rings = [ring(), ring({ at: '2027-03-26T07:00:00.000Z', promisedAt: '2027-03-26T07:00:00.000Z' })]
  expect(PROMISES['rung once']?.check(withDesk({ log: log({ rings }) }))).toEqual([])
  const unsure = { ...kept!, answers: [] }
  const sentUnsure = sentForms(promised!, unsure, EM_SAID)
  for (const tasks of [dungs(PROMISE).tasks, desk().tasks])
    expect(PROMISES['attempts stand']?.check(withDesk({ log: log({ sent: sentUnsure }), tasks }))).toEqual([])
})

test('a row of the desk that says sent needs no mail', () => {
  expect(HANDED.rows.every((row) => row.onDesk)).toBe(true)
  expect(PROMISES['rows agree with the mailbox']?.check(right)).toEqual([])
})
