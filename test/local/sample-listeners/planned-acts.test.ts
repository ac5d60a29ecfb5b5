import { describe, expect, test } from 'vitest'
import { SURVEY_KINDS, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { RATINGS } from '#core/survey/satisfaction-index.ts'
import { scoresOf } from '#core/survey/scale.ts'
import { plusMs } from '#core/time/instant.ts'
import { SHARES } from '#local/sample-listeners/habits.ts'
import { LATEST_ACT_MS, plannedActs } from '#local/sample-listeners/planned-acts.ts'
import { aMailAsRead, aMessage } from '#test/local/sample-listeners/mails.ts'

const ADDRESSES = Array.from({ length: 4_000 }, (_, n) => `person-${n}@example.${n % 3 === 0 ? 'net' : 'com'}`)
const actsOf = (asks: SurveyKind | null) =>
  ADDRESSES.map((address) => ({ address, acts: plannedActs(aMailAsRead({ address, asks })) }))

test('the same mail to the same person leads to the same acts, whatever id it was given; another day is another chance', () => {
  const again = (over: Parameters<typeof aMessage>[0]) =>
    ADDRESSES.map((address) => plannedActs(aMailAsRead({ address, asks: 'csat', message: aMessage(over) })))
  expect(again({ messageId: 'other' })).toEqual(again({}))
  const later = ADDRESSES.map((address) => plannedActs(aMailAsRead({ address, asks: 'csat', at: '2027-03-11T03:00:00.000Z' })))
  expect(later.map((acts) => acts.map(({ act }) => act))).not.toEqual(again({}).map((acts) => acts.map(({ act }) => act)))
})

describe.each(SURVEY_KINDS)('of those asked on the scale of %s', (kind) => {
  const people = actsOf(kind)
  const share = (holds: (act: (typeof people)[number]['acts'][number]['act']) => boolean) =>
    people.filter(({ acts }) => acts.some(({ act }) => holds(act))).length / people.length

  test('between a fifth and a quarter answer, and few only look', () => {
    const answered = share((act) => act.kind === 'answer') + (SHARES.survey['reply-score'] ?? 0) / 1_000
    expect(answered).toBeGreaterThan(0.19)
    expect(answered).toBeLessThan(0.26)
    expect(share((act) => act.kind === 'look')).toBeLessThan(0.05)
  })

  test('every score lies on the scale, and every band is seen', () => {
    const scores = people.flatMap(({ acts }) => acts.flatMap(({ act }) => (act.kind === 'answer' ? [act.score] : [])))
    const scale = kind === 'csi' ? RATINGS : scoresOf(kind)
    expect(scores.filter((score) => !scale.includes(score))).toEqual([])
    expect(new Set(scores).size).toBeGreaterThanOrEqual(Math.min(4, scale.length))
  })
})

test('a scanner is at work for one domain only, before anybody else, and opens mails of every kind', () => {
  for (const { address, acts } of [...actsOf('nps'), ...actsOf(null)]) {
    const scans = acts.filter(({ act }) => act.kind === 'scan')
    expect(scans).toHaveLength(address.endsWith('@example.net') ? 1 : 0)
    if (scans.length > 0) expect(acts[0]?.act.kind).toBe('scan')
  }
})

test('nothing is done before the mail came or later than promised, and who asked nothing gets no score', () => {
  for (const asks of [null, 'csat'] as const) {
    for (const { acts } of actsOf(asks)) {
      for (const { at, act } of acts) {
        expect(at > aMessage({}).at && at <= plusMs(aMessage({}).at, LATEST_ACT_MS)).toBe(true)
        if (asks === null) expect(['answer', 'look']).not.toContain(act.kind)
      }
    }
  }
})

describe('of those asked whether a case is solved', () => {
  const solved = 'http://pages.test/c/tok'
  const people = ADDRESSES.map((address) =>
    plannedActs(aMailAsRead({ address, asks: null, oneClick: null, solved, isOfCase: true })),
  )
  const says = people.map((acts) => acts.flatMap(({ act }) => (act.kind === 'say' ? [act.solved] : [])))
  const share = (said: readonly boolean[]) => says.filter((own) => own.join() === said.join()).length / says.length

  test('most are content, some are not, and some come back a day later', () => {
    expect(share([true])).toBeGreaterThan(0.38)
    expect(share([false])).toBeGreaterThan(0.12)
    expect(share([true, false])).toBeGreaterThan(0.03)
    expect(share([false, true])).toBe(0)
  })

  test('another mail of a case is answered by words alone', () => {
    const kinds = ADDRESSES.flatMap((address) =>
      plannedActs(aMailAsRead({ address, asks: null, oneClick: null, isOfCase: true })).map(({ act }) => act.kind),
    )
    expect(new Set(kinds)).toEqual(new Set(['scan', 'reply', 'absence']))
  })
})
