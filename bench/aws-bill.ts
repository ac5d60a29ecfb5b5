/** What was used of AWS, by part of the way: calls, DynamoDB's own figure of the units they took, queue requests, rings and log lines. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LIST_PRICES } from './list-prices.ts'

export interface Bill {
  readonly calls: Record<string, number>
  writeUnits: number
  readUnits: number
  queueRequests: number
  rings: number
  lambdaRequests: number
  lambdaGigabyteSeconds: number
  logBytes: number
}

const emptyBill = (): Bill => ({
  calls: {},
  writeUnits: 0,
  readUnits: 0,
  queueRequests: 0,
  rings: 0,
  lambdaRequests: 0,
  lambdaGigabyteSeconds: 0,
  logBytes: 0,
})

/** What the calls ask for, the provider's mails left out. */
export const callDollars = (bill: Bill): number =>
  bill.writeUnits * LIST_PRICES.writeUnit +
  bill.readUnits * LIST_PRICES.readUnit +
  bill.queueRequests * LIST_PRICES.queueRequest +
  bill.rings * LIST_PRICES.scheduleRing

/** What the functions ask for that make them: their time beside endpoints that answer as fast as the bench's, and their log lines. */
export const runDollars = (bill: Bill): number =>
  bill.lambdaRequests * LIST_PRICES.lambdaRequest +
  bill.lambdaGigabyteSeconds * LIST_PRICES.lambdaGigabyteSecond +
  (bill.logBytes / 1e9) * LIST_PRICES.logGigabyte

/** What Powertools puts around the values of a line. */
const LOG_FRAME_BYTES = 220

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan'])

/** Bills by name; what the client does is put on the one that is open. Asks DynamoDB for the units of every call. */
export function billing(client: DynamoDBClient) {
  const bills = new Map<string, Bill>()
  let open = emptyBill()
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const name = commandName.replace(/Command$/, '')
        const on = open
        on.calls[name] = (on.calls[name] ?? 0) + 1
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
        const units = unitsIn(answer.output)
        if (READS.has(name)) on.readUnits += units
        else on.writeUnits += units
        return answer
      },
    { step: 'initialize', name: 'billing' },
  )
  return {
    bills,
    on: (name: string): Bill => {
      open = bills.get(name) ?? emptyBill()
      bills.set(name, open)
      return open
    },
    logged: (name: string, values: object) => {
      open.logBytes += LOG_FRAME_BYTES + name.length + JSON.stringify(values).length
    },
  }
}

/** Of one table or of several. */
function unitsIn(output: object): number {
  const consumed: unknown = 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined
  const parts: readonly unknown[] = Array.isArray(consumed) ? consumed : [consumed]
  return parts.reduce<number>((sum, part) => sum + (isConsumed(part) ? part.CapacityUnits : 0), 0)
}

const isConsumed = (part: unknown): part is { CapacityUnits: number } =>
  typeof part === 'object' && part !== null && 'CapacityUnits' in part && typeof part.CapacityUnits === 'number'
