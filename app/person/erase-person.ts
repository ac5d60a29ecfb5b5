/**
 * A person removed everywhere. First a tombstone, on which every claim about them is lost, then their rows, the profile last; what must stay
 * for the books (balances, vouchers) stays under another name. Harmless when repeated, so an interrupted run is finished by the next; until
 * then the tombstone says that the erasure was only begun, and stays. What is under way meanwhile comes to nothing, and what it writes all the
 * same is swept away within two days (app/retention/sweep-tombstones.ts).
 */

import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { suppressAddress } from '#app/consent/suppress-address.ts'
import type { Events } from '#app/events.ts'
import { type HeldOnce, type HeldPorts, heldAbout } from '#app/person/held-about.ts'
import { namingDates } from '#app/person/naming-dates.ts'
import { removeReplies } from '#app/person/remove-replies.ts'
import { renameInOccurrences } from '#app/person/rename-in-occurrences.ts'
import type { RawMails } from '#app/ports/listening.ts'
import type { DataSearch, Found, PersonRows } from '#app/ports/person.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ErasePorts extends HeldPorts {
  readonly rows: PersonRows
  readonly search: DataSearch
  readonly rawMails: RawMails
  readonly events: Events
}

export interface Erasure {
  readonly customerId: string
  /** Rows in which the person's id, address or number still stands: none, or the erasure is not done. */
  readonly left: readonly Found[]
  /** Raw mails that are still there. */
  readonly leftMails: readonly string[]
}

/**
 * Undefined when nothing is held about that id. `as` is the name that stands for the person from now on: `erased-…`, never used before. Every
 * step before the profile goes finds its work by the profile, so that a run that broke off leaves nothing behind that the next cannot find.
 */
export async function erasePerson(
  ports: ErasePorts,
  { customerId, as, at }: { customerId: string; as: string; at: Instant },
): Promise<Erasure | undefined> {
  if (!(await heldAbout(ports, { customerId, at }))) return undefined
  await ports.ledgers.leaveTombstone({ customerId, erasedAt: at })
  // Read once more: a sender may have claimed, and issued a voucher, until the tombstone stood.
  const held = await heldAbout(ports, { customerId, at })
  if (!held) return undefined
  const { once, pages } = held
  const email = once.customer?.email ?? null
  if (email !== null) await closeAddress(ports, { addressHash: ports.seals.addressHash(email), at })

  for await (const page of pages.vouchers()) for (const { code } of page) await ports.vouchers.rename({ code, as })
  const leftMails = new Set(await removeReplies(ports, pages.replies()))
  await renameInOccurrences(ports, { customerId, as, ...namingDates(ports.company, at) })
  if (email !== null) await markSharedAddress(ports, { email, without: customerId })
  // Those that came while the occurrences were gone through: the address that tells them to be the person's goes with the profile.
  for (const rawKey of await removeReplies(ports, pages.replies())) leftMails.add(rawKey)
  await ports.rows.remove(customerId)
  // An import may have looked who shares the address while the profile was still there.
  if (email !== null) await markSharedAddress(ports, { email })
  const left = await rowsLeft(ports.search, once)
  // As long as there is a profile, by whatever it is there again, mails could go out to it once the tombstone is gone.
  if (!(await ports.customers.get(customerId))) await ports.ledgers.finishErasure({ customerId, at })
  ports.events.personErased({ customerId })
  return { customerId, left, leftMails: [...leftMails] }
}

/** The hash outlives the person's data: a company that imports them again must not write to them. What is known of its mailbox goes. */
async function closeAddress(ports: ErasePorts, { addressHash, at }: { addressHash: string; at: Instant }): Promise<void> {
  await suppressAddress(ports, { addressHash, reason: 'legal', at, evidence: 'erased on request' })
  await ports.suppressions.forgetSoftBounces(addressHash)
}

async function rowsLeft(search: DataSearch, { customerId, customer }: HeldOnce): Promise<readonly Found[]> {
  const left: Found[] = []
  for await (const found of search.find([customerId, customer?.email ?? '', customer?.phone ?? ''])) left.push(found)
  return left
}
