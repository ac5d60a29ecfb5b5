/** What customers answered: one answer of each customer counts, the last that no machine pressed. */
import { SCORED_KINDS, type ScoredKind } from '#core/campaign/survey-definition.ts'
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { append } from '#core/kpi/counting/append.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import { type PersonSet, personSet, those } from '#core/kpi/counting/persons.ts'
import { invitationKey } from '#core/kpi/counting/touch-counts.ts'
import { RECOVERY_DAYS } from '#core/kpi/recovered-detractors.ts'
import { countsOfScores, type ScoreCount } from '#core/kpi/score-counts.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { bandOf } from '#core/survey/scale.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, daysBetween, type LocalDate } from '#core/time/local-date.ts'

/** The answer of one response that counts, and none where only machines pressed. */
export interface StandingRow extends DatedFact<'answers'> {
  readonly person: bigint
}

/** Of all answers of one day, those that stand: the last of each invitation that is not suspect. */
export function standingRows(rows: readonly DatedFact<'answers'>[]): readonly StandingRow[] {
  const standing = new Map<string, StandingRow>()
  for (const row of rows) {
    const { person } = row
    if (row.suspect || person === null) continue
    const key = invitationKey(row)
    const before = standing.get(key)
    if (!before || before.answer_no < row.answer_no) standing.set(key, { ...row, person })
  }
  return [...standing.values()]
}

export interface AnswerCounts {
  readonly scores: Readonly<Partial<Record<ScoredKind, readonly ScoreCount[]>>>
  readonly answered: PersonSet
  /** Detractors of the period who answered again, and how they then answered. */
  readonly recovery: { readonly answeredAgain: number; readonly recovered: number }
}

/** Whose answers of everybody are asked for. */
export interface Answerers {
  readonly isOne?: (place: number) => boolean
  /** Detractors are those of this campaign; their next answer counts whichever campaign asked for it. */
  readonly campaign?: string
}

/** When an answer was given, and to which occurrence's invitation. */
export interface Given {
  readonly at: Instant
  readonly occurrenceId: string
}

export const givenIn = ({ happened_at: at, campaign: campaignId, invited_on: date }: StandingRow): Given => ({
  at,
  occurrenceId: occurrenceIdOf({ campaignId, date }),
})

interface Scored extends Given {
  readonly campaign: string
  readonly day: LocalDate
  readonly score: number
}

export function answerCounter({ period, persons }: Omit<CountedPeriod, 'purchases'>) {
  const last = new Map<ScoredKind, Map<number, Scored>>()
  const nps = new Map<number, Scored[]>()
  const answered = personSet()
  const until = addDays(period.to, RECOVERY_DAYS)

  const add = (row: StandingRow): void => {
    const kind = SCORED_KINDS.find((scored) => scored === row.survey_kind)
    const place = persons.placeOf(row.person)
    const isOfPeriod = isIn(period, row.day)
    if (isOfPeriod) answered.add(place)
    if (row.score === null || kind === undefined) return
    const scored = { ...givenIn(row), campaign: row.campaign, day: row.day, score: row.score }
    if (isOfPeriod) keepLast(last, { kind, place, scored })
    if (kind === 'nps' && period.from <= row.day && row.day <= until) append(nps, place, scored)
  }

  const counts = ({ isOne = () => true, campaign }: Answerers = {}): AnswerCounts => {
    const scores = [...last].flatMap(([kind, ofPerson]) => {
      const of = [...ofPerson].flatMap(([place, { score }]) => (isOne(place) ? [score] : []))
      return of.length === 0 ? [] : [[kind, countsOfScores(of)] as const]
    })
    const asked = [...nps].flatMap(([place, given]) => (isOne(place) ? [given] : []))
    return {
      scores: Object.fromEntries(scores),
      answered: those(answered, isOne),
      recovery: recoveryOf(asked, { period, campaign }),
    }
  }
  return { add, counts }
}

function keepLast(
  last: Map<ScoredKind, Map<number, Scored>>,
  { kind, place, scored }: { readonly kind: ScoredKind; readonly place: number; readonly scored: Scored },
): void {
  const ofKind = last.get(kind) ?? new Map<number, Scored>()
  last.set(kind, ofKind)
  const before = ofKind.get(place)
  if (!before || isLater(scored, before)) ofKind.set(place, scored)
}

/** The invitation decides between two answers of one instant. */
export const isLater = (a: Given, b: Given): boolean => (a.at === b.at ? a.occurrenceId > b.occurrenceId : a.at > b.at)

/** By the first low score of each customer in the period, and the next answer after it. */
function recoveryOf(
  persons: readonly Scored[][],
  { period, campaign }: { readonly period: CountedPeriod['period']; readonly campaign: string | undefined },
): AnswerCounts['recovery'] {
  const isAsked = (one: Scored) => campaign === undefined || one.campaign === campaign
  let [answeredAgain, recovered] = [0, 0]
  for (const scores of persons) {
    const ordered = scores.toSorted((a, b) => (isLater(a, b) ? 1 : -1))
    const low = ordered.findIndex((one) => isAsked(one) && isIn(period, one.day) && bandOf('nps', one.score) === 'low')
    const [first, next] = low < 0 ? [] : [ordered[low], ordered[low + 1]]
    if (!first || !next || daysBetween(first.day, next.day) > RECOVERY_DAYS) continue
    answeredAgain++
    if (bandOf('nps', next.score) !== 'low') recovered++
  }
  return { answeredAgain, recovered }
}
