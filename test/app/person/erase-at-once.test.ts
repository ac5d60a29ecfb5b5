/** Two people erase the same customer at the same moment, or an import writes the customer during the erasure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import { AT, heldPerson, LAN, NEIGHBOUR, namesGiven } from '#test/app/person/held-person.ts'
import { allFound } from '#test/support/all-pages.ts'
import { aCustomer } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

type Held = Awaited<ReturnType<typeof heldPerson>>

/** Something else happens right before the port's method is called for the first time. */
function interrupted<Port extends object>(port: Port, method: keyof Port & string, meanwhile: () => Promise<unknown>): Port {
  let isFirst = true
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (name !== method || typeof member !== 'function') return member
      return async (...given: unknown[]) => {
        if (isFirst) {
          isFirst = false
          await meanwhile()
        }
        return Reflect.apply(member, target, given)
      }
    },
  })
}

type Meanwhile = () => Promise<unknown>
const STEPS: readonly [string, (ports: Held, meanwhile: Meanwhile) => Partial<Held>][] = [
  ['the tombstone', ({ ledgers }, meanwhile) => ({ ledgers: interrupted(ledgers, 'leaveTombstone', meanwhile) })],
  ['the suppression', ({ suppressions }, meanwhile) => ({ suppressions: interrupted(suppressions, 'add', meanwhile) })],
  ['a voucher', ({ vouchers }, meanwhile) => ({ vouchers: interrupted(vouchers, 'rename', meanwhile) })],
  ['a raw mail', ({ rawMails }, meanwhile) => ({ rawMails: interrupted(rawMails, 'remove', meanwhile) })],
  ['a reply', ({ replies }, meanwhile) => ({ replies: interrupted(replies, 'remove', meanwhile) })],
  ['a batch', ({ occurrences }, meanwhile) => ({ occurrences: interrupted(occurrences, 'putBatch', meanwhile) })],
  ['an occurrence', ({ occurrences }, meanwhile) => ({ occurrences: interrupted(occurrences, 'rename', meanwhile) })],
  ['the profile', ({ customers }, meanwhile) => ({ customers: interrupted(customers, 'remove', meanwhile) })],
  ['the rows', ({ rows }, meanwhile) => ({ rows: interrupted(rows, 'remove', meanwhile) })],
  ['the end', ({ ledgers }, meanwhile) => ({ ledgers: interrupted(ledgers, 'finishErasure', meanwhile) })],
]
const TEXTS = [LAN, 'c-001@example.com', '+84912345678']
const erase = (ports: Held, as: string) => erasePerson(ports, { customerId: LAN, as, at: AT })

const reasonOf = async ({ seals, suppressions }: Held, email: string) => {
  const key = seals.contactKey({ kind: 'email', value: email })
  const found = (await suppressions.among([key])).get(key)
  return found && found !== 'unreadable' ? found.reason : undefined
}

