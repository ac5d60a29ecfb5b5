/**
 * The facts of some days from the rows of record, through the indexes by day: the cost follows what happened on the days, and not how many customers there
 * are.
 */
import type { GatherPorts } from '#app/numbers/gather-ports.ts'
import { gatherTouches } from '#app/numbers/gather-touches.ts'
import { gatherWork } from '#app/numbers/gather-work.ts'
import { whose } from '#app/numbers/whose.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { answerFacts, ratingFacts, replyFact } from '#core/facts/answer-facts.ts'
import type { Fact, FactsOfDay } from '#core/facts/fact-tables.ts'
import { hotlineFact } from '#core/facts/hotline-facts.ts'
import { giftFact, purchaseFact } from '#core/facts/purchase-facts.ts'
import type { Who } from '#core/facts/who.ts'
import { type Instant, plusMs, type Span } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

export interface GatheredDay {
  readonly day: LocalDate
  readonly facts: FactsOfDay
  /** Campaigns of which every row of the day is still there (core/facts/merge-facts.ts). */
  readonly whole: ReadonlySet<string>
}

export interface GatherDays {
  /** In the company's zone; each over by `now`. */
  readonly days: readonly LocalDate[]
  readonly now: Instant
}

/** Gathered while the day before them is written. */
const DAYS_AHEAD = 4

/** In the order in which the days are given, a few at a time: a year does not stand in memory, but for what happened to work. */
export async function* gatherDays(ports: GatherPorts, { days, now }: GatherDays): AsyncGenerator<GatheredDay, void> {
  const work = await gatherWork(ports, { days, now })
  const begin = (day: LocalDate) => {
    const gathering = gatherDay(ports, day, work.get(day) ?? [])
    // A failure is the reader's when the day's turn comes, who may have stopped before.
    gathering.catch(() => {})
    return gathering
  }
  const later = days.slice(DAYS_AHEAD).values()
  const ahead = days.slice(0, DAYS_AHEAD).map(begin)
  for (let turn = ahead.shift(); turn; turn = ahead.shift()) {
    yield await turn
    const next = later.next()
    if (!next.done) ahead.push(begin(next.value))
  }
}

async function gatherDay(ports: GatherPorts, day: LocalDate, work: FactsOfDay['work']): Promise<GatheredDay> {
  const [{ touches, gifts: issued, whole }, answered, replies, purchases, used, hotline] = await Promise.all([
    gatherTouches(ports, day),
    answersOn(ports, day),
    repliesOn(ports, day),
    purchasesOn(ports, day),
    usedOn(ports, day),
    callersOn(ports, day),
  ])
  const facts = { touches, ...answered, replies, purchases, gifts: [...issued, ...used], work, hotline }
  return { day, facts, whole }
}

const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

/** Read once, for what was answered and for what was rated. */
async function answersOn(ports: GatherPorts, day: LocalDate): Promise<Pick<FactsOfDay, 'answers' | 'ratings'>> {
  const both = await factsOf(ports, {
    pages: ports.responses.answeredOn(day),
    customerOf: ({ customerId }) => customerId,
    read: (response, who) => [
      { answers: answerFacts(response, { who, rules: ports.companyRules }), ratings: ratingFacts(response, { who }) },
    ],
  })
  return { answers: both.flatMap(({ answers }) => answers), ratings: both.flatMap(({ ratings }) => ratings) }
}

const repliesOn = (ports: GatherPorts, day: LocalDate): Promise<readonly Fact<'replies'>[]> =>
  factsOf(ports, {
    pages: ports.replies.receivedOn(day),
    customerOf: ({ customerId }) => customerId,
    read: (reply, who) => [replyFact(reply, { who, numberOf: ports.numberOf, rules: ports.companyRules })],
  })

const purchasesOn = (ports: GatherPorts, day: LocalDate): Promise<readonly Fact<'purchases'>[]> =>
  factsOf(ports, {
    pages: ports.purchases.onDays({ by: 'purchase', days: [day], range: EVERYBODY }),
    customerOf: ({ customerId }) => customerId,
    read: (purchase, who) => [purchaseFact(purchase, { who, numberOf: ports.numberOf })],
  })

const usedOn = (ports: GatherPorts, day: LocalDate): Promise<readonly Fact<'gifts'>[]> =>
  factsOf(ports, {
    pages: ports.vouchers.redeemedDuring(spanOf(day, ports.companyRules.company.zone)),
    customerOf: ({ customerId }) => customerId,
    read: (voucher, who) => [giftFact('used', voucher, { who, numberOf: ports.numberOf })],
  })

const callersOn = (ports: GatherPorts, day: LocalDate): Promise<readonly Fact<'hotline'>[]> =>
  factsOf(ports, {
    pages: ports.hotlineCallers.rungOn(day),
    customerOf: ({ customerId }) => customerId,
    read: (caller, who) => [hotlineFact(caller, { who, numberOf: ports.numberOf })],
  })

interface Reading<Row, Made> {
  readonly pages: AsyncIterable<readonly Row[]>
  readonly customerOf: (row: Row) => string | null
  readonly read: (row: Row, who: Who) => readonly Made[]
}

async function factsOf<Row, Made>(
  ports: Pick<GatherPorts, 'customers'>,
  { pages, customerOf, read }: Reading<Row, Made>,
): Promise<readonly Made[]> {
  const facts: Made[] = []
  for await (const page of pages) {
    const whoIs = await whose(ports, page.map(customerOf))
    for (const row of page) for (const fact of read(row, whoIs(customerOf(row)))) facts.push(fact)
  }
  return facts
}

const spanOf = (day: LocalDate, zone: string): Span => ({
  from: dayStart(day, zone),
  to: plusMs(dayStart(addDays(day, 1), zone), -1),
})
