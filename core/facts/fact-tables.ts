/**
 * What happened, as tables that other programs can read: a file for each day and kind (docs/facts.md). Events alone and no figure that follows from
 * them, so that every figure of the report can be computed anew, by another program, from its published definition.
 */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** bigint: 64 bits. int: 32 bits. timestamp: UTC, to the millisecond. A `?` behind it: may be missing. */
export type ColumnType = 'bigint' | 'int' | 'text' | 'boolean' | 'date' | 'timestamp'
export type Column = ColumnType | `${ColumnType}?`

/**
 * Who, in every table. `person` is a random number that stands on the customer's row alone: once the customer is erased nobody can tell whose it was.
 * Null where the customer had been erased before the day was written, or is not known. Tier and country as they were when the day was written.
 */
const WHO = { person: 'bigint?', tier: 'text?', country: 'text?' } as const

export const FACT_TABLES = {
  /** Everybody whom an occurrence of the day meant, contacted or not. */
  touches: {
    ...WHO,
    campaign: 'text',
    content_class: 'text',
    /** The channel of the last try; of the campaign where there was none. */
    channel: 'text',
    /** Of a campaign of calls. */
    team: 'text?',
    /** planned, sent, skipped, deferred, withheld, failed, unknown. */
    outcome: 'text',
    /** Why: of who was skipped, deferred or withheld. */
    because: 'text?',
    sent_at: 'timestamp?',
    /** The provider's latest report. */
    delivery: 'text?',
    /** Of an invitation. */
    survey_kind: 'text?',
    /** When the invitation can no longer be answered. */
    closes_at: 'timestamp?',
    /** The list price of a thousand such touches, in minor units: one costs less than the smallest coin. */
    per_thousand: 'bigint?',
    currency: 'text?',
    /** Into which group chance put the customer, whatever became of the touch: contact, holdout, control-group. Null in files of before, and of nobody. */
    drawn: 'text?',
    /** The campaign means the control group of all care as it means everybody else: its draw is one of all care. Null where `drawn` is. */
    draws_care: 'boolean?',
  },
  /** Answers to surveys first answered on the day, with all that was changed later, and with those that a machine may have pressed. */
  answers: {
    ...WHO,
    campaign: 'text',
    /** Of the occurrence that invited. */
    invited_on: 'date',
    survey_kind: 'text',
    /** From 0, in the order in which they were given to one invitation. */
    answer_no: 'int',
    happened_at: 'timestamp',
    score: 'int?',
    suspect: 'boolean',
    /** The customer wrote something as well. */
    commented: 'boolean',
    /** page, reply, staff. */
    via: 'text',
    /** What it is about: ids of campaigns/themes.json in alphabetical order, a blank between; empty where no rule took it. Null where there was nothing to read, and in files of before. */
    themes: 'text?',
  },
  /** The ratings of answers that have several, each with the weight that it was asked with. */
  ratings: {
    ...WHO,
    campaign: 'text',
    invited_on: 'date',
    answer_no: 'int',
    attribute: 'text',
    /** In thousandths: no figure is made of decimals that another program rounds. */
    weight: 'int',
    /** From 1 to 10; null where it was skipped. */
    score: 'int?',
  },
  /** Mails that customers wrote. */
  replies: {
    ...WHO,
    campaign: 'text?',
    reply: 'bigint',
    happened_at: 'timestamp',
    reply_kind: 'text',
    /** As of an answer. */
    themes: 'text?',
  },
  purchases: { ...WHO, purchase: 'bigint', units: 'int?', amount: 'bigint?', currency: 'text?' },
  /** Gifts that were given with a touch of the day, and gifts that were used on it. */
  gifts: { ...WHO, campaign: 'text', gift: 'bigint', event: 'text', amount: 'bigint', currency: 'text' },
  /** What happened to items of work on the day. */
  work: {
    ...WHO,
    /** The item. */
    item: 'bigint',
    /** From 0, in the order of its events. */
    event_no: 'int',
    /** opened, assigned, attempted, noted, extended, closed, reopened; of a case also each event of core/work/case/case-event.ts by its name. */
    event: 'text',
    happened_at: 'timestamp',
    /** By a member of staff; else by the system. */
    by_staff: 'boolean',
    /** call-task, case, data-request. */
    kind: 'text',
    /** Why there is work. */
    reason: 'text',
    campaign: 'text?',
    /** On whose desk it lay after the event. */
    team: 'text?',
    score: 'int?',
    /** Of an attempt. */
    way: 'text?',
    disposition: 'text?',
    /** The time agreed with the customer, in an attempt. */
    call_back_at: 'timestamp?',
    /** How long they spoke, where the telephone system told it. */
    seconds: 'int?',
    /** Of the end of a call task. */
    ended_as: 'text?',
    /** Of an end: whether the customer was spoken with; null where that was not said. */
    reached: 'boolean?',
    /** Of an end: there was nothing to say to the customer. */
    not_needed: 'boolean',
    /** Of an end: whether it was solved at the first contact, as staff say. Null where they did not say, and in files of before. */
    solved_at_first: 'boolean?',
    /** In an opening: by when staff are to begin. */
    begin_by: 'timestamp?',
    /** Of a case, how grave it was after the event: s1 is the gravest. Null in files of before, and no figure of cases is told of what they opened. */
    severity: 'text?',
    /** Of a move, the step to which staff went on: `follow-up` is a proposal that the customer was told. */
    moved_to: 'text?',
    /** Of a description, the category. */
    category: 'text?',
    /** Of compensation that a customer was given, in minor units of its currency. Null for everything else, and in files of before. */
    amount: 'bigint?',
    currency: 'text?',
    /** Of a call or a case as a whole, as it stood when the day was written: the latest event of an item tells it. Otherwise as of an answer. */
    themes: 'text?',
  },
  /** Who rang the hotline, each number once a day. */
  hotline: {
    ...WHO,
    caller: 'bigint',
    /** Rang in vain, and did not get through later on that day. */
    missed: 'boolean',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Column>>>>

export type FactKind = keyof typeof FACT_TABLES
export const FACT_KINDS = Object.keys(FACT_TABLES) as readonly FactKind[]

interface Values {
  readonly bigint: bigint
  readonly int: number
  readonly text: string
  readonly boolean: boolean
  readonly date: LocalDate
  readonly timestamp: Instant
}

type Value<C extends Column> = C extends `${infer T extends ColumnType}?`
  ? Values[T] | null
  : C extends ColumnType
    ? Values[C]
    : never

/** One row of a table; its day is that of the file in which it stands. */
export type Fact<Kind extends FactKind> = {
  readonly [Name in keyof (typeof FACT_TABLES)[Kind]]: (typeof FACT_TABLES)[Kind][Name] extends Column
    ? Value<(typeof FACT_TABLES)[Kind][Name]>
    : never
}

/** A row with its day: as a reader of several files has it. */
export type DatedFact<Kind extends FactKind> = Fact<Kind> & { readonly day: LocalDate }

/** Everything that happened on one day, in the company's zone. */
export type FactsOfDay = { readonly [Kind in FactKind]: readonly Fact<Kind>[] }

export const NO_FACTS: FactsOfDay = {
  touches: [],
  answers: [],
  ratings: [],
  replies: [],
  purchases: [],
  gifts: [],
  work: [],
  hotline: [],
}

export const isNullable = (column: Column): boolean => column.endsWith('?')
export const typeOfColumn = (column: Column): ColumnType => column.replace('?', '') as ColumnType
