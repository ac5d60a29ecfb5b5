/** A customer says stop: effective at once, also for touches already planned, and kept with its evidence. */

import { remarkSharers } from '#app/consent/mark-shared-address.ts'
import type { Events } from '#app/events.ts'
import type { ConsentLog } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import { type ConsentRecord, consentState, type Purpose, withConsent } from '#core/audience/consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type ChannelId, channelOf } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'

export interface Withdrawal {
  readonly customerId: string
  readonly purpose: Purpose
  readonly channel: ChannelId
  readonly at: Instant
  readonly source: string
  readonly evidence: string
}

export interface WithdrawConsentPorts {
  readonly customers: Pick<CustomerStore, 'get' | 'setConsents' | 'setSharedAddress'>
  readonly consents: ConsentLog
  readonly ledgers: Pick<LedgerStore, 'noteStop'>
  readonly companyRules: Pick<CompanyRules, 'channels'>
  readonly events: Events
}

/**
 * The order: first the state that senders read, then the ledger, on which every claim is conditional. With that second write the withdrawal is stored
 * and binds the very next mail. Then the log. When a run breaks off, the same withdrawal said again finishes it. Answers since when consent is
 * withdrawn: a repeated withdrawal keeps the day of the first.
 */
export async function withdrawConsent(
  { customers, consents, ledgers, companyRules, events }: WithdrawConsentPorts,
  { customerId, purpose, channel, at, source, evidence }: Withdrawal,
): Promise<{ readonly withdrawnSince: Instant } | 'unknown-customer'> {
  const person = await customers.get(customerId)
  if (!person) return 'unknown-customer'
  const { isLetter } = channelOf(companyRules.channels, channel)
  const record: ConsentRecord = {
    customerId,
    recordId: `${source}:${purpose}${isLetter ? '' : `/${channel}`}:${evidence}:${at}`,
    purpose,
    channel,
    decision: 'withdrawn',
    at,
    source,
    evidence,
  }
  const logged = consentState(await consents.ofCustomer(customerId))
  // A state that cannot be read is rebuilt from the log.
  const state = withConsent(person.consents === 'unreadable' ? logged : person.consents, record)
  // The customer was erased at this moment: nothing is written about them any more.
  if ((await customers.setConsents(customerId, state)) === 'lost') return 'unknown-customer'
  await ledgers.noteStop([customerId])
  const before = logged[`${purpose}/${channel}`]
  events.optedOut({ customerId, purpose, source })
  // A repeated withdrawal adds no line. A withdrawal after a new grant does, through the same link as well.
  if (before?.decision !== 'withdrawn') await consents.append(record)
  // Last, because it binds no mail of this customer: it lets a greeting go to the next customer who shares the address.
  if (isLetter) await remarkSharers({ customers, companyRules }, customerId)
  return { withdrawnSince: before?.decision === 'withdrawn' ? before.at : at }
}
