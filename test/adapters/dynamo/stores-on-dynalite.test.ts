/** The DynamoDB adapters keep every promise of the ports on the engine in pure JavaScript. */
import { afterAll, beforeAll } from 'vitest'
import { everyStoreContract } from '#test/contract/every-store.contract.ts'
import { type Engine, startDynalite } from '#test/support/dynamo-engines.ts'
import { dynamoStoreMakers } from '#test/support/dynamo-stores.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())
everyStoreContract(dynamoStoreMakers(() => engine))
