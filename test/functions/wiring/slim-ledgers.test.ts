/** Ledgers of a rehearsal: the same values, kept once. */
import { expect, test } from 'vitest'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import type { Contact, Ledger } from '#core/audience/ledger.ts'
import { slimLedgers } from '#functions/wiring/slim-ledgers.ts'

const contact = (changes: Partial<Contact> = {}): Contact => ({
  occurrenceId: 'birthday_2027-03-08',
  occasionKey: 'birthday#03-08',
  channel: 'email',
  contentClass: 'care',
  at: '2027-03-08T02:00:00.000Z',
  ...changes,
})
const ledger = (customerId: string, contacts: readonly Contact[], rest: Partial<Ledger> = {}): Ledger => ({
  customerId,
  version: contacts.length,
  contacts: [...contacts],
  ...rest,
})

test('customers who are greeted in the same minute have one contact', async () => {
  const ledgers = slimLedgers(memoryLedgerStore())
  for (const id of ['an', 'binh']) expect(await ledgers.claim(ledger(id, [contact()]))).toBe('written')
  const [an, binh] = await ledgers.getMany(['an', 'binh'])
  expect(an?.contacts).toEqual([contact()])
  expect(binh?.contacts[0]).toBe(an?.contacts[0])
})

test.each([
  ['another minute', { at: '2027-03-08T02:01:00.000Z' }],
  ['another occurrence of the same occasion', { occurrenceId: 'birthday_2028-03-08' }],
  ['another channel', { channel: 'call' }],
  ['a reminder', { asks: 'reminder' }],
  ['another class', { contentClass: 'survey' }],
] as const)('%s is a contact of its own', async (_, changes) => {
  const ledgers = slimLedgers(memoryLedgerStore())
  await ledgers.claim(ledger('an', [contact()]))
  await ledgers.claim(ledger('binh', [contact(changes)]))
  expect((await ledgers.getMany(['an', 'binh'])).map(({ contacts }) => contacts)).toEqual([[contact()], [contact(changes)]])
})

test('what a ledger kept before stays, and what was acted on', async () => {
  const ledgers = slimLedgers(memoryLedgerStore())
  const acted = [{ about: 'abcdefghij', day: 20_000 }]
  await ledgers.claim(ledger('an', [contact()]))
  const later = contact({ occurrenceId: 'thanks_2027-04-01', occasionKey: 'thanks#order-1', at: '2027-04-01T02:00:00.000Z' })
  await ledgers.claim(ledger('an', [contact(), later], { acted }))
  expect(await ledgers.getMany(['an'])).toEqual([{ customerId: 'an', version: 2, contacts: [contact(), later], acted }])
})

test('a ledger that another wrote first is lost, here too', async () => {
  const ledgers = slimLedgers(memoryLedgerStore())
  await ledgers.claim(ledger('an', [contact()]))
  expect(await ledgers.claim(ledger('an', [contact({ channel: 'call' })]))).toBe('lost')
})
