/** Keeps the mark on those who share an address: after an import, an erasure, or a decision of staff. Harmless when repeated. */
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { choosing, type SharedAddress, sharedAddressOf } from '#core/audience/shared-address.ts'

interface MarkPorts {
  readonly customers: Pick<CustomerStore, 'getMany' | 'sharing' | 'setSharedAddress'>
}

/**
 * Looks who has the address now and marks them; the mark, or undefined when nobody shares it. `also` names customers written a moment ago, whom
 * the index may not know yet; `without` one who is being erased: the others' mark must not name them any more.
 */
export async function markSharedAddress(
  ports: MarkPorts,
  { email, also = [], without }: { readonly email: string; readonly also?: readonly string[]; readonly without?: string },
): Promise<SharedAddress | undefined> {
  const people = (await sharing(ports, { email, also })).filter(({ customer }) => customer.customerId !== without)
  const mark = sharedAddressOf(people)
  await setMarks(ports, { people, mark })
  return mark
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
  { customers }: MarkPorts,
  { people, mark }: { readonly people: readonly Person[]; readonly mark: SharedAddress | undefined },
): Promise<void> {
  const wanted = JSON.stringify(mark)
  for (const { customer, sharedAddress } of people)
    if (JSON.stringify(sharedAddress) !== wanted)
      await customers.setSharedAddress({ customerId: customer.customerId, sharedAddress: mark ?? null })
}
