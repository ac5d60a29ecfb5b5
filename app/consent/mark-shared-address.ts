/**
 * Keeps the mark on customers who share an address. Called after an import, an erasure, a decision of staff, and whenever one of them withdraws or
 * grants consent. Harmless when repeated.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { choosing, type SharedAddress, sharedAddressOf } from '#core/audience/shared-address.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { letterChannel } from '#core/channel/channel.ts'

interface MarkPorts {
  readonly customers: Pick<CustomerStore, 'getMany' | 'sharing' | 'setSharedAddress'>
  readonly companyRules: Pick<CompanyRules, 'channels'>
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
  { address, also = [], without }: { readonly address: string; readonly also?: readonly string[]; readonly without?: string },
): Promise<SharedAddress | undefined> {
  const letters = letterChannel(ports.companyRules.channels)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const people = (await sharing(ports, { address, also })).filter(({ customer }) => customer.customerId !== without)
    const mark = sharedAddressOf(people, letters.id)
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
  ports: {
    readonly customers: Pick<CustomerStore, 'get' | 'setSharedAddress'>
    readonly companyRules: Pick<CompanyRules, 'channels'>
  },
  customerId: string,
): Promise<void> {
  const { get } = ports.customers
  const letters = letterChannel(ports.companyRules.channels)
  const { of } = letters.contactPoint
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const person = await get(customerId)
    const address = person ? of(person.customer) : null
    const named = person?.sharedAddress?.customers ?? []
    if (address === null || !named.includes(customerId)) return
    const found = (await Promise.all(named.map((id) => get(id)))).filter((one) => one !== undefined)
    const people = found.filter(
      ({ customer, sharedAddress }) => isSame(of(customer), address) && sharedAddress?.customers.includes(customerId),
    )
    if ((await setMarks(ports, { people, mark: sharedAddressOf(people, letters.id) })) === 'unchanged') return
  }
  throw new SharersContendedError(`those who share an address with ${customerId} keep changing`)
}

/** Mail that is the same for all customers at the address goes to this customer from now on. */
export async function writeToThisOne(
  ports: MarkPorts,
  { person, by }: { readonly person: Person; readonly by: string },
): Promise<'written' | 'not-shared'> {
  const { customerId } = person.customer
  const letters = letterChannel(ports.companyRules.channels)
  const address = letters.contactPoint.of(person.customer)
  if (address === null) return 'not-shared'
  const people = await sharing(ports, { address, also: [customerId] })
  const mark = choosing(people, { customerId, by, letters: letters.id })
  if (mark === undefined) return 'not-shared'
  await setMarks(ports, { people, mark })
  return 'written'
}

async function sharing(
  { customers, companyRules }: MarkPorts,
  { address, also }: { readonly address: string; readonly also: readonly string[] },
): Promise<readonly Person[]> {
  const { of } = letterChannel(companyRules.channels).contactPoint
  const found = await customers.sharing(address)
  const known = new Set(found.map(({ customer }) => customer.customerId))
  const missing = also.filter((id) => !known.has(id))
  if (missing.length === 0) return found
  const others = await customers.getMany(missing)
  return [...found, ...others.filter(({ customer }) => isSame(of(customer), address))]
}

const isSame = (one: string | null, address: string): boolean => one?.toLowerCase() === address.toLowerCase()

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
