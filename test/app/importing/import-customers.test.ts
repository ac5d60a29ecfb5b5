import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeToThisOne } from '#app/consent/mark-shared-address.ts'
import { importCustomers } from '#app/importing/import-customers.ts'
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { collectingListener, importStores, rowsOf } from '#test/app/importing/import-stores.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const COMPANY_RULES = theCompanyRules()
const NOW = '2026-11-22T03:00:00.000Z'
type Cells = Partial<Record<CustomerColumn, string>>

async function run(stores: ReturnType<typeof importStores>, rows: readonly Cells[], now = NOW) {
  const heard = collectingListener()
  const { customers, consents, ledgers } = stores
  const report = await importCustomers({
    customers,
    consents,
    ledgers,
    companyRules: COMPANY_RULES,
    now,
    file: 'customers.csv',
    rows: rowsOf(rows),
    listener: heard.listener,
  })
  return { ...heard, report }
}
const nobody = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0, superseded: 0, warnings: 0 }
const an = (over: Cells = {}): Cells => ({
  customer_id: 'KH1',
  full_name: 'Nguyễn Văn An',
  email: `${over.customer_id ?? 'an'}@example.com`,
  ...over,
})

test('good rows come in and a bad one among them is refused with its row', async () => {
  const stores = importStores()
  const { report, problems } = await run(stores, [an(), an({ customer_id: 'KH 2' }), an({ customer_id: 'KH3' })])
  expect(report).toEqual({ ...nobody, read: 3, added: 2, refused: 1 })
  expect(problems).toEqual([{ row: 3, column: 'customer_id', value: 'KH 2', expected: expect.any(String) }])
  expect((await stores.customers.getMany(['KH1', 'KH2', 'KH3'])).map(({ customer }) => customer.customerId).sort()).toEqual([
    'KH1',
    'KH3',
  ])
})

test('the same table twice writes nothing the second time, even days later', async () => {
  const stores = importStores()
  const rows = [
    an({ consent_advertising: 'có', consent_date: '01/03/2025' }),
    an({ customer_id: 'KH2', consent_advertising: 'có' }),
    an({ customer_id: 'KH3', care_opt_out: 'có' }),
    an({ customer_id: 'KH1', full_name: 'Trần An', consent_advertising: 'không', consent_date: '22/11/2026' }),
  ]
  const first = await run(stores, rows)
  expect(first.report).toMatchObject({ added: 3, superseded: 1 })
  const written = { ...stores.writes }
  const second = await run(stores, rows, '2026-11-25T03:00:00.000Z')
  expect(second.report).toMatchObject({ read: 4, added: 0, changed: 0, unchanged: 3, superseded: 1 })
  expect(stores.writes).toEqual(written)
})

test('a changed cell changes that customer only', async () => {
  const stores = importStores()
  await run(stores, [an(), an({ customer_id: 'KH2' })])
  const { report } = await run(stores, [an({ tier: 'gold' }), an({ customer_id: 'KH2' })])
  expect(report).toEqual({ ...nobody, read: 2, changed: 1, unchanged: 1 })
  expect((await stores.customers.get('KH1'))?.customer.tier).toBe('gold')
})

test('of a customer twice in a table the last good row counts, and the warning names both rows', async () => {
  const stores = importStores()
  const { report, warnings } = await run(stores, [an(), an({ email: 'new@example.com' }), an({ full_name: '' })])
  expect(report).toEqual({ ...nobody, read: 3, added: 1, refused: 1, superseded: 1, warnings: 1 })
  expect(warnings).toEqual([
    { row: 2, column: 'customer_id', value: 'KH1', note: 'rows 2 and 3 are the same customer: row 3 counts' },
  ])
  expect((await stores.customers.get('KH1'))?.customer.email).toBe('new@example.com')
})

test('a long table is worked on in chunks, with progress told after each', async () => {
  const stores = importStores()
  const rows = Array.from({ length: 250 }, (_, at) => an({ customer_id: `KH${at}` }))
  const { report, progress } = await run(stores, rows)
  expect(report).toEqual({ ...nobody, read: 250, added: 250 })
  expect(progress).toEqual([100, 200, 250])
})

