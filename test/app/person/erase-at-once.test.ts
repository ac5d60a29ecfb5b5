/** Two people erase the same customer at the same moment, or an import writes the customer during the erasure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  ['the rows', ({ rows }, meanwhile) => ({ rows: interrupted(rows, 'remove', meanwhile) })],
  ['the end', ({ ledgers }, meanwhile) => ({ ledgers: interrupted(ledgers, 'finishErasure', meanwhile) })],
]
const TEXTS = [LAN, 'c-001@example.com', '+84912345678']
const erase = (ports: Held, as: string) => erasePerson(ports, { customerId: LAN, as, at: AT })

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

  test('an import writes the customer: the erasure is not called finished beside a profile', async () => {
    const ports = await heldPerson(engine)
    const meanwhile = () => ports.customers.put([aCustomer({ customerId: LAN, email: 'c-001@example.com' })])
    await erase({ ...ports, ...breaking(ports, meanwhile) }, 'erased-1')
    const again = (await ports.customers.get(LAN)) !== undefined
    const [tombstone] = await ports.ledgers.tombstones()
    // Right before the end nothing tells it from a customer who is imported after it.
    expect({ again, state: tombstone?.erasure?.state }).toEqual({ again: step === 'the end', state: 'finished' })
    expect(await ports.customers.get(NEIGHBOUR)).toBeDefined()
  })
})
