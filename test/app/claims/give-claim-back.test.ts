/** A claim is given back by one rule, whether a sender, a confirmation or the operator does it. */
import { describe, expect, test } from 'vitest'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { LedgerContendedError } from '#app/claims/claim-person.ts'
import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import { storedContact } from '#test/support/store-builders.ts'

const AT = '2027-02-06T02:00:00.000Z'
const OURS = storedContact({ occurrenceId: 'tet_2027-02-06', occasionKey: 'tet:1', at: AT })
const OTHER = storedContact({ occurrenceId: 'nps_2027-02-06', occasionKey: 'nps:1', at: AT })
const key = { customerId: 'c-001', occurrenceId: OURS.occurrenceId }
const claimed = { customerId: 'c-001', version: 1, contacts: [OTHER, OURS] }

async function stored() {
  const ledgers = memoryLedgerStore()
  await ledgers.claim(claimed)
  return ledgers
}
const contactsIn = async (ledgers: LedgerStore) => (await ledgers.getMany(['c-001']))[0]?.contacts

describe('a claim is given back', () => {
  test('alone, and by one write where the ledger is as the claim left it', async () => {
    const ledgers = await stored()
    const calls: string[] = []
    const counted: LedgerStore = {
      ...ledgers,
      getMany: (ids) => {
        calls.push('read')
        return ledgers.getMany(ids)
      },
      claim: (ledger) => {
        calls.push('write')
        return ledgers.claim(ledger)
      },
    }
    await giveClaimBack(counted, { ...key, claimed })
    expect(calls).toEqual(['write'])
    expect(await contactsIn(ledgers)).toEqual([OTHER])
  })

  test('out of the ledger as it is, when it has changed since', async () => {
    const ledgers = await stored()
    const late = storedContact({ occurrenceId: 'later_2027-02-06', occasionKey: 'later:1', at: AT })
    await ledgers.claim({ ...claimed, version: 2, contacts: [OTHER, OURS, late] })
    await ledgers.noteStop(['c-001'])
    await giveClaimBack(ledgers, { ...key, claimed })
    expect(await contactsIn(ledgers)).toEqual([OTHER, late])
  })

  test('never a later one than the one meant', async () => {
    const ledgers = await stored()
    await giveClaimBack(ledgers, { ...key, madeUntil: '2027-02-06T01:59:59.999Z' })
    expect(await contactsIn(ledgers)).toEqual([OTHER, OURS])
    await giveClaimBack(ledgers, { ...key, madeUntil: AT })
    expect(await contactsIn(ledgers)).toEqual([OTHER])
  })

  test.each([
    ['by the sender, who knows what it claimed', { claimed }],
    ['by a confirmation', {}],
    ['by a resend', { madeUntil: AT }],
  ])('nothing of a customer who is being erased, %s', async (_, more) => {
    const ledgers = await stored()
    await ledgers.leaveTombstone({ customerId: 'c-001', erasedAt: AT, as: 'erased-1' })
    const before = await ledgers.getMany(['c-001'])
    await giveClaimBack(ledgers, { ...key, ...more })
    expect(await ledgers.getMany(['c-001'])).toEqual(before)
  })

  test('or the queue is asked for another try, when others change the ledger again and again', async () => {
    const ledgers = await stored()
    const contended: LedgerStore = { ...ledgers, claim: async () => 'lost' }
    await expect(giveClaimBack(contended, { ...key, claimed })).rejects.toThrow(LedgerContendedError)
  })
})