describe('consent', () => {
  const consented = an({ consent_advertising: 'có', consent_date: '01/03/2025' })

  test('is kept with its proof, and counts from the day it was given', async () => {
    const stores = importStores()
    await run(stores, [consented])
    expect(await stores.consents.ofCustomer('KH1')).toEqual([
      {
        customerId: 'KH1',
        recordId: expect.stringMatching(/^import:[0-9a-f]{16}$/),
        purpose: 'advertising',
        channel: 'email',
        decision: 'granted',
        at: '2025-02-28T17:00:00.000Z',
        source: 'import',
        evidence: 'customers.csv row 2',
      },
    ])
    expect((await stores.customers.get('KH1'))?.consents).toEqual({
      'advertising/email': { decision: 'granted', at: '2025-02-28T17:00:00.000Z' },
    })
  })

  const unsubscribed = async (stores: ReturnType<typeof importStores>, at: string) => {
    const record = {
      customerId: 'KH1',
      recordId: 'link',
      purpose: 'advertising',
      channel: 'email',
      decision: 'withdrawn',
      at,
      source: 'link',
      evidence: 'x',
    } as const
    await stores.consents.append(record)
    await stores.customers.setConsents('KH1', { 'advertising/email': { decision: 'withdrawn', at } })
  }
  const state = async (stores: ReturnType<typeof importStores>) => {
    const person = await stores.customers.get('KH1')
    return person?.consents === 'unreadable' ? 'unreadable' : person?.consents['advertising/email']?.decision
  }

  test('that was withdrawn since stays withdrawn when the old list is imported again', async () => {
    const stores = importStores()
    await run(stores, [consented])
    await unsubscribed(stores, '2026-01-05T09:00:00.000Z')
    const { report } = await run(stores, [consented])
    expect(report).toMatchObject({ unchanged: 1 })
    expect(await state(stores)).toBe('withdrawn')
  })

  test('without a date never lifts a withdrawal, and the table’s owner is told', async () => {
    const stores = importStores()
    await run(stores, [an()])
    await unsubscribed(stores, '2026-01-05T09:00:00.000Z')
    const { warnings } = await run(stores, [an({ consent_advertising: 'có' })])
    expect(await state(stores)).toBe('withdrawn')
    expect(warnings.at(-1)?.note).toContain('withdrawn on 2026-01-05')
  })

  test('given anew after a withdrawal counts with its date', async () => {
    const stores = importStores()
    await run(stores, [consented])
    await unsubscribed(stores, '2026-01-05T09:00:00.000Z')
    const { report } = await run(stores, [an({ consent_advertising: 'có', consent_date: '01/06/2026' })])
    expect(report).toMatchObject({ changed: 1 })
    expect(await state(stores)).toBe('granted')
  })

  test('and its withdrawal on one day: the withdrawal holds, in whichever order they come', async () => {
    for (const rows of [
      ['có', 'không'],
      ['không', 'có'],
    ]) {
      const stores = importStores()
      for (const word of rows) await run(stores, [an({ consent_advertising: word, consent_date: '01/03/2025' })])
      expect(await state(stores)).toBe('withdrawn')
    }
  })

  test('of an import that was cut off before the state was set is set by the next', async () => {
    const stores = importStores()
    const dying = { ...stores, customers: { ...stores.customers, setConsents: () => Promise.reject(new Error('cut off')) } }
    await expect(run(dying, [consented])).rejects.toThrow('cut off')
    expect(await state(stores)).toBeUndefined()
    await run(stores, [consented])
    expect(await state(stores)).toBe('granted')
  })

  test('old history is added though it no longer decides anything', async () => {
    const stores = importStores()
    await run(stores, [an()])
    await unsubscribed(stores, '2026-01-05T09:00:00.000Z')
    await run(stores, [consented])
    expect(await stores.consents.ofCustomer('KH1')).toHaveLength(2)
    expect(await state(stores)).toBe('withdrawn')
  })
})

test('every row is accounted for once, and a second import finds nothing new', async () => {
  const row = fc.record({
    customer_id: fc.constantFrom('A', 'B', 'C', 'D', 'not an id'),
    full_name: fc.constantFrom('Lê An', 'Lê Bình', ''),
    email: fc.constantFrom('a@example.com', 'broken', ''),
    consent_advertising: fc.constantFrom('có', 'không', ''),
    consent_date: fc.constantFrom('01/03/2025', ''),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const stores = importStores()
      const { report } = await run(stores, rows)
      expect(report.read).toBe(rows.length)
      expect(report.added + report.changed + report.unchanged + report.refused + report.superseded).toBe(report.read)
      const written = { ...stores.writes }
      const again = await run(stores, rows)
      expect(again.report).toMatchObject({ added: 0, changed: 0, refused: report.refused, superseded: report.superseded })
      expect(stores.writes).toEqual(written)
    }),
    { numRuns: 60 },
  )
})

