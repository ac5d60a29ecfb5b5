/** What a rehearsal that was stored found: for each day and campaign how many customers of each outcome, channel and reason; volumes, blockers and costs. */
import * as z from 'zod'
import { OUTCOME_STATES } from '#core/audience/outcome.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const count = z.int().min(0)

export const DecisionSchema = z.object({
  outcome: z.enum(OUTCOME_STATES),
  channel: z.string(),
  /** Empty for what is sent. */
  reason: z.string(),
})
export type StoredDecision = Readonly<z.infer<typeof DecisionSchema>>

const DayCountSchema = DecisionSchema.extend({ campaign: z.string(), count })
export type DayCount = Readonly<z.infer<typeof DayCountSchema>>

const onDay = { campaign: z.string(), date: LocalDateSchema }
const BlockerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words-missing'), ...onDay, touches: count }),
  z.object({ kind: z.literal('policy-missing'), ...onDay, touches: count, country: z.string() }),
  z.object({ kind: z.literal('budget-ends'), ...onDay, touches: count, period: z.string() }),
  z.object({
    kind: z.literal('field-empty'),
    campaign: z.string(),
    template: z.string(),
    locale: z.string(),
    field: z.string(),
    people: count,
  }),
  z.object({ kind: z.literal('nobody-matched'), ...onDay }),
  z.object({ kind: z.literal('quota-exceeded'), ...onDay, mails: count, perDay: count }),
  z.object({ kind: z.literal('capacity-exceeded'), ...onDay, team: z.string(), calls: count, capacity: count }),
])
export type StoredBlocker = Readonly<z.infer<typeof BlockerSchema>>

const rate = z.object({ of: z.int(), value: z.number(), from: z.enum(['company', 'assumed']) })

export const RehearsedSumsSchema = z.object({
  currency: z.string(),
  /** The channel of calls; all others are mails. */
  spoken: z.string(),
  /** Only days on which a customer was meant, in their order. */
  days: z.array(z.object({ date: LocalDateSchema, counts: z.array(DayCountSchema).readonly() })).readonly(),
  campaigns: z.array(z.object({ campaign: z.string(), cost: z.number() })).readonly(),
  quota: z.object({ perDay: count.nullable(), from: z.enum(['given', 'account', 'assumed']) }),
  mails: z.array(z.object({ date: LocalDateSchema, mails: count })).readonly(),
  calls: z.array(z.object({ team: z.string(), date: LocalDateSchema, calls: count, capacity: count.nullable() })).readonly(),
  expected: z.object({
    asked: count,
    answers: count,
    callsHanded: count,
    callsAfterAnswers: count,
    complaints: count,
    rates: z.object({ answers: rate, lowScores: rate, complaints: rate }),
  }),
  blockers: z.array(BlockerSchema).readonly(),
  /** How many suppressed addresses could not be told apart; 0 where all could. */
  suppressionsUnread: count,
  /** Days whose date the calendar lacks in a rehearsed year, because nobody wrote it down: the rehearsal runs without them. */
  unknownDays: z.array(z.object({ name: LocalizedTextSchema, year: z.int() })).readonly(),
  /** Campaigns that look for purchases, where none are stored. */
  withoutPurchases: z.array(z.string()).readonly(),
})
export type RehearsedSums = Readonly<z.infer<typeof RehearsedSumsSchema>>
export type RehearsedDaySums = RehearsedSums['days'][number]

export interface TouchesOfDay {
  readonly mails: number
  readonly calls: number
  readonly others: number
}

/** What goes out on a day, and how many are meant who get nothing. */
export function touchesOf({ counts }: Pick<RehearsedDaySums, 'counts'>, spoken: string): TouchesOfDay {
  const sum = (some: readonly DayCount[]) => some.reduce((all, one) => all + one.count, 0)
  const sent = counts.filter(({ outcome }) => outcome === 'sent')
  return {
    mails: sum(sent.filter(({ channel }) => channel !== spoken)),
    calls: sum(sent.filter(({ channel }) => channel === spoken)),
    others: sum(counts.filter(({ outcome }) => outcome !== 'sent')),
  }
}
