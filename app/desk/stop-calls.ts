/** A customer says that staff must not ring them any more: this customer alone, or every customer at that number. A caller who is no customer can mean the number alone. */
import { type SuppressPorts, suppressContactPoint } from '#app/consent/suppress-contact-point.ts'
import { type WithdrawConsentPorts, withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { contactPointOf, spokenChannel } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'

export type StopCallsPorts = SuppressPorts & WithdrawConsentPorts

/** Whom a customer means who wants no more calls: themself, or every customer at the number. */
export const CALL_STOPS = ['person', 'number'] as const
export type CallStop = (typeof CALL_STOPS)[number]

/** Harmless when repeated. A customer who was erased meanwhile, or has no number, has nothing to stop. */
export async function stopCalls(
  ports: StopCallsPorts,
  {
    customerId,
    stop,
    at,
    evidence,
  }: { readonly customerId: string; readonly stop: CallStop; readonly at: Instant; readonly evidence: string },
): Promise<void> {
  const channel = spokenChannel(ports.companyRules.channels)
  const person = await ports.customers.get(customerId)
  const point = person && contactPointOf(channel, person.customer)
  if (stop === 'number' && point)
    await suppressContactPoint(ports, { point, reason: 'opt-out', at, evidence, also: [customerId] })
  for (const purpose of PURPOSES)
    await withdrawConsent(ports, { customerId, purpose, channel: channel.id, at, source: 'call', evidence })
}

/** Harmless when repeated. */
export async function stopNumber(
  ports: SuppressPorts,
  { phone, at, evidence }: { readonly phone: string; readonly at: Instant; readonly evidence: string },
): Promise<void> {
  const { kind } = spokenChannel(ports.companyRules.channels).contactPoint
  await suppressContactPoint(ports, { point: { kind, value: phone }, reason: 'opt-out', at, evidence })
}
