/**
 * What all cases of a period stand for is never above its limit, by the cases and by the book. Each booking has its event and each event its booking; each
 * compensation is asked for once and ended once, approved by another member of staff than the one who asked for it, and what staff were told of it stands in the case.
 */
import type { CaseEventFacts, CaseEvidence } from '#local/torture/cases/case-evidence.ts'
import { actsNamed, type CaseLog, isDone } from '#local/torture/cases/case-log.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

/** One compensation, by its events alone. */
interface Told {
  readonly workId: string
  readonly customerId: string | null
  readonly compensationId: string
  readonly amount: number
  readonly period: string
  readonly asked: number
  readonly askedBy: string | undefined
  readonly approvals: readonly CaseEventFacts[]
  readonly ends: readonly CaseEventFacts[]
}

const ENDS: ReadonlySet<string> = new Set(['compensation-refused', 'compensation-withdrawn', 'compensation-given'])

export function compensationExact({ desk: { cases: evidence } }: Evidence): readonly Breach[] {
  const told = compensationsTold(evidence)
  return [...overspent(told, evidence), ...booked(told, evidence), ...told.flatMap(endsOnce), ...actsBelied(told, evidence.log)]
}

export const compensationsTold = ({ cases }: Pick<CaseEvidence, 'cases'>): readonly Told[] =>
  cases.flatMap(({ workId, customerId, events }) =>
    [...Map.groupBy(events, ({ compensationId }) => compensationId ?? '')].flatMap(([compensationId, own]) => {
      if (compensationId === '') return []
      const asked = own.filter(({ is }) => is === 'compensation-asked')
      return {
        ...{ workId, customerId, compensationId, amount: asked[0]?.amount ?? 0, period: asked[0]?.period ?? '' },
        ...{ asked: asked.length, askedBy: asked[0]?.address },
        approvals: own.filter(({ is }) => is === 'compensation-approved'),
        ends: own.filter(({ is }) => ENDS.has(is)),
      }
    }),
  )

const isGiven = ({ ends }: Told): boolean => ends[0]?.is === 'compensation-given'
const sumOf = (all: readonly { readonly amount: number }[]): number => all.reduce((sum, { amount }) => sum + amount, 0)

function overspent(told: readonly Told[], { limit, book }: CaseEvidence): readonly Breach[] {
  const standing = Map.groupBy(
    told.filter((one) => one.ends.length === 0 || isGiven(one)),
    ({ period }) => period,
  )
  return [
    ...[...standing].map(([period, own]) => ({ period, sum: sumOf(own), by: 'the cases' })),
    ...book.map(({ period, open, given }) => ({ period, sum: sumOf(open) + given, by: 'the book' })),
  ].flatMap(({ period, sum, by }) =>
    sum > limit ? [breach('compensation-overspent', { occurrenceId: period, detail: `${sum} of ${limit} by ${by}` })] : [],
  )
}

function booked(told: readonly Told[], { book }: CaseEvidence): readonly Breach[] {
  const periods = new Set([...told.map(({ period }) => period), ...book.map(({ period }) => period)])
  return [...periods].flatMap((period) => {
    const { open = [], given = 0 } = book.find((one) => one.period === period) ?? {}
    const own = told.filter((one) => one.period === period)
    const gifts = sumOf(own.filter(isGiven))
    const [events, entries] = [own.filter(({ ends }) => ends.length === 0).map(nameOf), open.map(nameOf)]
    const inexact = (detail: string) => breach('compensation-inexact', { occurrenceId: period, detail })
    return [
      ...without(events, entries).map((name) => inexact(`${name}: in its case, and not booked`)),
      ...without(entries, events).map((name) => inexact(`${name}: booked, and not in its case`)),
      ...(gifts === given ? [] : [inexact(`${gifts} given by the cases, ${given} by the book`)]),
    ]
  })
}

const nameOf = ({ compensationId, workId, amount }: Pick<Told, 'compensationId' | 'workId' | 'amount'>): string =>
  `${compensationId} of ${workId} for ${amount}`

/** Each in the place of one: what stands twice is too much once. */
function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return names.filter((name) => {
    const at = left.indexOf(name)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}

function endsOnce({ workId, customerId, compensationId, asked, askedBy, approvals, ends }: Told): readonly Breach[] {
  const whose = { occurrenceId: workId, customerId }
  const own = approvals.some(({ address }) => address === askedBy)
  return [
    ...(asked === 1 && approvals.length <= 1 && ends.length <= 1
      ? []
      : [
          breach('compensation-twice', {
            ...whose,
            detail: `${compensationId}: asked for ${asked} times, approved ${approvals.length}, ended ${ends.length}`,
          }),
        ]),
    ...(own ? [breach('compensation-belied', { ...whose, detail: `${compensationId}: approved by who asked for it` })] : []),
  ]
}

const EVENTS = {
  ask: 'compensation-asked',
  approve: 'compensation-approved',
  refuse: 'compensation-refused',
  withdraw: 'compensation-withdrawn',
  give: 'compensation-given',
} as const

/** A person who was told that they gave it is the one in the case: else two have given it. */
function actsBelied(told: readonly Told[], log: CaseLog): readonly Breach[] {
  return actsNamed(log, 'compensate').flatMap((done) => {
    const { workId, does, agent } = done.act
    if (!isDone(done)) return []
    const one = told.find((each) => each.workId === workId && each.compensationId === does.compensationId)
    const stands =
      does.is === 'ask'
        ? one?.asked
        : does.is === 'approve'
          ? one?.approvals.length
          : one?.ends.some(({ is, address }) => is === EVENTS[does.is] && address === agent.address)
    if (stands) return []
    const detail = `${does.compensationId}: ${does.is} by ${agent.name} was done, and is not in the case`
    return [breach('compensation-belied', { occurrenceId: workId, customerId: one?.customerId ?? null, detail })]
  })
}
