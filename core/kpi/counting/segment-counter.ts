/** Counts the facts of one segment over one period. */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { type AnswerCounts, type Answerers, answerCounter, type StandingRow } from '#core/kpi/counting/answer-counts.ts'
import { type CareDraws, careDraws } from '#core/kpi/counting/care-draws.ts'
import { type CountedPeriod, count, isIn } from '#core/kpi/counting/counted-period.ts'
import { indexCounter } from '#core/kpi/counting/index-counts.ts'
import { type Item, isMerged } from '#core/kpi/counting/item.ts'
import { type LiftGroups, liftGroups } from '#core/kpi/counting/lift-groups.ts'
import { namesWhere } from '#core/kpi/counting/names-where.ts'
import { type PersonSet, personSet } from '#core/kpi/counting/persons.ts'
import { themeCounter } from '#core/kpi/counting/theme-counts.ts'
import { invitationKey, type TouchCounts, touchCounter } from '#core/kpi/counting/touch-counts.ts'
import type { Breakdown } from '#core/kpi/roll-up.ts'
import type { Segment } from '#core/kpi/segment.ts'
import type { ReplyKind } from '#core/reply/reply.ts'

/** What came of the rows of one segment. */
export interface SegmentCounts {
  readonly touches: TouchCounts
  readonly answers: (whose?: Answerers) => AnswerCounts
  /** Keys of the invitations that were answered. */
  readonly answered: ReadonlySet<string>
  /** The satisfaction index of each customer who has one, of those of whom it holds. */
  readonly indexes: (isOne?: (place: number) => boolean) => readonly number[]
  readonly replies: Breakdown['replies']
  readonly wroteBack: PersonSet
  readonly gifts: Breakdown['gifts']
  readonly usedGift: PersonSet
  readonly hotline: { readonly callers: number; readonly missed: number }
  readonly items: readonly Item[]
  readonly themes: NonNullable<Breakdown['themes']>
  /** Of a campaign; null elsewhere, where no lift of it is told. */
  readonly holdout: LiftGroups | null
  /** Of everything; null elsewhere. */
  readonly care: CareDraws | null
}

export type SegmentCounter = ReturnType<typeof segmentCounter>

export function segmentCounter(asked: CountedPeriod, segment: Segment) {
  const { period, persons } = asked
  const touches = touchCounter(asked)
  const answers = answerCounter(asked)
  const answered = new Set<string>()
  const rated = indexCounter(asked)
  const holdout = segment.by === 'campaign' ? liftGroups('holdout', asked) : null
  const care = segment.by === 'all' ? careDraws(asked) : null
  const replies: Record<string, number> = {}
  const [wroteBack, usedGift] = [personSet(), personSet()]
  const gifts = giftCounter()
  const hotline = { callers: 0, missed: 0 }
  const items: Item[] = []
  const themes = themeCounter(asked)
  return {
    touches: (row: DatedFact<'touches'>) => {
      touches.add(row)
      holdout?.add(row)
      care?.add(row)
    },
    answers: (row: StandingRow) => {
      answers.add(row)
      themes.add('answers', row)
      answered.add(invitationKey(row))
      rated.addStanding(row)
    },
    ratings: rated.addRating,
    replies: (row: DatedFact<'replies'>) => {
      if (!isIn(period, row.day)) return
      count(replies, row.reply_kind)
      themes.add('replies', row)
      if (row.person !== null && !WRITTEN_BY_MACHINES.has(row.reply_kind)) wroteBack.add(persons.placeOf(row.person))
    },
    gifts: (row: DatedFact<'gifts'>) => {
      if (!isIn(period, row.day)) return
      gifts.add(row)
      if (row.event === 'used' && row.person !== null) usedGift.add(persons.placeOf(row.person))
    },
    hotline: (row: DatedFact<'hotline'>) => {
      if (!isIn(period, row.day)) return
      hotline.callers++
      if (row.missed) hotline.missed++
    },
    item: (item: Item) => {
      items.push(item)
      if (item.opened && !isMerged(item))
        themes.add('items', { day: item.opened.day, person: item.person, themes: item.latest.themes })
    },
    counts: (): SegmentCounts => ({
      touches: touches.counts(),
      answers: answers.counts,
      answered,
      indexes: rated.indexes,
      replies,
      wroteBack,
      gifts: gifts.counts(),
      usedGift,
      hotline,
      items,
      themes: themes.counts(),
      holdout,
      care,
    }),
  }
}

const WRITTEN_BY_MACHINES = namesWhere<ReplyKind>({
  answer: false,
  complaint: false,
  request: false,
  optOut: false,
  thanks: false,
  autoReply: true,
  bounce: true,
  unclear: false,
})

function giftCounter() {
  const sums = new Map<string, { event: 'issued' | 'used'; currency: string; count: number; amount: number }>()
  const add = ({ event, currency, amount }: DatedFact<'gifts'>): void => {
    const key = `${event} ${currency}`
    const sum = sums.get(key) ?? { event: event === 'used' ? 'used' : 'issued', currency, count: 0, amount: 0 }
    sums.set(key, { ...sum, count: sum.count + 1, amount: sum.amount + Number(amount) })
  }
  return { add, counts: (): Breakdown['gifts'] => [...sums.values()] }
}
