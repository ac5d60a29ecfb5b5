/** A person erased under the version before, which knew plain hashes of addresses only, and imported again under this one. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { readFacts } from '#app/sending/page-facts.ts'
import { heldPerson } from '#test/app/person/held-person.ts'
import { aCampaign, aCustomer, aRecipient } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { withKeys } from '#test/support/suppression-keys.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

/** As the version before wrote it for lan@example.com. */
const ERASED_BEFORE = {
  addressHash: '73a6c858deff3ab5702ea7c38b0031b91e385ea9bf8ec3353eaead0199ccfb14',
  reason: 'legal',
  at: '2026-05-02T03:00:00.000Z',
  evidence: 'erased on request',
}

test('is not written to, before the migration and after it', async () => {
  const ports = { ...(await heldPerson(engine)), campaigns: memoryCampaignStore() }
  const table = { client: engine.client, tableName: ports.tables.suppressions }
  await engine.client.send(new PutItemCommand({ TableName: table.tableName, Item: marshall(ERASED_BEFORE) }))
  const customer = aCustomer({ customerId: 'KH9', email: 'Lan@Example.com' })
  await ports.customers.put([customer])

  const stopped = async () => {
    const page = [aRecipient({ customerId: 'KH9' })]
    const { suppressions } = await readFacts(ports, { campaign: aCampaign(), date: '2027-02-06', words: undefined, page })
    return suppressions.get(ports.seals.contactKey({ kind: 'email', value: customer.email ?? '' }))
  }
  expect(await stopped()).toMatchObject({ reason: 'legal', at: ERASED_BEFORE.at })
  expect(await keySuppressions(withKeys(table), { at: '2026-12-01T02:00:00.000Z' })).toMatchObject({ suppressions: 1 })
  expect(await stopped()).toMatchObject({ reason: 'legal', at: ERASED_BEFORE.at })
})
