/** The satisfaction index of each customer: of the last answer of the period in which every attribute was rated. */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { type Given, givenIn, isLater, type StandingRow } from '#core/kpi/counting/answer-counts.ts'
import { append } from '#core/kpi/counting/append.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import { invitationKey } from '#core/kpi/counting/touch-counts.ts'
import { indexOf } from '#core/survey/satisfaction-index.ts'

interface Rated extends Given {
  readonly place: number
  /** Which answer to which invitation. */
  readonly answer: string
}

export function indexCounter({ period, persons }: CountedPeriod) {
  const standing: Rated[] = []
  const ratings = new Map<string, DatedFact<'ratings'>[]>()
  return {
    addStanding: (row: StandingRow): void => {
      if (row.survey_kind !== 'csi' || !isIn(period, row.day)) return
      standing.push({ ...givenIn(row), place: persons.placeOf(row.person), answer: answerKey(row) })
    },
    addRating: (row: DatedFact<'ratings'>): void => {
      if (isIn(period, row.day)) append(ratings, answerKey(row), row)
    },
    /** Of customers at places of whom it holds. */
    indexes: (isOne: (place: number) => boolean = () => true): readonly number[] => {
      const last = new Map<number, Rated & { readonly index: number }>()
      for (const rated of standing) {
        if (!isOne(rated.place)) continue
        const given = ratings.get(rated.answer)
        const index = given ? indexOf(given) : null
        const before = last.get(rated.place)
        if (index !== null && (!before || isLater(rated, before))) last.set(rated.place, { ...rated, index })
      }
      return [...last.values()].map((rated) => rated.index)
    },
  }
}

const answerKey = (row: Pick<DatedFact<'ratings'>, 'campaign' | 'invited_on' | 'person' | 'answer_no'>): string =>
  `${invitationKey(row)}|${row.answer_no}`
