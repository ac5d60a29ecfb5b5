/** Weeks around Tết on the engine in pure JavaScript: the system does what it does on the native one. */
import { expect, test } from 'vitest'
import { aCustomer, solar } from '#test/support/builders.ts'
import { journeyStack } from '#test/support/journey-stack.ts'

const people = {
  customers: [
    ...Array.from({ length: 6 }, (_, n) => aCustomer({ customerId: `hanoi-${n}`, email: `hanoi-${n}@example.com` })),
    aCustomer({ customerId: 'born-feb-29', birthday: solar('02-29') }),
    aCustomer({ customerId: 'bounces', email: 'bounce@simulator.amazonses.com', birthday: solar('02-22') }),
    aCustomer({ customerId: 'no-mail', email: null, birthday: solar('02-21') }),
  ],
  consents: () => ({ 'advertising/email': { decision: 'granted', at: '2026-01-01T00:00:00.000Z' } }) as const,
}

async function outcomesOn(dynamoEngine: 'dynoxide' | 'dynalite') {
  const world = await journeyStack({ startAt: '2027-02-03T17:00:00.000Z', people, dynamoEngine })
  try {
    await world.moveTo('2027-02-24T12:00:00.000Z')
    expect(world.engine).toBe(dynamoEngine)
    const rows: string[] = []
    for (const { occurrenceId, balance } of await world.stores.occurrences.between('2027-02-04', '2027-02-24')) {
      rows.push(`${occurrenceId} ${JSON.stringify(balance)}`)
      for (const { recipients } of await world.stores.occurrences.batches(occurrenceId))
        for (const { customerId, outcome } of recipients) rows.push(`${occurrenceId} ${customerId} ${outcome.state}`)
    }
    return { rows: rows.sort(), mails: world.mails().length }
  } finally {
    await world.stop()
  }
}

test('both engines come to the same outcomes, person by person', async () => {
  const [native, javascript] = [await outcomesOn('dynoxide'), await outcomesOn('dynalite')]
  expect(native.mails).toBeGreaterThan(6)
  expect(javascript).toEqual(native)
})
