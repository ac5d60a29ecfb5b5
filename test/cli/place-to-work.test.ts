import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { readSecret } from '#adapters/secrets-manager/secrets.ts'
import { placeToWork } from '#cli/place-to-work.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { aCustomer } from '#test/support/builders.ts'
import { secretsAtWork } from '#test/support/secrets-at-work.ts'
import { storedVoucher } from '#test/support/store-builders.ts'

const SEAL = 'a secret of the account, long enough to be one'

/** An account with the tables, as an operator names it in the environment. */
let dynamo: Awaited<ReturnType<typeof startDynamo>>
let environment: Record<string, string> = {}

beforeAll(async () => {
  dynamo = await startDynamo({ folder: null })
  environment = localEnvironment({ credentials: startCredentials({}), endpoints: { dynamodb: dynamo.endpoint } })
  const client = new DynamoDBClient({
    endpoint: dynamo.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  await createTables(client, createTableInputs(LOCAL_TABLES))
  client.destroy()
})
afterAll(() => dynamo.stop())

describe('where a command works', () => {
  test('is the tables that the environment names; opened once, and nobody is told of a local system', async () => {
    const warned: string[] = []
    const place = placeToWork({ environment, warn: (text) => void warned.push(text) })
    const [stores, again] = [await place.stores(), await place.stores()]
    expect(again).toBe(stores)
    await stores.customers.put([aCustomer()])
    await stores.vouchers.issue(storedVoucher())
    expect(await stores.customers.get('c-001')).toMatchObject({ customer: { fullName: 'Nguyễn Thị Lan' } })
    expect(await stores.vouchers.get(storedVoucher().code)).toMatchObject({ campaignId: 'birthday' })
    expect(stores.company.name).toBe('Trà Sen Việt')
    expect(Math.abs(Date.parse(stores.now) - Date.now())).toBeLessThan(60_000)
    expect(warned).toEqual([])
    await place.close()
  })

  test('is nowhere while variables are missing: they are named, and no value is', async () => {
    const { VOUCHERS_TABLE: _, ...others } = environment
    const place = placeToWork({ environment: { ...others, PACE_TABLE: 'a-value-of-the-test' }, warn: () => {} })
    const message = await place.stores().then(
      () => 'opened',
      (error: Error) => error.message,
    )
    expect(message).toBe('bad or missing environment variables: VOUCHERS_TABLE')
  })

  test('asks for the keys of seals only when a command needs them, and reads them where the environment says they lie', async () => {
    const { client, endpoint, arn } = await secretsAtWork({ seal: SEAL })
    const { SEAL_SECRET_ARN: _, ...without } = environment
    const bare = placeToWork({ environment: without, warn: () => {} })
    expect((await bare.stores()).company.name).toBe('Trà Sen Việt')
    await expect(bare.personal()).rejects.toThrow('bad or missing environment variables: SEAL_SECRET_ARN')
    await bare.close()

    const variables = { ...environment, SEAL_SECRET_ARN: arn('seal'), AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint }
    const place = placeToWork({ environment: variables, warn: () => {} })
    const voucher = { campaignId: 'birthday', occasionKey: 'birthday:2027', customerId: 'c-001' }
    expect((await place.personal()).seals.voucherCode(voucher)).toBe(cryptoSeals({ secret: SEAL }).voucherCode(voucher))
    expect((await readSecret(await place.sealSecret())).text).toBe(SEAL)
    await place.close()
    expect((await readSecret({ client, secretId: 'seal' })).text).toBe(SEAL)
  })

  test('is not opened by closing it, nor by asking for the company rules', async () => {
    const place = placeToWork({ environment: {}, warn: () => {} })
    expect(place.companyRules().company).toMatchObject({ zone: 'Asia/Ho_Chi_Minh', currency: 'VND' })
    await place.close()
  })
})
