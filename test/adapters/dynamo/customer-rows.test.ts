import { expect, test } from 'vitest'
import { personOf, profileAttributes } from '#adapters/dynamo/customer-rows.ts'
import { inTurn } from '#core/audience/shared-address.ts'
import { aCustomer } from '#test/support/builders.ts'

/** As the version wrote it that named the one who is written to alone. */
const BEFORE =
  '{"customers":["KH1","KH2"],"writtenTo":"KH1","chosenBy":"Lan","known":{"gender":"male","tier":"gold","profession":null,"locale":"vi","country":"VN","tags":["vip"],"birthday":{"kind":"solar","day":10,"month":3,"year":1988}}}'

const rowWith = (sharedAddress: string) => {
  const customer = aCustomer({ customerId: 'KH2' })
  const { profile } = profileAttributes(customer, () => 'hash').set
  return { customerId: 'KH2', profile, sharedAddress }
}

test('a mark of the version before is read: who is written to, by whose choice, and nothing of what they decided', () => {
  const { sharedAddress } = personOf(rowWith(BEFORE))
  expect(sharedAddress).toMatchObject({ customers: ['KH1', 'KH2'], writtenTo: 'KH1', chosenBy: 'Lan', next: [] })
  const turn = sharedAddress ? inTurn(sharedAddress) : []
  expect(turn).toMatchObject([{ customerId: 'KH1', tier: 'gold' }])
  expect(turn[0]?.decided).toBeUndefined()
})

test('a mark that cannot be read marks nobody', () => {
  expect(personOf(rowWith('{"customers":["KH1"]}')).sharedAddress).toBeUndefined()
})
