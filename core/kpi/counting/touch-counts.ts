/** What occurrences of the period came to, of one segment. */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { type CountedPeriod, count, isIn, lookedAt } from '#core/kpi/counting/counted-period.ts'
import { type PersonSet, personSet } from '#core/kpi/counting/persons.ts'
import type { DeliveryCounts } from '#core/kpi/delivery.ts'
import type { Breakdown } from '#core/kpi/roll-up.ts'

type TouchRow = DatedFact<'touches'>

/** An invitation that the provider took. */
interface Invited {
  readonly key: string
  readonly isUndeliverable: boolean
  readonly isClosed: boolean
}

export interface TouchCounts {
  readonly outcomes: Breakdown['outcomes']
  readonly skippedBy: Breakdown['skippedBy']
  readonly withheldBy: Breakdown['withheldBy']
  readonly delivery: DeliveryCounts
  /** Customers whose letter did not come back. */
  readonly written: PersonSet
  readonly sent: number
  readonly costs: Breakdown['touchCosts']
  /** Of the invitations, by whether an answer that counts is known. */
  readonly invitations: (isAnswered: (key: string) => boolean) => Breakdown['invitations']
}

export function touchCounter(asked: CountedPeriod) {
  const { persons, period } = asked
  const now = lookedAt(asked)
  const outcomes: Record<string, number> = {}
  const skippedBy: Record<string, number> = {}
  const withheldBy: Record<string, number> = {}
  const delivery = { delivered: 0, bounced: 0, complained: 0, rejected: 0, delayed: 0, unreported: 0 }
  const written = personSet()
  const perThousand: Record<string, number> = {}
  const invited: Invited[] = []

  const addLetter = (row: TouchRow): void => {
    count(delivery, (row.delivery ?? 'unreported') as keyof DeliveryCounts)
    if (row.person !== null && !cameBack(row)) written.add(persons.placeOf(row.person))
  }

  const addSent = (row: TouchRow): void => {
    if (row.currency !== null && row.per_thousand !== null) count(perThousand, row.currency, Number(row.per_thousand))
    if (isLetter(row)) addLetter(row)
    if (row.survey_kind === null) return
    const key = invitationKey({ campaign: row.campaign, invited_on: row.day, person: row.person })
    const isClosed = row.closes_at !== null && row.closes_at <= now
    invited.push({ key, isUndeliverable: cameBack(row), isClosed })
  }

  const add = (row: TouchRow): void => {
    if (!isIn(period, row.day)) return
    count(outcomes, row.outcome)
    if (row.outcome === 'skipped' && row.because !== null) count(skippedBy, row.because)
    if (row.outcome === 'withheld' && row.because !== null) count(withheldBy, row.because)
    if (row.outcome === 'sent') addSent(row)
  }

  const invitations: TouchCounts['invitations'] = (isAnswered) => {
    const states = { answered: 0, undeliverable: 0, open: 0, unanswered: 0 }
    for (const { key, isUndeliverable, isClosed } of invited)
      count(states, isAnswered(key) ? 'answered' : isUndeliverable ? 'undeliverable' : isClosed ? 'unanswered' : 'open')
    return states
  }

  const counts = (): TouchCounts => ({
    outcomes,
    skippedBy,
    withheldBy,
    delivery,
    written,
    sent: outcomes.sent ?? 0,
    costs: Object.entries(perThousand).map(([currency, sum]) => ({ currency, amount: Math.round(sum / 1000) })),
    invitations,
  })
  return { add, counts }
}

/** Staff carry out the touches of a campaign that names a team; all others are letters. */
const isLetter = ({ team }: Pick<TouchRow, 'team'>): boolean => team === null

const cameBack = ({ delivery }: Pick<TouchRow, 'delivery'>): boolean => delivery === 'bounced' || delivery === 'rejected'

/** One invitation and its response have one key. */
export const invitationKey = ({
  campaign,
  invited_on,
  person,
}: Pick<DatedFact<'answers'>, 'campaign' | 'invited_on' | 'person'>): string => `${campaign}|${invited_on}|${person ?? ''}`
