/** The index of addresses, against a plain list of who has which. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressIndex } from '#adapters/memory/address-index.ts'

const ADDRESSES = ['an@x.vn', 'binh@x.vn', 'chi@x.vn']
const moved = fc.record({
  customerId: fc.constantFrom('1', '2', '3', '4'),
  to: fc.constantFrom(...ADDRESSES, null),
})

test('answers everybody who has an address now, however they came to it', () => {
  fc.assert(
    fc.property(fc.array(moved, { maxLength: 40 }), (moves) => {
      const index = addressIndex((address) => address)
      const has = new Map<string, string | null>()
      for (const { customerId, to } of moves) {
        index.move(customerId, has.get(customerId), to)
        has.set(customerId, to)
      }
      for (const address of ADDRESSES) {
        const owners = [...has].filter(([, own]) => own === address).map(([id]) => id)
        expect([...index.ownersOf(address)].toSorted()).toEqual(owners.toSorted())
      }
    }),
  )
})

test('two ways to write an address are one, where their hashes are one', () => {
  const index = addressIndex((address) => address.toLowerCase())
  index.move('1', null, 'An@x.vn')
  index.move('2', null, 'an@X.vn')
  expect([...index.ownersOf('AN@x.vn')].toSorted()).toEqual(['1', '2'])
})
