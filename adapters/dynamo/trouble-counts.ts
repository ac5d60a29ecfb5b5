/**
 * How many customers' mails bounced or were marked as spam. Each customer counts once, however often the provider reports it. The rows stay small:
 * eight counters for each occurrence, so that bounces at the same moment seldom meet. A counter names only the customer it counted last. That
 * customer's mark is written before the next one is counted. So a customer with a mark, or the last one, is counted, wherever a crash happened.
 */
import * as z from 'zod'
import { backOff } from '#adapters/back-off.ts'
import { follows } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, type Key, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import { stableHash } from '#core/customer/stable-hash.ts'

const KINDS = ['bounced', 'complained'] as const
type Kind = (typeof KINDS)[number]

interface Person {
  readonly occurrenceId: string
  readonly customerId: string
}

const COUNTERS = 8
const COUNTER = 'trouble#'
/** A counter is written in some twenty milliseconds; after this many lost races the queue tries again. */
const TRIES = 20

export async function countTrouble(table: DynamoTable, { kind, ...person }: Person & { readonly kind: Kind }): Promise<void> {
  const mark = markOf(person, kind)
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    // The counter is read before the mark: a function that moves the counter on has first written the mark of the last customer.
    const stored = await counterOf(table, person)
    if (stored?.last === mark.item) return
    const isMarked = (await getRow(table, mark)) !== undefined
    if (stored && isMarked) return
    const before = stored ?? (await marksBefore(table, person))
    if (before.last) await putRow(table, { occurrenceId: person.occurrenceId, item: before.last })
    const counted = isMarked ? before : { ...before, [kind]: before[kind] + 1, last: mark.item }
    if ((await putCounter(table, person, counted)) === 'written') return
    await backOff(attempt)
  }
  throw new Error(`the counter of bounces of ${person.occurrenceId} keeps changing`)
}

export async function troubleCounts(table: DynamoTable, occurrenceId: string): Promise<Readonly<Record<Kind, number>>> {
  const rows = await queryAll(table, {
    partition: { attribute: 'occurrenceId', is: occurrenceId },
    sort: { attribute: 'item', beginsWith: COUNTER },
  })
  const counters = rows.map((row) => readAs(CounterRow, row, `a counter of ${occurrenceId}`))
  const sum = (kind: Kind) => counters.reduce((all, counter) => all + counter[kind], 0)
  return { bounced: sum('bounced'), complained: sum('complained') }
}

/** The customer stays counted and is no longer named. The same event about them is ignored from then on (app/sending/record-delivery.ts). */
export async function forgetInCounts(table: DynamoTable, { as, ...person }: Person & { readonly as: string }): Promise<void> {
  const marks = KINDS.map((kind) => markOf(person, kind))
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const stored = await counterOf(table, person)
    if (!stored) return renameMarks(table, { marks, as })
    const isLast = marks.some(({ item }) => item === stored.last)
    if (!isLast || (await putCounter(table, person, { ...stored, last: '' })) === 'written') {
      for (const mark of marks) await deleteRow(table, mark)
      return
    }
    await backOff(attempt)
  }
  throw new Error(`the counter of bounces of ${person.occurrenceId} keeps changing`)
}

/** Removes every customer's name; the counts stay. */
export async function removeNamesInCounts(table: DynamoTable, occurrenceId: string): Promise<void> {
  const itemsOf = (beginsWith: string) =>
    queryAll(table, { partition: { attribute: 'occurrenceId', is: occurrenceId }, sort: { attribute: 'item', beginsWith } })
  for (const row of await itemsOf(COUNTER)) await putRow(table, { ...row, last: '' })
  for (const kind of KINDS)
    for (const { item } of await itemsOf(`${kind}#`)) await deleteRow(table, { occurrenceId, item: String(item) })
}

const markOf = ({ occurrenceId, customerId }: Person, kind: Kind) =>
  ({ occurrenceId, item: `${kind}#${customerId}` }) as const satisfies Key

const numberOf = (customerId: string) => stableHash(customerId) % COUNTERS
const keyOf = ({ occurrenceId, customerId }: Person): Key => ({ occurrenceId, item: `${COUNTER}${numberOf(customerId)}` })

async function counterOf(table: DynamoTable, person: Person): Promise<Counter | undefined> {
  const row = await getRow(table, keyOf(person))
  return row && readAs(CounterRow, row, `a counter of ${person.occurrenceId}`)
}

const putCounter = (table: DynamoTable, person: Person, { bounced, complained, last, version }: Counter) =>
  putRow(table, { ...keyOf(person), bounced, complained, last, version: version + 1 }, follows('version', version + 1))

/** An occurrence from before counters existed has only marks: the counter starts with the marks that belong to it. */
async function marksBefore(table: DynamoTable, { occurrenceId, customerId }: Person): Promise<Counter> {
  const own = numberOf(customerId)
  const count = async (kind: Kind) => {
    const sort = { attribute: 'item', beginsWith: `${kind}#` } as const
    const marks = await queryAll(table, { partition: { attribute: 'occurrenceId', is: occurrenceId }, sort })
    return marks.filter(({ item }) => numberOf(String(item).slice(kind.length + 1)) === own).length
  }
  return { bounced: await count('bounced'), complained: await count('complained'), last: '', version: -1 }
}

async function renameMarks(table: DynamoTable, { marks, as }: { readonly marks: readonly Key[]; readonly as: string }) {
  for (const mark of marks) {
    const row = await getRow(table, mark)
    if (!row) continue
    await putRow(table, { ...row, item: `${String(mark.item).split('#', 1)[0]}#${as}` })
    await deleteRow(table, mark)
  }
}

const CounterRow = z.object({
  bounced: z.int(),
  complained: z.int(),
  /** The mark of the customer counted last, perhaps not written yet; empty when there is none. */
  last: z.string(),
  version: z.int(),
})
type Counter = z.infer<typeof CounterRow>
