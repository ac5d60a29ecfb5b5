import { expect, test } from 'vitest'
import { keptTyped } from '#app/person/kept-typed.ts'
import { seenProfile } from '#core/customer/corrections.ts'
import { aCustomer } from '#test/support/builders.ts'

const SEEN = aCustomer({ fullName: 'Nguyễn Thị Lan', addressName: 'Lan', honorific: 'chi', preferredParts: ['morning'] })
const untouched = {
  fullName: 'Nguyễn Thị Lan',
  addressName: 'Lan',
  honorific: 'chi',
  preferredChannel: '',
  preferredParts: ['morning'],
}

test('what was typed stays, and what another writer changed meanwhile stands in the fields that were not touched', () => {
  const now = { ...SEEN, fullName: 'Nguyễn Thị Liên', honorific: 'ba' as const, preferredParts: null }
  const typed = { ...untouched, fullName: 'Nguyễn Thị Loan', preferredChannel: 'call' }
  expect(keptTyped(typed, { seen: seenProfile(SEEN), now })).toEqual({
    fullName: 'Nguyễn Thị Loan',
    addressName: 'Lan',
    honorific: 'ba',
    preferredChannel: 'call',
    preferredParts: [],
  })
})

test.each(['', '{', '[]', '[1,2]'])('a form that does not say what it showed keeps all that it says: %j', (seen) => {
  const typed = { ...untouched, honorific: 'ba' }
  expect(keptTyped(typed, { seen, now: SEEN })).toEqual(typed)
})
