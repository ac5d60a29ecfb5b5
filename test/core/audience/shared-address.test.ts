import { describe, expect, test } from 'vitest'
import type { Person } from '#app/ports/customers.ts'
import { choosing, inTurn, SharedAddressSchema, sharedAddressOf as sharedAddressThrough } from '#core/audience/shared-address.ts'
import { aCustomer } from '#test/support/builders.ts'

const at = '2027-01-01T00:00:00.000Z'
const people = (...ids: string[]) =>
  ids.map(
    (customerId): Pick<Person, 'customer' | 'consents'> => ({
      customer: aCustomer({ customerId, email: 'nha@example.com' }),
      consents: {},
    }),
  )
const sharedAddressOf = (people: Parameters<typeof sharedAddressThrough>[0]) => sharedAddressThrough(people, 'email')
const stored = (mark: unknown) => SharedAddressSchema.parse(JSON.parse(JSON.stringify(mark)))

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
    const chosen = choosing(people('KH1', 'KH2'), { customerId: 'KH2', by: 'Lan', letters: 'email' })
    expect(chosen).toMatchObject({ writtenTo: 'KH2', chosenBy: 'Lan' })
    const marked = people('KH1', 'KH2', 'KH3').map((person) => ({ ...person, sharedAddress: chosen }))
    expect(sharedAddressOf(marked)).toMatchObject({ customers: ['KH1', 'KH2', 'KH3'], writtenTo: 'KH2', chosenBy: 'Lan' })
    expect(sharedAddressOf(marked.filter(({ customer }) => customer.customerId !== 'KH2'))).toMatchObject({
      writtenTo: 'KH1',
      chosenBy: null,
    })
    expect(choosing(people('KH1', 'KH2'), { customerId: 'KH9', by: 'Lan', letters: 'email' })).toBeUndefined()
  })

  test('the address of a whole company names twenty, the one written to among them', () => {
    const many = people(...Array.from({ length: 300 }, (_, n) => `KH${n}`))
    const mark = choosing(many, { customerId: 'KH250', by: 'Lan', letters: 'email' })
    expect(mark?.customers).toHaveLength(20)
    expect(mark?.customers).toContain('KH250')
    expect(stored(mark)).toEqual(mark)
  })

  test('among the twenty are those who still get the most, so that mail to a whole company does not end with the first twenty', () => {
    const withdrawn = { decision: 'withdrawn', at } as const
    const many = people(...Array.from({ length: 30 }, (_, n) => `KH${n}`)).map((one, n) => ({
      ...one,
      consents: n < 25 ? { 'care/email': withdrawn } : {},
    }))
    const mark = sharedAddressOf(many)
    expect(mark?.writtenTo).toBe('KH0')
    expect(mark?.customers).toHaveLength(20)
    expect(mark?.next.slice(-5).map(({ customerId }) => customerId)).toEqual(['KH25', 'KH26', 'KH27', 'KH28', 'KH29'])
  })
})

describe('the mark', () => {
  const [first, second] = people('KH1', 'KH2')
  if (!first || !second) throw new Error('two people')

  test('holds what each decided about e-mail, and is the same text when it is read back', () => {
    const mark = sharedAddressOf([
      {
        ...first,
        consents: {
          'survey/email': { decision: 'granted', at },
          'care/email': { decision: 'withdrawn', at },
          'care/call': { decision: 'withdrawn', at },
        },
      },
      { ...second, consents: 'unreadable' },
    ])
    expect(mark && inTurn(mark)).toMatchObject([
      { customerId: 'KH1', decided: { 'care/email': { decision: 'withdrawn' }, 'survey/email': { decision: 'granted' } } },
      { customerId: 'KH2', decided: 'unreadable' },
    ])
    expect(JSON.stringify(stored(mark))).toBe(JSON.stringify(mark))
    expect(JSON.stringify(mark)).not.toContain('call')
  })

  test('of the version before is read, and names the one who is written to alone', () => {
    const mark = sharedAddressOf([first, second])
    if (!mark) throw new Error('no mark')
    const { next: _, known, ...rest } = mark
    const { decided: __, ...before } = known
    expect(inTurn(stored({ ...rest, known: before }))).toEqual([{ ...before, customerId: 'KH1' }])
  })
})
