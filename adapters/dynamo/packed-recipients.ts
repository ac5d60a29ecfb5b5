/**
 * The recipients of a batch in a few bytes each. A batch is written four times and read every hour, and a kilobyte costs a write unit. So the
 * occasion's key, nearly always the same, is stored once, a `planned` outcome is left out, and all of it is deflated to about a quarter.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { jsonIn, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { outcomeIn } from '#adapters/dynamo/stored-outcome.ts'
import { type Outcome, PLANNED } from '#core/audience/outcome.ts'
import type { Recipient } from '#core/planning/occurrence.ts'

export function packedRecipients(recipients: readonly Recipient[]): Uint8Array {
  const keys = new Map<string, number>()
  const rows = recipients.map(({ customerId, occasionKey, outcome }) => {
    const key = keys.get(occasionKey) ?? keys.size
    keys.set(occasionKey, key)
    return outcome.state === 'planned' ? [customerId, key] : [customerId, key, asStored(outcome)]
  })
  return deflateRawSync(JSON.stringify({ keys: [...keys.keys()], rows }))
}

/** A skip that another version made goes back letter by letter as it was read. */
const asStored = (outcome: Outcome): unknown =>
  outcome.state === 'skipped' && outcome.reason === 'not-known-here' ? outcome.stored : outcome

/** Unpacks the recipients. Throws UnreadableRowError, naming the batch, on anything else. */
export function unpackedRecipients(packed: unknown, batchName: string): Recipient[] {
  const unreadable = (what: string) => new UnreadableRowError(`cannot read ${batchName}: ${what}`)
  const stored = jsonIn(textIn(packed, batchName), batchName)
  if (typeof stored !== 'object' || stored === null || !('keys' in stored && 'rows' in stored)) throw unreadable('no recipients')
  const { keys, rows } = stored
  if (!Array.isArray(keys) || !Array.isArray(rows)) throw unreadable('no list of recipients')
  return rows.map((row: unknown, at) => {
    const [customerId, key, written]: unknown[] = Array.isArray(row) ? row : []
    const occasionKey: unknown = typeof key === 'number' ? keys[key] : undefined
    if (typeof customerId !== 'string' || typeof occasionKey !== 'string') throw unreadable(`bad recipient ${at}`)
    const outcome = written === undefined ? PLANNED : outcomeIn(written)
    if (outcome === undefined) throw unreadable(`bad outcome of customer ${customerId}`)
    return { customerId, occasionKey, outcome }
  })
}

function textIn(packed: unknown, batchName: string): string {
  try {
    if (packed instanceof Uint8Array) return inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString()
  } catch (cause) {
    throw new UnreadableRowError(`cannot read ${batchName}: its recipients cannot be unpacked`, { cause })
  }
  throw new UnreadableRowError(`cannot read ${batchName}: no packed recipients`)
}

/** Twenty times the size of five hundred recipients. */
const MOST_BYTES = 4_000_000
