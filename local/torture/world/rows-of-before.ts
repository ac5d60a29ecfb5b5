/**
 * Rows as the version before wrote them, in the stores before the run begins: suppressions under plain hashes of addresses, in a table that is not
 * marked as keyed yet, a touch of last year without legs, with its contact in the ledger, and open work as one bag of fields. The run moves the
 * suppressions while mails go out.
 */
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import { placeOf } from '#adapters/dynamo/places.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { lastLeg } from '#core/planning/touch.ts'
import { epochMsOf, type Instant } from '#core/time/instant.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import type { HeldBack } from '#local/torture/held-back.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'

const WRITES_AT_ONCE = 16
const LAST_TET = { occurrenceId: 'tet-greeting_2026-02-16', at: '2026-02-16T02:00:00.000Z' }
/** In the windows of the first two dates, and again when nothing is left to move. */
const MOVED_AT: readonly Instant[] = ['2027-03-28T02:40:00.000Z', '2027-03-28T16:40:00.000Z']

interface Tables {
  readonly client: DynamoTable['client']
  readonly suppressionKeys: SuppressionKeys
}

export async function rowsOfBefore({ client }: Tables, people: readonly TorturePerson[]): Promise<void> {
  const suppressions = { client, tableName: LOCAL_TABLES.suppressions }
  await client.send(new DeleteItemCommand({ TableName: suppressions.tableName, Key: { addressHash: { S: '#keyed' } } }))
  await eachBounded(
    people.filter(({ hasRowsOfBefore }) => hasRowsOfBefore),
    {
      limit: WRITES_AT_ONCE,
      act: async ({ customer: { customerId } }) => {
        await putRow({ client, tableName: LOCAL_TABLES.touches }, touchOf(customerId))
        await putRow({ client, tableName: LOCAL_TABLES.touches }, ledgerOf(customerId))
        await putRow({ client, tableName: LOCAL_TABLES.work }, workOf(customerId))
      },
    },
  )
  await eachBounded([...suppressedBefore(people)], {
    limit: WRITES_AT_ONCE,
    act: async (address) => {
      await putRow(suppressions, {
        addressHash: addressHash(address),
        reason: 'hard-bounce',
        at: LAST_TET.at,
        evidence: '0100019c-before',
      })
    },
  })
}

/** How many customers had such rows, and of how many the touch and the work can be read now. */
export async function readRowsOfBefore(
  { touches, work }: { readonly touches: Pick<TouchStore, 'getMany'>; readonly work: Pick<WorkStore, 'get'> },
  people: readonly TorturePerson[],
): Promise<{ readonly written: number; readonly read: number }> {
  const ids = people.filter(({ hasRowsOfBefore }) => hasRowsOfBefore).map(({ customer }) => customer.customerId)
  const found = await touches.getMany(ids.map((customerId) => ({ customerId, occurrenceId: LAST_TET.occurrenceId })))
  const legged = new Set(found.filter(({ legs }) => lastLeg({ legs }).channel === 'email').map(({ customerId }) => customerId))
  let read = 0
  await eachBounded(ids, {
    limit: WRITES_AT_ONCE,
    act: async (customerId) => {
      if (legged.has(customerId) && (await work.get(workIdOf(customerId)))?.kind === 'case') read++
    },
  })
  return { written: ids.length, read }
}

/** The addresses that the version before had suppressed. */
export const suppressedBefore = (people: readonly TorturePerson[]): ReadonlySet<string> =>
  new Set(people.flatMap(({ isSuppressedBefore, customer: { email } }) => (isSuppressedBefore && email !== null ? [email] : [])))

/** Moves them while senders read them, twice: the second walk finds nothing. */
export function moveSuppressions({ client, suppressionKeys }: Tables, held: Pick<HeldBack, 'until'>): void {
  const table = { client, tableName: LOCAL_TABLES.suppressions, keys: async () => suppressionKeys }
  for (const at of MOVED_AT) held.until(at, async () => void (await keySuppressions(table, { at })))
}

const touchOf = (customerId: string) => ({
  customerId,
  item: LAST_TET.occurrenceId,
  touch: JSON.stringify({
    campaignId: 'tet-greeting',
    occasionKey: 'tet-greeting:2026',
    channel: 'email',
    contentClass: 'care',
    result: 'sent',
    at: LAST_TET.at,
    providerId: '0100019c-tet',
    reason: null,
    voucherCode: null,
  }),
})

const ledgerOf = (customerId: string) => ({
  customerId,
  item: 'ledger',
  v: 1,
  c: JSON.stringify([[LAST_TET.occurrenceId, ':2026', 'e', 'c', epochMsOf(LAST_TET.at)]]),
})

const workIdOf = (customerId: string) => `complaint_before-${customerId}`

function workOf(customerId: string) {
  const workId = workIdOf(customerId)
  const dueAt = '2026-02-23T02:00:00.000Z'
  const item = {
    workId,
    kind: 'case',
    reason: 'complaint',
    customerId,
    campaignId: 'tet-greeting',
    occurrenceId: LAST_TET.occurrenceId,
    replyId: `before-${customerId}`,
    score: null,
    right: null,
    holds: [],
    openedAt: LAST_TET.at,
    dueAt,
    state: 'open',
    closedAt: null,
    closedOn: null,
    closedBy: null,
    reached: null,
    note: null,
    version: 0,
  }
  return {
    workId,
    version: 0,
    item: JSON.stringify(item),
    dueAt,
    openKey: 'open',
    customerId,
    place: placeOf(customerId, workId),
  }
}
