/** An erasure that breaks off, wherever it does: nothing goes out to the customer, the night leaves it alone and rings, the next run finishes it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import { exportPerson } from '#app/person/export-person.ts'
import { sweepTombstones } from '#app/retention/sweep-tombstones.ts'
import { AT, heldPerson, LAN, NEIGHBOUR, namesGiven } from '#test/app/person/held-person.ts'
import { allFound } from '#test/support/all-pages.ts'
import { aCustomer } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedReply } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const EMAIL = 'c-001@example.com'
const SHARED = 'couple@example.com'
const SECOND_RUN = '2027-03-23T02:00:00.000Z'
const night = (day: number) => `2027-03-${day}T20:40:00.000Z`

type Held = Awaited<ReturnType<typeof heldPerson>>

/** Lan and her neighbour share an address. */
async function sharing(): Promise<Held> {
  const ports = await heldPerson(engine)
  await ports.customers.put([LAN, NEIGHBOUR].map((customerId) => aCustomer({ customerId, email: SHARED })))
  await markSharedAddress(ports, { address: SHARED })
  return ports
}

/** The first call of the port's method fails, having done its work or not. */
function failing<Port extends object>(port: Port, method: keyof Port & string, when: 'before' | 'after'): Port {
  let fails = true
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (name !== method || typeof member !== 'function') return member
      return async (...given: unknown[]) => {
        if (!fails) return Reflect.apply(member, target, given)
        fails = false
        if (when === 'after') await Reflect.apply(member, target, given)
        throw new Error('the power went')
      }
    },
  })
}

const STEPS: readonly [string, (ports: Held, when: 'before' | 'after') => Partial<Held>][] = [
  ['the suppression of the address', ({ suppressions }, when) => ({ suppressions: failing(suppressions, 'add', when) })],
  ['its soft bounces', ({ suppressions }, when) => ({ suppressions: failing(suppressions, 'forgetSoftBounces', when) })],
  ['a voucher', ({ vouchers }, when) => ({ vouchers: failing(vouchers, 'rename', when) })],
  ['a raw mail', ({ rawMails }, when) => ({ rawMails: failing(rawMails, 'remove', when) })],
  ['a reply', ({ replies }, when) => ({ replies: failing(replies, 'remove', when) })],
  ['a batch', ({ occurrences }, when) => ({ occurrences: failing(occurrences, 'putBatch', when) })],
  ['an occurrence', ({ occurrences }, when) => ({ occurrences: failing(occurrences, 'rename', when) })],
  [
    'the mark of those who share the address',
    ({ customers }, when) => ({ customers: failing(customers, 'setSharedAddress', when) }),
  ],
  ['the profile', ({ customers }, when) => ({ customers: failing(customers, 'remove', when) })],
  ['the rows', ({ rows }, when) => ({ rows: failing(rows, 'remove', when) })],
]

describe.each(STEPS)('broken off at %s', (_, breaking) => {
  test.each(['before', 'after'] as const)('%s it was done', async (when) => {
    const ports = await sharing()
    const claimed = await ports.ledgers.getMany([LAN])
    const run = erasePerson({ ...ports, ...breaking(ports, when) }, { customerId: LAN, as: 'erased-1', at: AT })
    await expect(run).rejects.toThrow('the power went')

    for (const day of [21, 22]) {
      ports.seen.length = 0
      expect(await sweepTombstones(ports, night(day))).toEqual({ tombstones: 0, finished: true })
      expect(ports.seen).toEqual(['erasure.unfinished'])
      expect((await ports.ledgers.tombstones()).map(({ customerId }) => customerId)).toEqual([LAN])
      const version = ((await ports.ledgers.getMany([LAN]))[0]?.version ?? 0) + 1
      expect(await ports.ledgers.claim({ ...claimed[0]!, version })).toBe('lost')
    }

    const again = await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: SECOND_RUN })
    expect(again).toMatchObject({ customerId: LAN, leftMails: [] })
    expect(await namesGiven(ports)).toEqual(['erased-1'])
    expect(await allFound(ports.search.find([LAN]))).toEqual([])
    expect((await ports.customers.get(NEIGHBOUR))?.sharedAddress).toBeUndefined()
    const hash = ports.seals.contactKey({ kind: 'email', value: SHARED })
    expect((await ports.suppressions.among([hash])).get(hash)).toMatchObject({ reason: 'legal' })
    expect(await ports.rawMails.exists('in/c-001')).toBe(false)
    expect(await erasePerson(ports, { customerId: LAN, as: 'erased-3', at: SECOND_RUN })).toMatchObject({
      left: [],
      isFinished: true,
    })

    ports.seen.length = 0
    expect(await sweepTombstones(ports, night(23))).toEqual({ tombstones: 0, finished: true })
    expect(await sweepTombstones(ports, night(24))).toEqual({ tombstones: 1, finished: true })
    expect([ports.seen, await ports.ledgers.tombstones()]).toEqual([[], []])
  })
})

