/** The DynamoDB adapters keep every promise of the ports on the engine that `DYNAMODB_ENDPOINT` names, such as the official DynamoDB Local. */
import { afterAll, beforeAll, describe } from 'vitest'
import { everyStoreContract } from '#test/contract/every-store.contract.ts'
import { type Engine, useEndpoint } from '#test/support/dynamo-engines.ts'
import { dynamoStoreMakers } from '#test/support/dynamo-stores.ts'

const endpoint = process.env.DYNAMODB_ENDPOINT

describe.runIf(endpoint)('on the engine at DYNAMODB_ENDPOINT', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await useEndpoint(endpoint ?? '')
  })
  afterAll(() => engine.stop())
  everyStoreContract(dynamoStoreMakers(() => engine))
})
