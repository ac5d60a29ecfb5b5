/** The customer's choice of purposes, channels and frequency: withdrawals are stored first, then consents, each with its evidence. */

import { remarkSharers } from '#app/consent/mark-shared-address.ts'
import { recordConsents } from '#app/consent/record-consents.ts'
import { type StopPurposesPorts, stopPurposes } from '#app/consent/stop-purposes.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { type ConsentKey, type ConsentState, consentState, PURPOSES } from '#core/audience/consent.ts'
import type { Frequency } from '#core/audience/preference.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { type ChannelId, letterChannel } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface ChangePreferencesPorts extends StopPurposesPorts {
  readonly customers: CustomerStore
  readonly companyRules: CompanyRules
}

export interface Choice {
  /** The purposes that may come, as `purpose/channel`. */
  readonly granted: ReadonlySet<ConsentKey>
  readonly frequency: Frequency
}

/** The choice among the purposes that the page offered; every other purpose stays as it is. */
export interface AskedChoice extends Choice {
  readonly offered: ReadonlySet<ConsentKey>
}

/**
 * The choice in force. Where the law permits mail until the customer refuses, every purpose that was not withdrawn is granted. Where it requires
 * consent first, or no law is known, only granted purposes are.
 */
export async function standingChoice(
  { consents: log, companyRules }: Pick<ChangePreferencesPorts, 'consents' | 'companyRules'>,
  { person: { customer, consents, frequency }, now }: { readonly person: Person; readonly now: Instant },
): Promise<Choice> {
  // A state that cannot be read is rebuilt from the log.
  const state = consents === 'unreadable' ? consentState(await log.ofCustomer(customer.customerId)) : consents
  const date = localDateAt(now, companyRules.company.zone)
  const granted = PURPOSES.flatMap((purpose) => {
    return companyRules.channels.flatMap(({ id: channel }) => {
      const rules = touchRules(companyRules, { country: customer.country, contentClass: purpose, channel, date })
      const key: ConsentKey = `${purpose}/${channel}`
      return mayCome(state, { key, needsConsent: rules === undefined || rules.consent === 'opt-in' }) ? [key] : []
    })
  })
  return { granted: new Set(granted), frequency }
}

function mayCome(
  state: ConsentState,
  { key, needsConsent }: { readonly key: ConsentKey; readonly needsConsent: boolean },
): boolean {
  const decision = state[key]?.decision
  return needsConsent ? decision === 'granted' : decision !== 'withdrawn'
}

/** Only differences from the choice in force are stored: a customer does not consent to what they left unchanged. */
export async function changePreferences(
  ports: ChangePreferencesPorts,
  {
    customerId,
    choice,
    ...act
  }: {
    readonly customerId: string
    readonly choice: AskedChoice
    readonly at: Instant
    readonly source: string
    readonly evidence: string
  },
): Promise<'changed' | 'unknown-customer'> {
  const { channels } = ports.companyRules
  const person = await ports.customers.get(customerId)
  if (!person) return 'unknown-customer'
  const standing = await standingChoice(ports, { person, now: act.at })
  const isChanged = (box: ConsentKey) => choice.offered.has(box) && choice.granted.has(box) !== standing.granted.has(box)
  const stopped = (channel: ChannelId) =>
    PURPOSES.filter((purpose) => isChanged(`${purpose}/${channel}`) && standing.granted.has(`${purpose}/${channel}`))
  const letters = letterChannel(channels).id
  for (const { id: channel } of channels.filter(({ id }) => id !== letters))
    for (const purpose of stopped(channel)) await withdrawConsent(ports, { customerId, purpose, channel, ...act })
  await stopPurposes(ports, { customerId, purposes: stopped(letters), ...act })

  const wished = PURPOSES.flatMap((purpose) => channels.map(({ id: channel }) => ({ purpose, channel }))).filter(
    ({ purpose, channel }) => isChanged(`${purpose}/${channel}`) && !standing.granted.has(`${purpose}/${channel}`),
  )
  const records = wished.map(({ purpose, channel }) => ({
    customerId,
    recordId: `${act.source}:${purpose}/${channel}:granted:${act.evidence}:${act.at}`,
    purpose,
    channel,
    decision: 'granted' as const,
    ...act,
  }))
  if (records.length > 0) {
    await recordConsents(ports, { customerId, records })
    await remarkSharers(ports, customerId)
  }
  if (choice.frequency !== standing.frequency) {
    await ports.customers.setFrequency({ customerId, frequency: choice.frequency, at: act.at, evidence: act.evidence })
    await ports.ledgers.noteStop([customerId])
  }
  return 'changed'
}