describe('an erasure that broke off', () => {
  test('before the proof is still to be finished, though no row is left', async () => {
    const ports = await heldPerson(engine)
    const breaking = {
      find: () => {
        throw new Error('the power went')
      },
    }
    const run = erasePerson({ ...ports, search: breaking }, { customerId: LAN, as: 'erased-1', at: AT })
    await expect(run).rejects.toThrow('the power went')
    expect(await exportPerson(ports, { customerId: LAN, at: AT })).toMatchObject({ customer: null, contacts: [] })
    expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: SECOND_RUN })).toEqual({
      customerId: LAN,
      left: [],
      leftMails: [],
      isFinished: true,
    })
    expect(await exportPerson(ports, { customerId: LAN, at: AT })).toBeUndefined()
  })

  test('before its last look, with a profile that an import wrote meanwhile, is still to be finished', async () => {
    const ports = await heldPerson(engine)
    const finishErasure: typeof ports.ledgers.finishErasure = async (finished) => {
      await ports.customers.put([aCustomer({ customerId: LAN })])
      await ports.ledgers.finishErasure(finished)
      throw new Error('the power went')
    }
    const run = erasePerson(
      { ...ports, ledgers: { ...ports.ledgers, finishErasure } },
      { customerId: LAN, as: 'erased-1', at: AT },
    )
    await expect(run).rejects.toThrow('the power went')
    expect(await ports.ledgers.tombstones()).toMatchObject([{ as: 'erased-1', erasure: { state: 'begun' } }])
    expect(await sweepTombstones(ports, night(22))).toEqual({ tombstones: 0, finished: true })
    expect(ports.seen).toEqual(['erasure.unfinished'])
    const again = await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: SECOND_RUN })
    expect(again).toMatchObject({ left: [], isFinished: true })
    expect(await ports.customers.get(LAN)).toBeUndefined()
  })

  test('keeps her contacts, and what caps are counted from, for as long as she has a profile', async () => {
    const ports = await sharing()
    const [before] = await ports.ledgers.getMany([LAN])
    const breaking = { ...ports, suppressions: failing(ports.suppressions, 'add', 'before') }
    await expect(erasePerson(breaking, { customerId: LAN, as: 'erased-1', at: AT })).rejects.toThrow('the power went')
    await sweepTombstones(ports, night(22))
    expect((await ports.ledgers.getMany([LAN]))[0]?.contacts).toEqual(before?.contacts)
    expect(await ports.customers.get(LAN)).toBeDefined()
  })

  test('is not rung for while the command may still be at work', async () => {
    const ports = await heldPerson(engine)
    await ports.ledgers.leaveTombstone({ customerId: LAN, erasedAt: AT, as: 'erased-1' })
    await sweepTombstones(ports, '2027-03-20T02:59:59.000Z')
    expect(ports.seen).toEqual([])
    await sweepTombstones(ports, '2027-03-20T03:00:00.000Z')
    expect(ports.seen).toEqual(['erasure.unfinished'])
  })

  test('stays one when the profile is still there at its end', async () => {
    const ports = await heldPerson(engine)
    const customers = { ...ports.customers, remove: async () => 'lost' as const }
    await erasePerson({ ...ports, customers, rows: { remove: async () => {} } }, { customerId: LAN, as: 'erased-1', at: AT })
    expect(await ports.ledgers.tombstones()).toMatchObject([{ customerId: LAN, erasure: { state: 'begun' } }])
  })
})

describe('a raw mail never outlives the erasure', () => {
  const late = (replyId: string) => storedReply({ customerId: LAN, replyId, rawKey: `in/${replyId}` })
  const arrives = async ({ rawMails, replies }: Held, replyId: string) => {
    await rawMails.put(`in/${replyId}`, new TextEncoder().encode('Dạ'))
    await replies.add(late(replyId))
  }

  test('that came while the occurrences were gone through, one found by the address alone as well', async () => {
    const ports = await heldPerson(engine)
    const rename: typeof ports.occurrences.rename = async (renaming) => {
      await arrives(ports, 'late')
      await ports.rawMails.put('in/stray', new TextEncoder().encode('Dạ'))
      const fromHash = ports.seals.addressHash(EMAIL)
      await ports.replies.add(storedReply({ customerId: null, replyId: 'stray', rawKey: 'in/stray', fromHash }))
      return ports.occurrences.rename(renaming)
    }
    const meanwhile = { ...ports, occurrences: { ...ports.occurrences, rename } }
    expect(await erasePerson(meanwhile, { customerId: LAN, as: 'erased-1', at: AT })).toMatchObject({
      left: [],
      leftMails: [],
      isFinished: true,
    })
    expect([await ports.rawMails.exists('in/late'), await ports.rawMails.exists('in/stray')]).toEqual([false, false])
  })

  test('that came while the rows were removed: its row is named, and leads the night to it', async () => {
    const ports = await heldPerson(engine)
    const rows = {
      remove: async (customerId: string) => {
        await arrives(ports, 'later')
        await ports.rows.remove(customerId)
      },
    }
    const erased = await erasePerson({ ...ports, rows }, { customerId: LAN, as: 'erased-1', at: AT })
    expect(erased?.left).toEqual([{ table: 'replies', key: `${LAN} later` }])
    await sweepTombstones(ports, night(21))
    expect([await ports.rawMails.exists('in/later'), await ports.replies.ofCustomer(LAN)]).toEqual([false, []])
  })

  test('that came a day later is removed by the sweep, with its row', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })
    await arrives(ports, 'latest')
    expect(await sweepTombstones(ports, night(21))).toEqual({ tombstones: 1, finished: true })
    expect([await ports.rawMails.exists('in/latest'), await ports.replies.ofCustomer(LAN)]).toEqual([false, []])
    expect(await ports.rawMails.exists(`in/${NEIGHBOUR}`)).toBe(true)
  })
})
