/** The DynamoDB adapters keep every promise of the ports on the native engine. */
import { afterAll, beforeAll, describe } from 'vitest'
import { everyStoreContract } from '#test/contract/every-store.contract.ts'
import { dynoxideBinary, type Engine, startDynoxide } from '#test/support/dynamo-engines.ts'
import { dynamoStoreMakers } from '#test/support/dynamo-stores.ts'

const binary = dynoxideBinary()

// An optional dependency: where its binary does not fit, the other engine alone stands in.
describe.runIf(binary !== undefined)('on dynoxide', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDynoxide(binary ?? '')
  })
  afterAll(() => engine.stop())
  everyStoreContract(dynamoStoreMakers(() => engine))
})
