/** What happened next counts for a part wherever it happened: who came back, or answered again, need not have done so in the same part. */
import { describe, expect, test } from 'vitest'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { anAnswerFact, aWorkFact } from '#test/support/fact-builders.ts'
import type { World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-02-01', to: '2027-02-28' }, today: '2027-09-01', zone: 'Asia/Ho_Chi_Minh' }
const NONE = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as World

function ofPart(world: Partial<World>, id: KpiId, part: readonly [by: string, is: string]) {
  const rollUp = rollUpsOf({ ...NONE, ...world }, asked).find(
    ({ segment }) => segment.by !== 'all' && segment.by === part[0] && segment.is === part[1],
  )
  const kpi = rollUp?.kpis.find((one) => one.id === id)
  return [kpi?.numerator, kpi?.denominator]
}

type Row = World['work'][number]
type Over = Partial<Row>
/** A case about one thing, opened on a day and closed two days later unless it stays open. */
function aCase(item: bigint, date: number, over: Over, isClosed = true): readonly Row[] {
  const of = { item, person: 7n, kind: 'case', reason: 'complaint', severity: 's3', ...over }
  const on = (at: number) => `2027-02-${String(at).padStart(2, '0')}`
  const row = (event: string, event_no: number, at: number, more: Over = {}): Row => ({
    ...aWorkFact({ ...of, event, event_no, happened_at: `${on(at)}T03:00:00.000Z`, ...more }),
    day: on(at),
  })
  return [
    row('opened', 0, date),
    row('described', 1, date, { category: 'late' }),
    ...(isClosed ? [row('closed', 2, date + 2)] : []),
  ]
}

describe('a customer whose case was closed, and who came with the same', () => {
  test.each([
    ['tier', { tier: 'silver' }, { tier: 'gold' }, 'silver', 'gold'],
    ['team', { team: 'north' }, { team: 'south' }, 'north', 'south'],
    ['campaign', { campaign: 'tet' }, { campaign: 'birthday' }, 'tet', 'birthday'],
  ] as const)('in another %s came back', (by, first, second, was, is) => {
    const work = [...aCase(1n, 1, first), ...aCase(2n, 6, second, false)]
    expect(ofPart({ work }, 'fcr-no-repeat', [by, was])).toEqual([0, 1])
    expect(ofPart({ work }, 'repeat-rate', [by, is])).toEqual([1, 1])
    expect(ofPart({ work }, 'repeat-rate', [by, was])).toEqual([0, 1])
  })
})

describe('a customer who gave 3, and 9 a month later', () => {
  const answered = (day: string, over: Partial<World['answers'][number]>): World['answers'][number] => ({
    ...anAnswerFact({ happened_at: `${day}T03:00:00.000Z`, ...over }),
    day,
  })

  test.each([
    ['tier', { tier: 'silver' }, { tier: 'gold' }, 'silver', 'gold'],
    ['campaign', { campaign: 'nps' }, { campaign: 'nps-after-tet' }, 'nps', 'nps-after-tet'],
  ] as const)('in another %s is recovered for the first', (by, low, high, was, is) => {
    const answers = [
      answered('2027-02-03', { score: 3, ...low }),
      answered('2027-03-06', { score: 9, invited_on: '2027-03-05', ...high }),
    ]
    expect(ofPart({ answers }, 'recovered-detractors', [by, was])).toEqual([1, 1])
    const other = ofPart({ answers }, 'recovered-detractors', [by, is])
    expect(other[0] ?? 0).toBe(0)
  })
})
