import { describe, expect, test } from 'vitest'
import type { CorrectedPart } from '#core/customer/corrections.ts'
import { customerFromRow } from '#core/customer/customer-row.ts'
import { aCustomer } from '#test/support/builders.ts'

const defaults = { zone: 'Asia/Ho_Chi_Minh', locale: 'vi', country: 'VN', today: '2027-03-10' } as const
const known = (parts: readonly CorrectedPart[]) =>
  aCustomer({
    customerId: 'KH1',
    fullName: 'Nguyễn Thị Loan',
    familyName: 'Nguyễn',
    givenName: 'Loan',
    addressName: 'Loan',
    honorific: 'ba',
    preferredChannel: 'call',
    corrections: { version: 2, parts, at: '2027-03-09T02:00:00.000Z', by: 'Hoa' },
  })

function imported(parts: readonly CorrectedPart[], cells: Readonly<Record<string, string>>) {
  const reading = customerFromRow({ row: 3, cells: { customer_id: 'KH1', ...cells } }, defaults, known(parts))
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  return { customer: reading.ok.customer, notes: reading.warnings.map(({ column, note }) => `${column}: ${note}`) }
}

describe('an import over a profile that staff corrected', () => {
  const SAYS = { full_name: 'Nguyễn Thị Lan', honorific: 'chị', tier: 'gold' }

  test('keeps a corrected name and says so; everything else is as the table says', () => {
    const { customer, notes } = imported(['name'], SAYS)
    expect(customer).toEqual({ ...known(['name']), honorific: 'chi', tier: 'gold' })
    expect(notes).toEqual(['full_name: kept as staff corrected it: Nguyễn Thị Loan'])
  })

  test('keeps a corrected form of address and says so', () => {
    const { customer, notes } = imported(['form-of-address'], SAYS)
    expect(customer).toMatchObject({ fullName: 'Nguyễn Thị Lan', givenName: 'Lan', addressName: 'Loan', honorific: 'ba' })
    expect(notes).toEqual(['honorific: kept as staff corrected it: ba', 'address_name: kept as staff corrected it: Loan'])
  })

  test('keeps the time for calls that staff noted and says so, and takes the table’s where they noted none', () => {
    const says = { full_name: 'Nguyễn Thị Loan', honorific: 'bà', preferred_time: 'tối' }
    const kept = imported(['preferred-parts'], says)
    expect([kept.customer.preferredParts, kept.notes]).toEqual([null, ['preferred_time: kept as staff corrected it: any time']])
    expect(imported(['name'], says).customer.preferredParts).toEqual(['evening'])
  })

  test('says nothing where the table says what staff corrected', () => {
    const { customer, notes } = imported(['name', 'form-of-address'], { full_name: 'Nguyễn Thị Loan', honorific: 'bà' })
    expect(customer).toEqual(known(['name', 'form-of-address']))
    expect(notes).toEqual([])
  })

  test('sets name and form of address again once they were given back, and never the channel', () => {
    const { customer, notes } = imported([], SAYS)
    expect(customer).toMatchObject({ fullName: 'Nguyễn Thị Lan', addressName: 'Lan', honorific: 'chi', preferredChannel: 'call' })
    expect(notes).toEqual([])
  })
})