describe.each(STEPS)('right before %s', (step, breaking) => {
  test('another erases the same customer: nothing is left, it is finished under one name, and the neighbour stays', async () => {
    const ports = await heldPerson(engine)
    const first = await erase({ ...ports, ...breaking(ports, () => erase(ports, 'erased-2')) }, 'erased-1')
    expect(first?.left ?? []).toEqual([])
    for (const text of TEXTS) expect(await allFound(ports.search.find([text]))).toEqual([])
    expect(await ports.ledgers.tombstones()).toMatchObject([{ customerId: LAN, erasure: { state: 'finished' } }])
    expect(await namesGiven(ports)).toEqual([step === 'the tombstone' ? 'erased-2' : 'erased-1'])
    expect(await ports.customers.get(NEIGHBOUR)).toBeDefined()
  })

  test.each([
    ['with the address of before', 'c-001@example.com'],
    ['with a new address', 'moved@example.com'],
  ])('an import writes the customer %s: no profile, no key of the finder and no address is left', async (_, email) => {
    const ports = await heldPerson(engine)
    const meanwhile = () => ports.customers.put([aCustomer({ customerId: LAN, email })])
    expect(await erase({ ...ports, ...breaking(ports, meanwhile) }, 'erased-1')).toMatchObject({ left: [], leftMails: [] })
    for (const text of [...TEXTS, email]) expect(await allFound(ports.search.find([text]))).toEqual([])
    expect(await ports.customers.get(LAN)).toBeUndefined()
    expect(await ports.ledgers.tombstones()).toMatchObject([{ as: 'erased-1', erasure: { state: 'finished' } }])
    expect(await ports.customers.get(NEIGHBOUR)).toBeDefined()
    expect(await reasonOf(ports, email)).toBe('legal')
  })

  test('staff correct the address: the new one is closed as well, and the neighbour is not marked as sharing it', async () => {
    const ports = await heldPerson(engine)
    const email = `${NEIGHBOUR}@example.com`
    const meanwhile = async () => {
      await ports.customers.correct(LAN, (customer) => ({ ...customer, email }))
      await markSharedAddress(ports, { address: email })
    }
    expect(await erase({ ...ports, ...breaking(ports, meanwhile) }, 'erased-1')).toMatchObject({ leftMails: [] })
    expect(await ports.ledgers.tombstones()).toMatchObject([{ erasure: { state: 'finished' } }])
    for (const text of TEXTS) expect(await allFound(ports.search.find([text]))).toEqual([])
    expect((await ports.customers.get(NEIGHBOUR))?.sharedAddress).toBeUndefined()
    // There is no profile to correct any more.
    const isGone = step === 'the rows' || step === 'the end'
    expect(await reasonOf(ports, email)).toBe(isGone ? undefined : 'legal')
    // A mail that only the corrected address shows to be theirs.
    expect(await ports.rawMails.exists(`in/lost-${NEIGHBOUR}`)).toBe(isGone)
  })
})

test('an import that keeps writing the customer: the erasure stays one to be finished, and is never called done beside a profile', async () => {
  const ports = await heldPerson(engine)
  const finishErasure: typeof ports.ledgers.finishErasure = async (finished) => {
    await ports.customers.put([aCustomer({ customerId: LAN })])
    return ports.ledgers.finishErasure(finished)
  }
  const unfinished = await erase({ ...ports, ledgers: { ...ports.ledgers, finishErasure } }, 'erased-1')
  expect(unfinished?.isFinished).toBe(false)
  expect(ports.seen).not.toContain('person.erased')
  expect(await ports.ledgers.tombstones()).toMatchObject([{ as: 'erased-1', erasure: { state: 'begun' } }])
  expect(await erase(ports, 'erased-2')).toMatchObject({ left: [], isFinished: true })
  expect(ports.seen).toContain('person.erased')
  expect(await ports.customers.get(LAN)).toBeUndefined()
  expect(await ports.ledgers.tombstones()).toMatchObject([{ as: 'erased-1', erasure: { state: 'finished' } }])
})

test('the first of two that overlap does not end what the second is at, and an import in between is erased under their one name', async () => {
  const ports = await heldPerson(engine)
  const seen: unknown[] = []
  // The second begins right behind the first, and waits for its last step.
  const [secondBegan, firstEnded] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const rename: Held['vouchers']['rename'] = async (change) => {
    secondBegan.resolve()
    await firstEnded.promise
    return ports.vouchers.rename(change)
  }
  let second: Promise<unknown> = Promise.resolve()
  const beginsSecond = async () => {
    second = erase({ ...ports, vouchers: { ...ports.vouchers, rename } }, 'erased-2')
    await secondBegan.promise
  }
  await erase({ ...ports, suppressions: interrupted(ports.suppressions, 'add', beginsSecond) }, 'erased-1')
  seen.push(...(await ports.ledgers.tombstones()))
  await ports.customers.put([aCustomer({ customerId: LAN })])
  await erase(ports, 'erased-3')
  seen.push(...(await ports.ledgers.tombstones()))
  firstEnded.resolve()
  expect(await second).toMatchObject({ left: [], isFinished: true })
  expect(seen).toMatchObject([
    { as: 'erased-1', erasure: { state: 'begun' } },
    { as: 'erased-1', erasure: { state: 'finished' } },
  ])
  expect(await namesGiven(ports)).toEqual(['erased-1'])
  expect(await ports.customers.get(LAN)).toBeUndefined()
})
