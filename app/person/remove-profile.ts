/** The contact points of a customer who is erased, and the profile that leads to them. */
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { suppressContactPoint } from '#app/consent/suppress-contact-point.ts'
import type { HeldPorts } from '#app/person/held-about.ts'
import { replyPages } from '#app/person/held-pages.ts'
import { removeMissedCalls } from '#app/person/remove-missed-calls.ts'
import { removeReplies } from '#app/person/remove-replies.ts'
import type { RawMails } from '#app/ports/listening.ts'
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { NumberNames } from '#app/ports/secrets.ts'
import { type ContactPoint, contactPointsOf, letterChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'

interface ProfilePorts extends HeldPorts {
  readonly rawMails: RawMails
  readonly hotlineCallers: Pick<HotlineCallers, 'forget'>
  readonly seals: HeldPorts['seals'] & NumberNames
}

/** How often others may change the profile between the look at it and its removal. */
const LOOKS = 5

/**
 * The profile as it is now: an import or a correction of staff may have written another address since the erasure began. It is removed only as it was
 * seen, after all that only its address leads to.
 */
export async function removeProfile(
  ports: ProfilePorts,
  known: {
    readonly customerId: string
    readonly at: Instant
    readonly address: string | null
    readonly closed: readonly ContactPoint[]
  },
) {
  const { customerId, at } = known
  const addresses = new Set(known.address === null ? [] : [known.address])
  const leftMails = new Set<string>()
  let points = known.closed
  for (let look = 1; ; look++) {
    const customer = (await ports.customers.get(customerId))?.customer ?? null
    points = await closeContactPoints(ports, { customer, at, closed: points })
    const address = addressOf(ports, customer)
    if (address !== null) addresses.add(address)
    for (const each of addresses) await markSharedAddress(ports, { address: each, without: customerId })
    // Replies that came while the occurrences were read: only the address shows whose they are, and it goes with the profile.
    for (const each of addresses.size === 0 ? [null] : addresses)
      for (const rawKey of await removeReplies(ports, replyPages(ports, { customerId, address: each }))) leftMails.add(rawKey)
    await removeMissedCalls(ports, points)
    const isGone = customer === null || (await ports.customers.remove(customer)) === 'written'
    if (isGone || look === LOOKS) return { isGone, points, addresses, leftMails }
  }
}

export const addressOf = ({ companyRules }: ProfilePorts, customer: Customer | null): string | null =>
  customer && letterChannel(companyRules.channels).contactPoint.of(customer)

/** Closes those of the customer's contact points that are not closed yet; answers all that are. */
export async function closeContactPoints(
  ports: ProfilePorts,
  {
    customer,
    at,
    closed,
  }: { readonly customer: Customer | null; readonly at: Instant; readonly closed: readonly ContactPoint[] },
): Promise<readonly ContactPoint[]> {
  if (!customer) return closed
  const fresh = contactPointsOf(ports.companyRules.channels, customer).filter(
    ({ kind, value }) => !closed.some((each) => each.kind === kind && each.value === value),
  )
  for (const point of fresh) await closeContactPoint(ports, { point, customerId: customer.customerId, at })
  return [...closed, ...fresh]
}

/**
 * The hash stays after the customer's data is gone: a company that imports them again must not write to them. The record of soft bounces is removed.
 */
async function closeContactPoint(
  ports: ProfilePorts,
  { point, customerId, at }: { point: ContactPoint; customerId: string; at: Instant },
): Promise<void> {
  await suppressContactPoint(ports, { point, reason: 'legal', at, evidence: 'erased on request', also: [customerId] })
  await ports.suppressions.forgetSoftBounces(ports.seals.contactKey(point))
}
