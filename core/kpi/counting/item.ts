/** An item of work as the facts tell it: its events in order. What figures ask of it is asked here. */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { append } from '#core/kpi/counting/append.ts'
import { isIn } from '#core/kpi/counting/counted-period.ts'
import { namesWhere } from '#core/kpi/counting/names-where.ts'
import type { Period } from '#core/kpi/period.ts'
import type { PromiseEvent } from '#core/kpi/promises-kept.ts'
import { minutesWaited } from '#core/kpi/response-times.ts'
import { daysBetween } from '#core/time/local-date.ts'
import type { Disposition } from '#core/work/disposition.ts'
import { isSolvedFor } from '#core/work/solvable.ts'
import type { Closed } from '#core/work/work-event.ts'
import type { WorkReason } from '#core/work/work-item.ts'

export type WorkRow = DatedFact<'work'>

export interface Item {
  /** Undefined where it was opened before the days that are looked at: what happened to it since counts all the same. */
  readonly opened: WorkRow | undefined
  /** Says what it is, and on whose desk it lies now. */
  readonly latest: WorkRow
  /** Null: about no customer, or about one who was erased before any of its days was written. */
  readonly person: bigint | null
  readonly rows: readonly WorkRow[]
  /** How it was closed; undefined while it is open. */
  readonly closing: WorkRow | undefined
}

/** One of which it is known when it was opened. */
export type OpenedItem = Item & { readonly opened: WorkRow }

export const isOpenedIn = (item: Item, period: Period): item is OpenedItem =>
  item.opened !== undefined && isIn(period, item.opened.day)

/** Of rows in any order. */
export function itemsOf(rows: Iterable<WorkRow>): readonly Item[] {
  const byItem = new Map<bigint, WorkRow[]>()
  for (const row of rows) append(byItem, row.item, row)
  return [...byItem.values()].flatMap((of) => {
    const ordered = of.toSorted((a, b) => a.event_no - b.event_no)
    const [opened, latest] = [ordered.find(({ event }) => event === 'opened'), ordered.at(-1)]
    return latest ? [{ opened, latest, person: personIn(ordered), rows: ordered, closing: closingOf(ordered) }] : []
  })
}

/** A day that is written after its customer was erased names no person. */
const personIn = (rows: readonly WorkRow[]): bigint | null => rows.find(({ person }) => person !== null)?.person ?? null

function closingOf(rows: readonly WorkRow[]): WorkRow | undefined {
  const last = rows.findLast(({ event }) => event === 'closed' || event === 'reopened')
  return last?.event === 'closed' ? last : undefined
}

/** It became part of another case, and was not opened again since: what the customer said in it counts as said in that one. */
export const isMerged = ({ rows }: Item): boolean =>
  rows.findLast(({ event }) => event === 'merged' || event === 'reopened')?.event === 'merged'

/** A customer waits for it: they complained, asked, wrote, or rang in vain. A low score and a suggestion ask for nothing. */
const WAITED_FOR = namesWhere<WorkReason>({
  'missed-hotline': true,
  'low-score': false,
  complaint: true,
  request: true,
  question: true,
  suggestion: false,
  'unclear-reply': true,
  rights: true,
  'check-in': false,
  'follow-up': false,
  contact: false,
})
export const isWaitedFor = ({ latest }: Item): boolean => WAITED_FOR.has(latest.reason)

export const isSolvable = ({ latest }: Item): boolean => isSolvedFor(latest.reason as WorkReason)

/** Staff said of one of its ends whether it was solved at the first contact. */
export const isMarked = ({ rows }: Item): boolean => rows.some(({ solved_at_first }) => solved_at_first !== null)

/** What was opened again and closed without that word was not. */
export const isSolvedAtFirst = ({ closing }: Item): boolean => closing?.solved_at_first === true

/** Files of before do not tell how grave a case is, where it stands and what it is about: nothing is made of what they opened. */
export const isToldCase = ({ latest, opened }: OpenedItem): boolean => latest.kind === 'case' && opened.severity !== null

const isProposal = ({ moved_to }: WorkRow): boolean => moved_to === 'follow-up'
/** Staff rang, wrote to the customer or asked them. */
const ANSWERS: ReadonlySet<string> = new Set(['attempted', 'mailed', 'waiting', 'closed'])

/** Minutes until the customer heard from staff, or until it was closed; null while neither has happened. */
export const firstResponseMinutes = (item: OpenedItem): number | null =>
  minutesUntil(item, (row) => ANSWERS.has(row.event) || isProposal(row))

/** Minutes until the customer had a proposal, or until it was closed: what meets the clock. */
export const proposalMinutes = (item: OpenedItem): number | null =>
  minutesUntil(item, (row) => isProposal(row) || row.event === 'closed')

function minutesUntil({ opened, rows }: OpenedItem, meets: (row: WorkRow) => boolean): number | null {
  const met = rows.find(meets)
  return met ? minutesWaited(opened.happened_at, met.happened_at) : null
}

/** The last description holds; null while there is none. */
export const categoryOf = ({ rows }: Item): string | null => rows.findLast(({ category }) => category !== null)?.category ?? null

export const hasHappened = ({ rows }: Item, what: 'escalated' | 'handed-back'): boolean =>
  rows.some(({ event }) => event === what)

const GRADES: ReadonlySet<string> = new Set(['severity-set', 'described'])

/** A severity is set by hand, or the case described as what is less grave. s1 is the gravest, and sorts first. */
export const isLoweredByHand = ({ rows }: Item): boolean =>
  rows.some((row, at) => {
    const before = rows[at - 1]?.severity ?? null
    return GRADES.has(row.event) && row.by_staff && row.severity !== null && before !== null && row.severity > before
  })

export const resolutionMinutes = ({ opened, closing }: OpenedItem): number | null =>
  closing ? minutesWaited(opened.happened_at, closing.happened_at) : null

/** At most so many days later, and not before. */
export const isWithin = (from: WorkRow, later: WorkRow, days: number): boolean =>
  later.happened_at > from.happened_at && daysBetween(from.day, later.day) <= days

/** It was opened again within so many days after any of its ends. */
export const isReopenedSoon = ({ rows }: Item, days: number): boolean =>
  rows.some((end) => end.event === 'closed' && rows.some((row) => row.event === 'reopened' && isWithin(end, row, days)))

/** In words of the desk, so that the desk's own rule decides. */
export const promiseEvents = ({ rows }: Item): readonly PromiseEvent[] =>
  rows.map((row): PromiseEvent => {
    const { happened_at: at } = row
    switch (row.event) {
      case 'attempted':
        return { is: 'attempted', at, disposition: row.disposition as Disposition, callBackAt: row.call_back_at }
      case 'closed':
        return {
          is: 'closed',
          at,
          reached: row.reached,
          ...(row.ended_as !== null && { as: row.ended_as as NonNullable<Closed['as']> }),
          ...(row.not_needed && { contact: 'not-needed' as const }),
        }
      default:
        return { is: 'noted', at }
    }
  })