describe('customers with one address', () => {
  const marks = async (stores: ReturnType<typeof importStores>, ...ids: string[]) =>
    (await stores.customers.getMany(ids)).map(({ customer, sharedAddress }) => [
      customer.customerId,
      sharedAddress?.writtenTo ?? null,
      sharedAddress?.customers.join() ?? null,
    ])
  const together = { email: 'nha@example.com' }

  test('are told and marked, the lower id is written to, wherever in the table they stand', async () => {
    const stores = importStores()
    const between = Array.from({ length: 120 }, (_, n) => an({ customer_id: `X${n}` }))
    const { warnings } = await run(stores, [
      an({ customer_id: 'KH10', ...together }),
      ...between,
      an({ customer_id: 'KH2', email: 'NHA@example.com' }),
    ])
    expect(await marks(stores, 'KH10', 'KH2')).toEqual([
      ['KH10', 'KH2', 'KH2,KH10'],
      ['KH2', 'KH2', 'KH2,KH10'],
    ])
    expect(warnings.at(-1)).toMatchObject({ row: 123, column: 'email', note: expect.stringContaining('goes to KH2 alone') })
  })

  test('a newcomer with a known address is marked with whom it was known of; an unchanged table changes nothing', async () => {
    const stores = importStores()
    await run(stores, [an({ customer_id: 'KH5', ...together })])
    expect(await marks(stores, 'KH5')).toEqual([['KH5', null, null]])
    await run(stores, [an({ customer_id: 'KH7', ...together })])
    const both = [
      ['KH5', 'KH5', 'KH5,KH7'],
      ['KH7', 'KH5', 'KH5,KH7'],
    ]
    expect(await marks(stores, 'KH5', 'KH7')).toEqual(both)
    const { report } = await run(stores, [an({ customer_id: 'KH7', ...together })])
    expect(report).toMatchObject({ unchanged: 1, changed: 0 })
    expect(await marks(stores, 'KH5', 'KH7')).toEqual(both)
  })

  test('who gets an address of their own frees the other; what is known of the one written to follows their profile', async () => {
    const stores = importStores()
    await run(stores, [an({ customer_id: 'KH5', ...together }), an({ customer_id: 'KH7', ...together })])
    await run(stores, [an({ customer_id: 'KH5', ...together, tier: 'vàng' })])
    expect((await stores.customers.get('KH7'))?.sharedAddress?.known.tier).toBe('vàng')
    await run(stores, [an({ customer_id: 'KH5', email: 'rieng@example.com' })])
    expect(await marks(stores, 'KH5', 'KH7')).toEqual([
      ['KH5', null, null],
      ['KH7', null, null],
    ])
  })

  test('a list imported before marks were made is marked when it is imported again, unchanged', async () => {
    const stores = importStores()
    const rows = [an({ customer_id: 'KH5', ...together }), an({ customer_id: 'KH7', ...together })]
    await run(stores, rows)
    for (const customerId of ['KH5', 'KH7']) await stores.customers.setSharedAddress({ customerId, sharedAddress: null })
    expect((await run(stores, rows)).report).toMatchObject({ unchanged: 2, changed: 0 })
    expect(await marks(stores, 'KH5', 'KH7')).toEqual([
      ['KH5', 'KH5', 'KH5,KH7'],
      ['KH7', 'KH5', 'KH5,KH7'],
    ])
  })

  test('what the table says one of them agreed to or refused stands on the rows of all', async () => {
    const stores = importStores()
    const decidedOf = async (customerId: string) => (await stores.customers.get(customerId))?.sharedAddress?.known.decided
    const refusing = { ...together, consent_care: 'không', consent_date: '01/03/2025' }
    await run(stores, [an({ customer_id: 'KH5', ...refusing }), an({ customer_id: 'KH7', ...together })])
    expect([await decidedOf('KH5'), await decidedOf('KH7')]).toEqual(
      [1, 2].map(() => ({ 'care/email': { decision: 'withdrawn' } })),
    )
    const agreeing = { ...refusing, consent_care: 'có', consent_date: '01/04/2025' }
    await run(stores, [an({ customer_id: 'KH5', ...agreeing })])
    expect(await decidedOf('KH7')).toEqual({ 'care/email': { decision: 'granted' } })
  })

  test('a mark of the version before learns it from the same list, unchanged; once it stands, nothing is written', async () => {
    const stores = importStores()
    const rows = [an({ customer_id: 'KH5', ...together }), an({ customer_id: 'KH7', ...together })]
    await run(stores, rows)
    const made = (await stores.customers.get('KH5'))?.sharedAddress
    if (!made) throw new Error('no mark')
    const { decided: _, ...known } = made.known
    for (const customerId of ['KH5', 'KH7'])
      await stores.customers.setSharedAddress({ customerId, sharedAddress: { ...made, known, next: [] } })
    expect((await run(stores, rows)).report).toMatchObject({ unchanged: 2 })
    for (const customerId of ['KH5', 'KH7']) expect((await stores.customers.get(customerId))?.sharedAddress).toEqual(made)
    const { customers } = stores
    const setSharedAddress = () => Promise.reject(new Error('nothing is new'))
    expect((await run({ ...stores, customers: { ...customers, setSharedAddress } }, rows)).report).toMatchObject({ unchanged: 2 })
  })

  test('the choice of staff outlives the next import', async () => {
    const stores = importStores()
    const rows = [an({ customer_id: 'KH5', ...together }), an({ customer_id: 'KH7', ...together })]
    await run(stores, rows)
    const person = await stores.customers.get('KH7')
    if (!person) throw new Error('KH7')
    expect(await writeToThisOne({ ...stores, companyRules: COMPANY_RULES }, { person, by: 'Lan' })).toBe('written')
    await run(stores, [...rows, an({ customer_id: 'KH1', ...together })])
    expect((await marks(stores, 'KH1', 'KH5', 'KH7')).map(([, writtenTo]) => writtenTo)).toEqual(['KH7', 'KH7', 'KH7'])
    const alone = await stores.customers.get('KH9')
    expect(alone).toBeUndefined()
  })
})
