/**
 * Keeps the mark on those who share an address: after an import, an erasure, a decision of staff, and whenever one of them says or takes back a
 * "no". Harmless when repeated.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { choosing, type SharedAddress, sharedAddressOf } from '#core/audience/shared-address.ts'

interface MarkPorts {
  readonly customers: Pick<CustomerStore, 'getMany' | 'sharing' | 'setSharedAddress'>
}

/** Times that the marks are read, written and read again before giving up. */
const TRIES = 5
const WRITES_AT_ONCE = 16

/** Those who share an address keep changing while they are marked; the message that brought us here comes again. */
export class SharersContendedError extends Error {
  override name = 'SharersContendedError'
}

/**
 * Looks who has the address now and marks them; the mark, or undefined when nobody shares it. `also` names customers written a moment ago, whom
 * the index may not know yet; `without` one who is being erased: the others' mark must not name them any more. Two who decide at once each write
 * a mark: the last writer reads again and sees both decisions.
 */
export async function markSharedAddress(
  ports: MarkPorts,
  { email, also = [], without }: { readonly email: string; readonly also?: readonly string[]; readonly without?: string },
): Promise<SharedAddress | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const people = (await sharing(ports, { email, also })).filter(({ customer }) => customer.customerId !== without)
    const mark = sharedAddressOf(people)
    if ((await setMarks(ports, { people, mark })) === 'unchanged') return mark
  }
  throw new SharersContendedError(`those who share an address with ${also.join(', ')} keep changing`)
}

/**
 * After this customer decided something: nothing to do unless their decision stands in a mark. Those whom it names are read one by one and
 * marked anew, so that what takes a stop needs no right to search for customers; not those whose own mark names this one no more, as while
 * this one is being erased. Of more than a mark can name, the others learn it at the next import.
 */
export async function remarkSharers(
  ports: { readonly customers: Pick<CustomerStore, 'get' | 'setSharedAddress'> },
  customerId: string,
): Promise<void> {
  const { get } = ports.customers
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const person = await get(customerId)
    const email = person?.customer.email ?? null
    const named = person?.sharedAddress?.customers ?? []
    if (email === null || !named.includes(customerId)) return
    const found = (await Promise.all(named.map((id) => get(id)))).filter((one) => one !== undefined)
    const people = found.filter(
      ({ customer, sharedAddress }) =>
        customer.email !== null && isSame(customer.email, email) && sharedAddress?.customers.includes(customerId),
    )
    if ((await setMarks(ports, { people, mark: sharedAddressOf(people) })) === 'unchanged') return
  }
  throw new SharersContendedError(`those who share an address with ${customerId} keep changing`)
}

/** From now on what is the same for all who share the address goes to this customer. */
export async function writeToThisOne(
  ports: MarkPorts,
  { person, by }: { readonly person: Person; readonly by: string },
): Promise<'written' | 'not-shared'> {
  const { email, customerId } = person.customer
  if (email === null) return 'not-shared'
  const people = await sharing(ports, { email, also: [customerId] })
  const mark = choosing(people, { customerId, by })
  if (mark === undefined) return 'not-shared'
  await setMarks(ports, { people, mark })
  return 'written'
}

async function sharing(
  { customers }: MarkPorts,
  { email, also }: { readonly email: string; readonly also: readonly string[] },
): Promise<readonly Person[]> {
  const found = await customers.sharing(email)
  const known = new Set(found.map(({ customer }) => customer.customerId))
  const missing = also.filter((id) => !known.has(id))
  if (missing.length === 0) return found
  const others = await customers.getMany(missing)
  return [...found, ...others.filter(({ customer }) => customer.email !== null && isSame(customer.email, email))]
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

async function setMarks(
  { customers }: { readonly customers: Pick<CustomerStore, 'setSharedAddress'> },
  { people, mark }: { readonly people: readonly Person[]; readonly mark: SharedAddress | undefined },
): Promise<'changed' | 'unchanged'> {
  const wanted = JSON.stringify(mark)
  const others = people.filter(({ sharedAddress }) => JSON.stringify(sharedAddress) !== wanted)
  await eachBounded(others, {
    limit: WRITES_AT_ONCE,
    act: async ({ customer: { customerId } }) => {
      await customers.setSharedAddress({ customerId, sharedAddress: mark ?? null })
    },
  })
  return others.length > 0 ? 'changed' : 'unchanged'
}
