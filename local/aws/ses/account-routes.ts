/** Sending, the account's quotas, and the identities it may send from. */
import { z } from 'zod'
import type { Route } from '#local/aws/rest-json-server.ts'
import type { AccountState, MailFrom } from '#local/aws/ses/account-state.ts'
import { requireSet } from '#local/aws/ses/configuration-set-routes.ts'
import { parseEmailAddress } from '#local/aws/ses/email-address.ts'
import { type SendEmailParts, sendEmail } from '#local/aws/ses/send-email.ts'
import type { SesQuota } from '#local/aws/ses/send-quota.ts'
import { alreadyExists, notFound } from '#local/aws/ses/ses-error.ts'
import { readSesInput } from '#local/aws/ses/ses-input.ts'
import type { SesStore } from '#local/aws/ses/ses-store.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

export interface AccountParts extends SendEmailParts {
  readonly clock: Clock
  readonly limits: SesQuota
}

export function accountRoutes(parts: AccountParts): readonly Route[] {
  const { clock, limits, quota } = parts
  return [
    {
      operation: 'SendEmail',
      method: 'POST',
      uri: '/v2/email/outbound-emails',
      handle: ({ body }) => sendEmail(body, { now: clock.now(), parts }),
    },
    {
      operation: 'GetAccount',
      method: 'GET',
      uri: '/v2/email/account',
      handle: () => ({
        DedicatedIpAutoWarmupEnabled: false,
        EnforcementStatus: parts.account.enforcement,
        ProductionAccessEnabled: parts.account.productionAccess,
        SendingEnabled: parts.account.sendingEnabled && parts.account.enforcement !== 'SHUTDOWN',
        SendQuota: {
          Max24HourSend: limits.max24HourSend,
          MaxSendRate: limits.maxSendRate,
          SentLast24Hours: quota.sentLast24Hours(clock.now()),
        },
        SuppressionAttributes: { SuppressedReasons: parts.suppressedReasons },
      }),
    },
  ]
}

const IdentityInputSchema = z.object({ EmailIdentity: z.string().min(1), ConfigurationSetName: z.string().optional() })

/** This machine has no DNS and no inbox that could prove an identity, so a new identity is verified until the account's state says otherwise. */
export function identityRoutes({
  store,
  account,
}: {
  readonly store: SesStore
  readonly account: AccountState
}): readonly Route[] {
  const typeOf = (name: string): string => (name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN')
  const dkim = { SigningEnabled: true, Status: 'SUCCESS', SigningAttributesOrigin: 'AWS_SES', Tokens: [] }
  return [
    {
      operation: 'CreateEmailIdentity',
      method: 'POST',
      uri: '/v2/email/identities',
      handle: ({ body }) => {
        const { EmailIdentity, ConfigurationSetName } = readSesInput(IdentityInputSchema, body)
        parseEmailAddress(EmailIdentity.includes('@') ? EmailIdentity : `postmaster@${EmailIdentity}`)
        if (store.identity(EmailIdentity)) throw alreadyExists(`Email identity ${EmailIdentity} already exist.`)
        if (ConfigurationSetName !== undefined) requireSet(store, ConfigurationSetName)
        store.putIdentity(EmailIdentity, ConfigurationSetName ?? null)
        return { IdentityType: typeOf(EmailIdentity), VerifiedForSendingStatus: true, DkimAttributes: dkim }
      },
    },
    {
      operation: 'GetEmailIdentity',
      method: 'GET',
      uri: '/v2/email/identities/{EmailIdentity}',
      handle: ({ labels: { EmailIdentity = '' } }) => {
        const identity = store.identity(EmailIdentity)
        if (identity === undefined) throw notFound(`Email identity ${EmailIdentity} does not exist.`)
        const isVerified = !account.unverified.has(identity.name)
        const isSigned = !account.unsigned.has(identity.name)
        return {
          IdentityType: typeOf(identity.name),
          FeedbackForwardingStatus: true,
          VerifiedForSendingStatus: isVerified,
          VerificationStatus: isVerified ? 'SUCCESS' : 'FAILED',
          DkimAttributes: isSigned ? dkim : { ...dkim, SigningEnabled: false, Status: 'FAILED' },
          MailFromAttributes: mailFromOf(account.mailFrom.get(identity.name)),
          Policies: {},
          Tags: [],
          ...(identity.configuration_set !== null && { ConfigurationSetName: identity.configuration_set }),
        }
      },
    },
  ]
}

/** Without a MAIL FROM domain of its own, mails leave under the provider's. */
const mailFromOf = (mailFrom: MailFrom | undefined): object =>
  mailFrom === undefined
    ? { BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' }
    : {
        MailFromDomain: mailFrom.domain,
        MailFromDomainStatus: mailFrom.status,
        BehaviorOnMxFailure: mailFrom.behaviorOnMxFailure,
      }
