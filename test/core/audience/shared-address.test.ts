import { describe, expect, test } from 'vitest'
import { choosing, SharedAddressSchema, sharedAddressOf } from '#core/audience/shared-address.ts'
import { aCustomer } from '#test/support/builders.ts'

const people = (...ids: string[]) => ids.map((customerId) => ({ customer: aCustomer({ customerId, email: 'nha@example.com' }) }))

describe('who of those with one address is written to', () => {
  test('the lower id, counted as people count', () => {
    expect(sharedAddressOf(people('KH10', 'KH2', 'KH33'))).toMatchObject({
      customers: ['KH2', 'KH10', 'KH33'],
      writtenTo: 'KH2',
      chosenBy: null,
    })
    expect(sharedAddressOf(people('KH02', 'KH2'))?.writtenTo).toBe('KH02')
  })

  test('nobody alone has a mark', () => {
    expect(sharedAddressOf(people('KH1'))).toBeUndefined()
    expect(sharedAddressOf([])).toBeUndefined()
  })

  test('the choice of staff stands as long as the chosen one is among them', () => {
    const chosen = choosing(people('KH1', 'KH2'), { customerId: 'KH2', by: 'Lan' })
    expect(chosen).toMatchObject({ writtenTo: 'KH2', chosenBy: 'Lan' })
    const marked = people('KH1', 'KH2', 'KH3').map((person) => ({ ...person, sharedAddress: chosen }))
    expect(sharedAddressOf(marked)).toMatchObject({ customers: ['KH1', 'KH2', 'KH3'], writtenTo: 'KH2', chosenBy: 'Lan' })
    expect(sharedAddressOf(marked.filter(({ customer }) => customer.customerId !== 'KH2'))).toMatchObject({
      writtenTo: 'KH1',
      chosenBy: null,
    })
    expect(choosing(people('KH1', 'KH2'), { customerId: 'KH9', by: 'Lan' })).toBeUndefined()
  })

  test('the address of a whole company names twenty, the one written to among them', () => {
    const many = people(...Array.from({ length: 300 }, (_, n) => `KH${n}`))
    const mark = choosing(many, { customerId: 'KH250', by: 'Lan' })
    expect(mark?.customers).toHaveLength(20)
    expect(mark?.customers).toContain('KH250')
    expect(SharedAddressSchema.parse(JSON.parse(JSON.stringify(mark)))).toEqual(mark)
  })
})
