/** A script as it is said: with the customer's form of address, and what the speaker calls themself to them. */
import { expect, test } from 'vitest'
import type { Script } from '#core/campaign/script.ts'
import { aCustomer } from '#test/support/builders.ts'
import { spokenScript } from '#web/words/spoken-script.ts'

const part = { vi: '…', en: '…' }
const script: Script = {
  opening: {
    vi: 'Dạ, {{self}} chào {{customer}}. {{self}} là {{agent}} ở {{company}}.',
    en: 'Hello {{customer}}, this is {{agent}} from {{company}}.',
  },
  question: { vi: '{{customer}} dùng {{product}} thế nào ạ?', en: 'How do you find {{product}}?' },
  empathy: part,
  closing: part,
}
const said = (over: Parameters<typeof aCustomer>[0], product: string | null = 'trà sen') =>
  spokenScript(script, { customer: aCustomer(over), agent: 'Nguyễn Thu Hạnh', company: 'Trà Sen Việt', product })
    .slice(0, 2)
    .map(([, words]) => words)

test.each([
  ['an elder sister', { honorific: 'chi' }, 'Dạ, em chào chị Lan. Em là Hạnh ở Trà Sen Việt.', 'Chị Lan dùng trà sen thế nào ạ?'],
  ['an old man', { honorific: 'ong' }, 'Dạ, con chào ông Lan. Con là Hạnh ở Trà Sen Việt.', 'Ông Lan dùng trà sen thế nào ạ?'],
  [
    'a customer without a name',
    { honorific: 'quy-khach', addressName: null, givenName: null, fullName: '' },
    'Dạ, em chào quý khách. Em là Hạnh ở Trà Sen Việt.',
    'Quý khách dùng trà sen thế nào ạ?',
  ],
  [
    'a guest who reads English',
    { honorific: 'anh', locale: 'en', addressName: 'John' },
    'Hello Mr John, this is Nguyễn Thu Hạnh from Trà Sen Việt.',
    'How do you find trà sen?',
  ],
] as const)('to %s', (_, over, opening, question) => {
  expect(said(over)).toEqual([opening, question])
})

test('without an order the sentence stands without the product', () => {
  expect(said({}, null)[1]).toBe('Chị Lan dùng thế nào ạ?')
})
