import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { erasePerson } from '#app/erase-person.ts'
import { exportPerson } from '#app/export-person.ts'
import { markSharedAddress } from '#app/mark-shared-address.ts'
import type { Found } from '#app/personal-data-ports.ts'
import { AT, heldPerson, LAN, NEIGHBOUR } from '#test/app/held-person.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const AS = 'erased-1'

async function allFound(search: AsyncIterable<Found>): Promise<readonly Found[]> {
  const all: Found[] = []
  for await (const found of search) all.push(found)
  return all
}

describe('handing out what is held about a person', () => {
  test('everything, from every table, and nothing of the neighbour', async () => {
    const ports = await heldPerson(engine)
    const held = await exportPerson(ports, { customerId: LAN, at: AT })
    expect(held).toMatchObject({
      customer: { customerId: LAN, email: 'c-001@example.com' },
      frequency: 'any',
      consents: [{ purpose: 'care', evidence: 'khách hàng.csv, dòng 17' }],
      purchases: [{ purchaseId: 'order-1' }],
      contacts: [
        { occurrenceId: 'birthday_2027-03-10', outcome: { state: 'sent' }, touch: { delivery: { state: 'delivered' } } },
      ],
      ledger: { contacts: [{ occasionKey: 'birthday:2027' }] },
      responses: [{ occurrenceId: 'nps_2027-02-03' }],
      work: [{ workId: 'low-score_nps_c-001' }],
      vouchers: [{ campaignId: 'birthday', customerId: LAN }],
    })
    // Also the mail of which only the address tells whose it is.
    expect(held?.replies.map(({ rawKey }) => rawKey).sort()).toEqual(['in/c-001', 'in/lost-c-001'])
    expect(JSON.stringify(held)).not.toContain(NEIGHBOUR)
  })

  test('nothing is said about an id that nobody has', async () => {
    expect(await exportPerson(await heldPerson(engine), { customerId: 'c-0', at: AT })).toBeUndefined()
  })
})

describe('removing a person everywhere', () => {
  test('a search through every table finds nothing, and their mails are gone', async () => {
    const ports = await heldPerson(engine)
    expect(await allFound(ports.search.find([LAN]))).not.toEqual([])
    expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toEqual({ customerId: LAN, left: [], leftMails: [] })
    for (const text of [LAN, 'C-001@example.com', '+84912345678']) expect(await allFound(ports.search.find([text]))).toEqual([])
    expect([await ports.rawMails.exists('in/c-001'), await ports.rawMails.exists('in/lost-c-001')]).toEqual([false, false])
    expect(await exportPerson(ports, { customerId: LAN, at: AT })).toBeUndefined()
  })

  test('the address stays suppressed by its hash: imported again, they are not written to', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    const hash = ports.seals.addressHash('c-001@example.com')
    expect((await ports.suppressions.among([hash])).get(hash)).toMatchObject({ reason: 'legal', at: AT })
  })

  test('the neighbour keeps everything', async () => {
    const ports = await heldPerson(engine)
    const before = await exportPerson(ports, { customerId: NEIGHBOUR, at: AT })
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    expect(await exportPerson(ports, { customerId: NEIGHBOUR, at: AT })).toEqual(before)
    expect(await ports.rawMails.exists('in/c-0012')).toBe(true)
  })

  test('who shared their address is no longer marked with them', async () => {
    const ports = await heldPerson(engine)
    const [neighbour] = await ports.customers.getMany([NEIGHBOUR])
    if (!neighbour) throw new Error('no neighbour')
    await ports.customers.put([{ ...neighbour.customer, email: 'c-001@example.com' }])
    expect((await markSharedAddress(ports, { email: 'c-001@example.com' }))?.customers).toEqual([LAN, NEIGHBOUR])
    expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ leftMails: [] })
    expect((await ports.customers.get(NEIGHBOUR))?.sharedAddress).toBeUndefined()
    expect(await allFound(ports.search.find([`"${LAN}"`]))).toEqual([])
  })

  test('balances, troubles, decisions and the value of vouchers still add up, under another name', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    const [batch] = await ports.occurrences.batches('birthday_2027-03-10')
    expect(batch?.recipients.map(({ customerId, outcome }) => [customerId, outcome.state])).toEqual([
      [AS, 'sent'],
      [NEIGHBOUR, 'sent'],
    ])
    expect(await ports.occurrences.troubles('birthday_2027-03-10')).toEqual({ bounced: 2, complained: 0 })
    expect((await ports.occurrences.decisions('birthday_2027-03-10')).map(({ customerId }) => customerId).sort()).toEqual([
      NEIGHBOUR,
      AS,
    ])
    const code = ports.seals.voucherCode({ campaignId: 'birthday', occasionKey: 'birthday:2027', customerId: LAN })
    expect(await ports.vouchers.get(code)).toMatchObject({ customerId: AS, value: { amount: 200_000 } })
  })

  test('a run that broke off is finished by the next', async () => {
    const ports = await heldPerson(engine)
    const breaking = { ...ports, rows: { remove: () => Promise.reject(new Error('the power went')) } }
    await expect(erasePerson(breaking, { customerId: LAN, as: AS, at: AT })).rejects.toThrow('the power went')
    expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: AT })).toEqual({
      customerId: LAN,
      left: [],
      leftMails: [],
    })
    expect(await erasePerson(ports, { customerId: LAN, as: 'erased-3', at: AT })).toBeUndefined()
  })

  test('what is still there is named, not hidden', async () => {
    const ports = await heldPerson(engine)
    const lazy = { ...ports, rows: { remove: async () => {} } }
    const erasure = await erasePerson(lazy, { customerId: LAN, as: AS, at: AT })
    expect(erasure?.left).toContainEqual({ table: 'customers', key: LAN })
    expect(erasure?.left.every(({ key }) => !key.includes(NEIGHBOUR))).toBe(true)
  })
})
