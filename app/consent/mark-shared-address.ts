/**
 * Keeps the mark on customers who share an address. Called after an import, an erasure, a decision of staff, and whenever one of them withdraws or
 * grants consent. Harmless when repeated.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { choosing, type SharedAddress, sharedAddressOf } from '#core/audience/shared-address.ts'

interface MarkPorts {
  readonly customers: Pick<CustomerStore, 'getMany' | 'sharing' | 'setSharedAddress'>
}

/** How often the marks are read and written before this gives up. */
const TRIES = 5
const WRITES_AT_ONCE = 16

/** The customers who share an address keep changing while they are marked. The message comes again. */
export class SharersContendedError extends Error {
  override name = 'SharersContendedError'
}

/**
 * Reads which customers have the address now and marks them. Answers the mark, or undefined when only one customer has the address. `also` names
 * customers written a moment ago, whom the index may not show yet. `without` names a customer who is being erased: the other customers' mark must no
 * longer name them. When two customers decide at once, each writes a mark: the last writer reads again and sees both decisions.
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
 * After this customer's decision: nothing to do unless a mark holds their decision. The customers in the mark are read one by one and marked anew, so
 * that taking a stop needs no right to search for customers. A customer whose own mark no longer names this one is left out, as while this one is
 * being erased. When more customers share the address than a mark can name, the rest are marked at the next import.
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

/** Mail that is the same for all customers at the address goes to this customer from now on. */
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
