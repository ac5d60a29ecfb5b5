import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { correctProfile, type WrittenProfile } from '#app/person/correct-profile.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { seenProfile } from '#core/customer/corrections.ts'
import type { Customer } from '#core/customer/customer.ts'
import { readableHash } from '#test/contract/every-store.contract.ts'
import { aCustomer } from '#test/support/builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const LAN = {
  fullName: 'Nguyễn Thị Lan',
  addressName: 'Lan',
  honorific: 'chi',
  preferredChannel: '',
  preferredParts: [] as readonly string[],
}

async function companyWith(over: Partial<Customer> = {}) {
  const customers = memoryCustomerStore({ addressHash: readableHash })
  await customers.put([aCustomer({ phone: '+84912345678', ...over })])
  const stored = async () => {
    const person = await customers.get('c-001')
    if (!person) throw new Error('gone')
    return person.customer
  }
  const correct = async (written: Partial<WrittenProfile>, { backToImports = false, seen = '' } = {}) =>
    correctProfile(
      { customers, channels: OUR_CHANNELS },
      {
        customerId: 'c-001',
        written: { ...LAN, ...written },
        seen: seen === '' ? seenProfile(await stored()) : seen,
        backToImports,
        by: 'Hoa',
        at: AT,
      },
    )
  return { customers, stored, correct }
}

test('a new name carries the name to greet with it, is split anew, and is marked as corrected', async () => {
  const { stored, correct } = await companyWith()
  expect(await correct({ fullName: ' TRẦN THỊ  LOAN ' })).toEqual({ changed: ['name'] })
  expect(await stored()).toMatchObject({
    fullName: 'Trần Thị Loan',
    familyName: 'Trần',
    givenName: 'Loan',
    addressName: 'Loan',
    corrections: { version: 1, parts: ['name'], at: AT, by: 'Hoa' },
  })
})

test('a name to greet that staff chose stays when the name is corrected', async () => {
  const { stored, correct } = await companyWith({ addressName: 'Lan Anh' })
  await correct({ fullName: 'Nguyễn Thị Loan', addressName: 'Lan Anh' })
  expect(await stored()).toMatchObject({ fullName: 'Nguyễn Thị Loan', addressName: 'Lan Anh' })
})

test('an emptied name to greet follows from the name', async () => {
  const { stored, correct } = await companyWith({ addressName: 'Lan Anh' })
  expect(await correct({ addressName: ' ' })).toEqual({ changed: ['form-of-address'] })
  expect(await stored()).toMatchObject({ addressName: 'Lan' })
})

test('form of address and channel are set, and only the first is kept from imports', async () => {
  const { stored, correct } = await companyWith()
  expect(await correct({ honorific: 'co', preferredChannel: 'call' })).toEqual({
    changed: ['form-of-address', 'preferred-channel'],
  })
  expect(await stored()).toMatchObject({ honorific: 'co', preferredChannel: 'call', corrections: { parts: ['form-of-address'] } })
})

test('a remark beside the name is kept for staff, not as part of the name', async () => {
  const { stored, correct } = await companyWith()
  await correct({ fullName: 'Nguyễn Thị Loan (mẹ bé Bi)' })
  expect(await stored()).toMatchObject({ fullName: 'Nguyễn Thị Loan', nameRemark: 'mẹ bé Bi' })
})

test('a form that changes nothing writes nothing', async () => {
  const { stored, correct } = await companyWith()
  expect(await correct({})).toEqual({ changed: [] })
  expect((await stored()).corrections).toBeNull()
})

test('corrections add up, and can be given back to imports', async () => {
  const { stored, correct } = await companyWith()
  await correct({ fullName: 'Nguyễn Thị Loan', addressName: 'Loan' })
  await correct({ fullName: 'Nguyễn Thị Loan', addressName: 'Loan', honorific: 'ba' })
  expect((await stored()).corrections).toMatchObject({ version: 2, parts: ['form-of-address', 'name'] })
  const back = await correct({ fullName: 'Nguyễn Thị Loan', addressName: 'Loan', honorific: 'ba' }, { backToImports: true })
  expect(back).toEqual({ changed: ['back-to-imports'] })
  expect((await stored()).corrections).toMatchObject({ version: 3, parts: [] })
})

test.each<[Partial<WrittenProfile>, string]>([
  [{ fullName: '' }, 'name'],
  [{ fullName: 'https://example.com' }, 'name'],
  [{ fullName: 'x'.repeat(101) }, 'name'],
  [{ addressName: '123' }, 'address-name'],
  [{ honorific: 'queen' }, 'honorific'],
  [{ preferredChannel: 'pigeon' }, 'channel'],
])('%j is refused, and nothing is written', async (written, refused) => {
  const { stored, correct } = await companyWith()
  const before = await stored()
  expect(await correct(written)).toEqual({ refused })
  expect(await stored()).toEqual(before)
})

test('a channel by which the customer cannot be reached is refused, unless it was chosen before', async () => {
  const { correct } = await companyWith({ phone: null })
  expect(await correct({ preferredChannel: 'call' })).toEqual({ refused: 'channel' })
  const before = await companyWith({ phone: null, preferredChannel: 'call' })
  expect(await before.correct({ preferredChannel: 'call', honorific: 'ba' })).toEqual({ changed: ['form-of-address'] })
})

test('a form that showed another profile undoes nothing that was changed meanwhile', async () => {
  const { customers, stored, correct } = await companyWith()
  const seen = seenProfile(await stored())
  await customers.correct('c-001', (customer) => ({ ...customer, honorific: 'ba' }))
  expect(await correct({ fullName: 'Nguyễn Thị Loan' }, { seen })).toEqual({ refused: 'changed-meanwhile' })
  expect(await stored()).toMatchObject({ fullName: 'Nguyễn Thị Lan', honorific: 'ba' })
})

test('an import that comes between the look and the write is not undone', async () => {
  const { customers, stored } = await companyWith()
  const seen = seenProfile(await stored())
  const late = {
    get: customers.get,
    correct: async (customerId: string, change: (customer: Customer) => Customer) => {
      await customers.put([{ ...(await stored()), fullName: 'Nguyễn Thị Liên' }])
      return customers.correct(customerId, change)
    },
  }
  const done = await correctProfile(
    { customers: late, channels: OUR_CHANNELS },
    { customerId: 'c-001', written: { ...LAN, honorific: 'ba' }, seen, backToImports: false, by: 'Hoa', at: AT },
  )
  expect(done).toEqual({ refused: 'changed-meanwhile' })
  expect(await stored()).toMatchObject({ fullName: 'Nguyễn Thị Liên', honorific: 'chi' })
})

test('the time for calls is noted in the order of the day, kept by imports, and taken back', async () => {
  const { correct, stored } = await companyWith()
  expect(await correct({ preferredParts: ['evening', 'morning', 'midnight'] })).toEqual({ changed: ['preferred-parts'] })
  expect(await stored()).toMatchObject({ preferredParts: ['morning', 'evening'], corrections: { parts: ['preferred-parts'] } })
  expect(await correct({ preferredParts: [] })).toEqual({ changed: ['preferred-parts'] })
  expect((await stored()).preferredParts).toBeNull()
})

test('nobody is corrected who is not there', async () => {
  const customers = memoryCustomerStore({ addressHash: readableHash })
  const correction = { customerId: 'c-404', written: LAN, seen: '', backToImports: false, by: 'Hoa', at: AT }
  expect(await correctProfile({ customers, channels: OUR_CHANNELS }, correction)).toEqual({ refused: 'no-such-customer' })
})
