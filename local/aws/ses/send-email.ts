/** Takes a mail as SES does: checks identity, configuration set and quotas, stores the mail, and stores its coming events. */
import { randomUUID } from 'node:crypto'
import { epochMsOf, type Instant, plusMs } from '#core/time/instant.ts'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { AccountState } from '#local/aws/ses/account-state.ts'
import type { ConfigurationSet, SuppressionReason } from '#local/aws/ses/configuration-set.ts'
import { type EmailAddress, simulatorMailbox } from '#local/aws/ses/email-address.ts'
import {
  type RecipientOutcome,
  type RecipientState,
  sendingEventsOf,
  simulatorOutcome,
  type TimedSendingEvent,
} from '#local/aws/ses/recipient-outcome.ts'
import { type MailToSend, type Recipient, readSendEmail } from '#local/aws/ses/send-email-input.ts'
import type { SendQuota } from '#local/aws/ses/send-quota.ts'
import { accountSuspended, mailFromNotVerified, messageRejected, notFound, sendingPaused } from '#local/aws/ses/ses-error.ts'
import type { SesStore } from '#local/aws/ses/ses-store.ts'

/** The outcome of a mail to this recipient; undefined for the usual one, which is delivery after seconds. */
export type OutcomeRule = (
  recipient: Recipient & { readonly messageId: string; readonly mail: MailToSend },
) => RecipientOutcome | undefined

export interface SendEmailParts {
  readonly store: SesStore
  readonly place: AwsPlace
  readonly quota: SendQuota
  readonly account: AccountState
  readonly suppressedReasons: readonly SuppressionReason[]
  readonly outcomeRule: OutcomeRule
}

export function sendEmail(raw: unknown, { now, parts }: { now: Instant; parts: SendEmailParts }): { MessageId: string } {
  const { store, quota } = parts
  const given = readSendEmail(raw)
  refuseStopped(parts.account)
  const mail = {
    ...given,
    configurationSet: given.configurationSet ?? identityOf(given.sender, store)?.configuration_set ?? null,
  }
  const set = configurationSetOf(mail, store)
  refuseUnverified(mail, parts)
  const counted = mail.recipients.filter(({ address }) => simulatorMailbox(address) === undefined).length
  quota.take({ recipients: mail.recipients.length, countedInDay: counted, now })

  const messageId = newMessageId(now)
  const reasons = set?.SuppressionOptions?.SuppressedReasons ?? parts.suppressedReasons
  const outcomes = mail.recipients.map((recipient) => outcomeOf({ ...recipient, messageId, mail }, { parts, reasons }))
  store.transaction(() => {
    store.putMessage({ messageId, at: now, mail, counted, states: outcomes.map(firstState) })
    const sendingEvents = mail.recipients.flatMap(({ address }, place) =>
      sendingEventsOf(address, outcomes[place] ?? { kind: 'delivered' }),
    )
    for (const { afterMs, sendingEvent } of [SENT, ...sendingEvents]) {
      store.putEvent({ eventId: randomUUID(), messageId, due: plusMs(now, afterMs), sendingEvent })
    }
  })
  return { MessageId: messageId }
}

const SENT: TimedSendingEvent = { afterMs: 0, sendingEvent: { type: 'SEND' } }

const firstState = ({ kind }: RecipientOutcome): RecipientState =>
  kind === 'suppressed' ? 'suppressed' : kind === 'silent' ? 'delivered' : 'accepted'

function outcomeOf(
  recipient: Parameters<OutcomeRule>[0],
  { parts: { store, outcomeRule }, reasons }: { parts: SendEmailParts; reasons: readonly SuppressionReason[] },
): RecipientOutcome {
  const simulated = simulatorMailbox(recipient.address)
  if (simulated !== undefined) return simulatorOutcome(simulated)
  const reason = store.suppression(recipient.address)?.reason
  if (reason !== undefined && reasons.includes(reason)) return { kind: 'suppressed', reason }
  return outcomeRule(recipient) ?? { kind: 'delivered' }
}

function configurationSetOf({ configurationSet }: MailToSend, store: SesStore): ConfigurationSet | undefined {
  if (configurationSet === null) return undefined
  const found = store.configurationSet(configurationSet)
  if (found === undefined) throw notFound(`Configuration set <${configurationSet}> does not exist.`)
  if (found.SendingOptions?.SendingEnabled === false)
    throw sendingPaused(`Sending is paused for configuration set <${configurationSet}>.`)
  return found
}

const SEE_INBOX = 'For more information, please check the inbox of the email address associated with your AWS account.'

function refuseStopped({ enforcement, sendingEnabled }: AccountState): void {
  if (enforcement === 'SHUTDOWN') throw accountSuspended(`Sending suspended for this account. ${SEE_INBOX}`)
  if (!sendingEnabled) throw sendingPaused(`Sending paused for this account. ${SEE_INBOX}`)
}

function refuseUnverified({ sender, recipients }: MailToSend, { store, place, account }: SendEmailParts): void {
  const others = account.productionAccess ? [] : recipients.filter(({ address }) => !simulatorMailbox(address))
  const isVerified = (address: Pick<EmailAddress, 'address' | 'domain'>) => {
    const identity = identityOf(address, store)
    return identity !== undefined && !account.unverified.has(identity.name)
  }
  const failed = [sender, ...others].filter((address) => !isVerified(address)).map(({ address }) => address)
  if (failed.length > 0) {
    const region = place.region.toUpperCase()
    throw messageRejected(
      `Email address is not verified. The following identities failed the check in region ${region}: ${failed.join(', ')}`,
    )
  }
  const identity = identityOf(sender, store)
  const mailFrom = account.mailFrom.get(identity?.name ?? '')
  if (mailFrom && mailFrom.status !== 'SUCCESS' && mailFrom.behaviorOnMxFailure === 'REJECT_MESSAGE')
    throw mailFromNotVerified(`The MAIL FROM domain ${mailFrom.domain} is not verified.`)
}

/** The identity that covers an address: itself, its domain, or a domain above it. */
function identityOf({ address, domain }: Pick<EmailAddress, 'address' | 'domain'>, store: SesStore) {
  const labels = domain.split('.')
  const candidates = [address, ...labels.map((_, index) => labels.slice(index).join('.'))]
  return candidates.map((name) => store.identity(name)).find((identity) => identity !== undefined)
}

/** Begins with the time, as the ids of SES do. */
const newMessageId = (now: Instant): string => `010e${epochMsOf(now).toString(16).padStart(12, '0')}-${randomUUID()}-000000`
