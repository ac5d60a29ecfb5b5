/**
 * Ledgers in DynamoDB: one small item per customer beside their touches, written once per claim. A kilobyte is one write unit,
 * and the claim is most of what a greeting costs, so contacts are stored as short tuples, in which the campaign is named once.
 */
import * as z from 'zod'
import { absent, both, follows, present, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { type Freshness, getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { isTombstone, NO_CONTACTS, TOMBSTONE } from '#adapters/dynamo/tombstone.ts'
import { deleteRow, putRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { ErasureProgress, LedgerStore } from '#app/ports/ledgers.ts'
import { type Contact, emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import { isNoticeId, noticeNamed } from '#core/audience/notice.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { occasionKeyOf, partsOfOccasionKey } from '#core/occasion/occasion-key.ts'
import { occurrenceNamed } from '#core/occasion/occurrence-id.ts'
import { epochMsOf, instantOf } from '#core/time/instant.ts'

const LEDGER = 'ledger'
const WRITES_AT_ONCE = 16

export function dynamoLedgerStore(table: DynamoTable): LedgerStore {
  const read = async (customerIds: readonly string[], freshness: Freshness) => {
    const keys = customerIds.map((customerId) => ({ customerId, item: LEDGER }))
    const known = new Map((await getRows(table, keys, freshness)).map((row) => [String(row.customerId), ledgerOf(row)]))
    return [...new Set(customerIds)].map((customerId) => known.get(customerId) ?? emptyLedger(customerId))
  }
  return {
    getMany: (customerIds) => read(customerIds, {}),
    getManyEventually: (customerIds) => read(customerIds, { eventuallyConsistent: true }),
    // Versions of ledgers begin at 1: the first claim requires that no row exists.
    claim: async (ledger) => {
      if (ledger.version < 1) return 'lost'
      const isNext = ledger.version === 1 ? absent('v') : follows('v', ledger.version)
      return putRow(table, rowOf(ledger), ledger.version === 1 ? isNext : both(isNext, absent(TOMBSTONE)))
    },
    // Two versions of a function may read the row at the same time: it has every attribute that a claimed ledger's row has.
    noteStop: (customerIds) =>
      eachBounded([...new Set(customerIds)], {
        limit: WRITES_AT_ONCE,
        act: async (customerId) => {
          await updateRow(table, { key: { customerId, item: LEDGER }, setIfAbsent: { c: NO_CONTACTS }, add: { v: 1 } })
        },
      }),
    // Listed first: if the erasure breaks off after that, the nightly sweep finds it.
    leaveTombstone: async ({ customerId, erasedAt, as }) => {
      const key = listed(customerId)
      const begun = { key, set: { erasure: BEGUN, run: as }, remove: ['finishedAt'] }
      const again = { ...begun, set: { ...begun.set, as }, condition: unchanged('erasure', FINISHED) }
      if ((await updateRow(table, again)) === 'lost')
        await updateRow(table, { ...begun, setIfAbsent: { [TOMBSTONE]: erasedAt, as } })
      const setIfAbsent = { c: NO_CONTACTS, [TOMBSTONE]: erasedAt }
      await updateRow(table, { key: { customerId, item: LEDGER }, setIfAbsent, add: { v: 1 } })
      const stored = await getRow(table, key)
      if (stored === undefined) throw new Error(`the tombstone of customer ${customerId} was taken away as it was left`)
      return readAs(ListedRow, stored, 'a tombstone').as ?? as
    },
    finishErasure: ({ customerId, run, at }) =>
      updateRow(table, { key: listed(customerId), set: { finishedAt: at }, condition: unchanged('run', run) }),
    confirmErasure: ({ customerId, run }) => {
      const condition = both(unchanged('run', run), present('finishedAt'))
      return updateRow(table, { key: listed(customerId), set: { erasure: FINISHED }, condition })
    },
    tombstones: async () =>
      (await queryAll(table, { partition: { attribute: 'customerId', is: ERASED } })).map((row) => {
        const stored = readAs(ListedRow, row, 'a tombstone')
        const { item: customerId, erasedAt, as } = stored
        return { customerId, erasedAt, ...(as !== undefined && { as }), erasure: progressOf(stored) }
      }),
    removeTombstone: async (customerId) => {
      const key = { customerId, item: LEDGER }
      if ((await deleteRow(table, key, both(present(TOMBSTONE), HOLDS_NOTHING))) === 'lost') {
        const row = await getRow(table, key)
        if (row !== undefined && isTombstone(row)) return 'lost'
      }
      return deleteRow(table, listed(customerId))
    },
  }
}

const HOLDS_NOTHING = both(unchanged('c', NO_CONTACTS), absent('a'))

/** The few tombstones, under one key. No customer can have this id: ids begin with a letter or a digit. */
const ERASED = '#erased'
const listed = (customerId: string): Key => ({ customerId: ERASED, item: customerId })

const BEGUN = 'begun'
const FINISHED = 'finished'

function progressOf({ erasure, finishedAt }: z.infer<typeof ListedRow>): ErasureProgress {
  if (erasure === undefined) return { state: 'unmarked' }
  return erasure === FINISHED && finishedAt !== undefined ? { state: 'finished', at: finishedAt } : { state: 'begun' }
}

const rowOf = ({ customerId, version, contacts, acted }: Ledger): Row => ({
  customerId,
  item: LEDGER,
  v: version,
  c: JSON.stringify(contacts.map(tupleOf)),
  a: acted && JSON.stringify(acted.map(({ about, day }) => [about, day])),
})

function tupleOf({ occurrenceId, occasionKey, channel, contentClass, at, asks }: Contact): z.input<typeof TupleSchema> {
  return [
    occurrenceId,
    withoutCampaign(occasionKey, occurrenceNamed(occurrenceId)?.campaignId),
    LETTER_OF_CHANNEL.get(channel) ?? channel,
    CLASS_LETTERS[contentClass],
    epochMsOf(at),
    ...(asks ? ([ASKS_LETTERS[asks]] as const) : ([] as const)),
  ]
}

/** Before a key whose campaign is the one that the occurrence names. */
const UNNAMED = ':'

function withoutCampaign(occasionKey: string, campaignId: string | undefined): string {
  const named = partsOfOccasionKey(occasionKey)
  return named.campaignId === campaignId ? `${UNNAMED}${named.key}` : occasionKey
}

/** The campaign of a key that was stored without its campaign. Mails of no campaign are in rows of the version before. */
const campaignOf = (occurrenceId: string): string =>
  occurrenceNamed(occurrenceId)?.campaignId ?? (isNoticeId(occurrenceId) ? noticeNamed(occurrenceId) : '')

function ledgerOf(row: Row): Ledger {
  const { customerId, v, c, a, erasedAt } = readAs(LedgerRow, row, 'a ledger')
  const name = `ledger of customer ${customerId}`
  const contacts = readAs(TuplesSchema, jsonIn(c, name), name).map(([occurrenceId, key, channel, contentClass, at, asks]) => ({
    occurrenceId,
    occasionKey: key.startsWith(UNNAMED) ? occasionKeyOf({ campaignId: campaignOf(occurrenceId), key: key.slice(1) }) : key,
    channel: CHANNEL_OF_LETTER.get(channel) ?? channel,
    contentClass: CLASSES_BY_LETTER[contentClass],
    at: instantOf(at),
    ...(asks && { asks: ASKS_BY_LETTER[asks] }),
  }))
  const acted = a === undefined ? undefined : readAs(ActedTuples, jsonIn(a, name), name)
  return {
    customerId,
    version: v,
    contacts,
    ...(acted && { acted: acted.map(([about, day]) => ({ about, day })) }),
    ...(erasedAt !== undefined && { erasedAt }),
  }
}

/** The channels that rows have always named by one letter. Any other stands with its id, which has more letters. */
const CHANNEL_OF_LETTER: ReadonlyMap<string, ChannelId> = new Map([
  ['e', 'email'],
  ['c', 'call'],
])
const LETTER_OF_CHANNEL = new Map([...CHANNEL_OF_LETTER].map(([letter, channel]) => [channel, letter]))
const CLASSES_BY_LETTER = { c: 'care', t: 'transactional', s: 'survey', a: 'advertising' } as const
const ASKS_BY_LETTER = { r: 'relationship', m: 'reminder' } as const
const CLASS_LETTERS = { care: 'c', transactional: 't', survey: 's', advertising: 'a' } as const satisfies Record<
  ContentClass,
  keyof typeof CLASSES_BY_LETTER
>

const ASKS_LETTERS = { relationship: 'r', reminder: 'm' } as const satisfies Record<
  NonNullable<Contact['asks']>,
  keyof typeof ASKS_BY_LETTER
>

const TupleSchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.enum(['c', 't', 's', 'a']),
  z.int(),
  z.enum(['r', 'm']).optional(),
])
const TuplesSchema = z.array(TupleSchema)
const ActedTuples = z.array(z.tuple([z.string(), z.int()]))
const LedgerRow = z.object({
  customerId: z.string(),
  v: z.int().min(1),
  c: z.string(),
  a: z.string().optional(),
  erasedAt: z.string().optional(),
})
const ListedRow = z.object({
  item: z.string(),
  erasedAt: z.string(),
  as: z.string().optional(),
  erasure: z.enum([BEGUN, FINISHED]).optional(),
  finishedAt: z.string().optional(),
})
