import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cdnowCustomer, openCdnow } from '#adapters/csv/cdnow-file.ts'
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import { openTable } from '#adapters/csv/table-file.ts'
import { dynamoConsentLog } from '#adapters/dynamo/consent-log.ts'
import { dynamoCustomerStore } from '#adapters/dynamo/customer-store.ts'
import { dynamoLedgerStore } from '#adapters/dynamo/ledger-store.ts'
import { dynamoPurchaseStore } from '#adapters/dynamo/purchase-store.ts'
import { importCustomers } from '#app/importing/import-customers.ts'
import { importPurchases } from '#app/importing/import-purchases.ts'
import { collectingListener } from '#test/app/importing/import-stores.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

const root = join(import.meta.dirname, '../../..')
const NOW = '2026-11-22T03:00:00.000Z'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary === undefined ? await startDynalite() : await startDynoxide(binary)
})
afterAll(() => engine.stop())

async function stores() {
  const table = await freshTable(engine.client, 'customers')
  const finderTable = (await freshTable(engine.client, 'finder')).tableName
  const customers = dynamoCustomerStore({ ...table, finderTable, addressHash: (address) => address.toLowerCase() })
  const purchases = dynamoPurchaseStore(await freshTable(engine.client, 'purchases'))
  const consents = dynamoConsentLog(await freshTable(engine.client, 'consents'))
  const ledgers = dynamoLedgerStore(await freshTable(engine.client, 'touches'))
  return { customers, purchases, consents, ledgers }
}

test('the sample company is stored as it was read: importing it again finds nothing to write', async () => {
  const table = await openTable(join(root, 'campaigns/sample/customers.csv'), CUSTOMER_HEADINGS)
  if ('refused' in table) throw new Error(table.refused)
  const { customers, consents, ledgers } = await stores()
  const once = () =>
    importCustomers({
      customers,
      consents,
      ledgers,
      companyRules: theCompanyRules(),
      now: NOW,
      file: 'customers.csv',
      rows: table.rows,
      listener: collectingListener().listener,
    })
  expect(await once()).toMatchObject({ added: 500, refused: 0 })
  expect(await once()).toMatchObject({ added: 0, changed: 0, unchanged: 500 })
})

test('the CDNOW purchases are stored whole, and again without a change', async () => {
  const table = await openCdnow(join(root, 'test/fixtures/cdnow-sample.txt'))
  if ('refused' in table) throw new Error(table.refused)
  const { customers, purchases } = await stores()
  const once = () => {
    const { listener } = collectingListener()
    return importPurchases({
      customers,
      purchases,
      company: theCompanyRules().company,
      now: NOW,
      rows: table.rows(),
      listener,
      newCustomer: cdnowCustomer,
    })
  }
  expect(await once()).toMatchObject({ read: 6_919, added: 6_919, customersAdded: 2_357 })
  expect(await once()).toMatchObject({ added: 0, changed: 0, unchanged: 6_919, customersAdded: 0 })
  const [first] = await customers.getMany(['cdnow-00004'])
  expect(first?.customer).toMatchObject({
    email: 'cdnow-00004@example.com',
    firstPurchaseOn: '1997-01-01',
    lastPurchaseOn: '1997-12-12',
  })
})
