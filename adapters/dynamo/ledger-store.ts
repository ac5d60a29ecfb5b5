/**
 * Ledgers in DynamoDB: one small item per customer beside their touches, written once per claim. A kilobyte is one write unit,
 * and the claim is most of what a greeting costs, so contacts are stored as short tuples.
 */
import * as z from 'zod'
import { absent, follows } from '#adapters/dynamo/conditions.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { LedgerStore } from '#app/ports.ts'
import type { Channel } from '#core/audience/consent.ts'
import { type Contact, emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import { epochMsOf, instantOf } from '#core/time/instant.ts'

const LEDGER = 'ledger'

export function dynamoLedgerStore(table: DynamoTable): LedgerStore {
  return {
    getMany: async (customerIds) => {
      const rows = await getRows(
        table,
        customerIds.map((customerId) => ({ customerId, item: LEDGER })),
      )
      const known = new Map(rows.map((row) => [String(row.customerId), ledgerOf(row)]))
      return [...new Set(customerIds)].map((customerId) => known.get(customerId) ?? emptyLedger(customerId))
    },
    // Versions of ledgers begin at 1: the first claim is the one that finds nothing.
    claim: async (ledger) => {
      if (ledger.version < 1) return 'lost'
      return putRow(table, rowOf(ledger), ledger.version === 1 ? absent('v') : follows('v', ledger.version))
    },
  }
}

const rowOf = ({ customerId, version, contacts }: Ledger): Row => ({
  customerId,
  item: LEDGER,
  v: version,
  c: JSON.stringify(contacts.map(tupleOf)),
})

const tupleOf = ({ occurrenceId, occasionKey, channel, contentClass, at }: Contact): z.input<typeof TupleSchema> => [
  occurrenceId,
  occasionKey,
  CHANNEL_LETTERS[channel],
  CLASS_LETTERS[contentClass],
  epochMsOf(at),
]

function ledgerOf(row: Row): Ledger {
  const { customerId, v, c } = readAs(LedgerRow, row, 'a ledger')
  const name = `ledger of customer ${customerId}`
  const contacts = readAs(z.array(TupleSchema), jsonIn(c, name), name).map(
    ([occurrenceId, occasionKey, channel, contentClass, at]) => ({
      occurrenceId,
      occasionKey,
      channel: CHANNELS_BY_LETTER[channel],
      contentClass: CLASSES_BY_LETTER[contentClass],
      at: instantOf(at),
    }),
  )
  return { customerId, version: v, contacts }
}

const CHANNELS_BY_LETTER = { e: 'email' } as const
const CLASSES_BY_LETTER = { c: 'care', t: 'transactional', s: 'survey', a: 'advertising' } as const
const CHANNEL_LETTERS = { email: 'e' } as const satisfies Record<Channel, keyof typeof CHANNELS_BY_LETTER>
const CLASS_LETTERS = { care: 'c', transactional: 't', survey: 's', advertising: 'a' } as const satisfies Record<
  ContentClass,
  keyof typeof CLASSES_BY_LETTER
>

const TupleSchema = z.tuple([z.string(), z.string(), z.enum(['e']), z.enum(['c', 't', 's', 'a']), z.int()])
const LedgerRow = z.object({ customerId: z.string(), v: z.int().min(1), c: z.string() })
