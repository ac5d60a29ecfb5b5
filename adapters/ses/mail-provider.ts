/** Asks SES about our own account: its state, the identity of the From address, and the configuration set. */
import {
  GetAccountCommand,
  type GetAccountCommandOutput,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  type GetEmailIdentityCommandOutput,
  NotFoundException,
  type SESv2Client,
} from '@aws-sdk/client-sesv2'
import { identitiesOf } from '#adapters/ses/identities.ts'
import { patiently } from '#adapters/ses/patiently.ts'
import { mailResultOf } from '#adapters/ses/send-failure.ts'
import type { MailProvider } from '#app/ports/provider.ts'
import type { ProviderAccount, ProviderIdentity, ProviderState, Unanswered } from '#core/planning/sender-findings.ts'

export interface SesMailProvider {
  readonly client: SESv2Client
  /** The From address of every mail. */
  readonly sender: string
  readonly configurationSet: string
}

export function sesMailProvider({ client, sender, configurationSet }: SesMailProvider): MailProvider {
  async function account(): Promise<ProviderAccount> {
    return accountOf(await patiently(() => client.send(new GetAccountCommand())))
  }

  /** Of the address itself, its domain and the domains above it, SES uses the first that exists. */
  async function identity(): Promise<ProviderIdentity | null> {
    for (const EmailIdentity of identitiesOf(sender)) {
      const found = await unlessMissing(() => client.send(new GetEmailIdentityCommand({ EmailIdentity })))
      if (found) return identityOf(EmailIdentity, found)
    }
    return null
  }

  async function set(): Promise<ProviderState['configurationSet']> {
    const asked = new GetConfigurationSetCommand({ ConfigurationSetName: configurationSet })
    const found = await unlessMissing(() => client.send(asked))
    return found ? { name: configurationSet, sendingEnabled: found.SendingOptions?.SendingEnabled !== false } : null
  }

  return {
    async examine() {
      const [first, second, third] = await Promise.all([
        account().catch(unanswered),
        identity().catch(unanswered),
        set().catch(unanswered),
      ])
      return { account: first, identity: second, configurationSet: third }
    },
  }
}

async function unlessMissing<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await patiently(ask)
  } catch (error) {
    if (error instanceof NotFoundException) return undefined
    throw error
  }
}

function unanswered(error: unknown): Unanswered {
  const failure = mailResultOf(error)
  const detail = 'stopped' in failure || 'busy' in failure ? failure.detail : 'refused' in failure ? failure.refused : ''
  const isOurs = 'stopped' in failure && (failure.stopped === 'permission-missing' || failure.stopped === 'credentials')
  return { unanswered: isOurs ? 'not-permitted' : 'no-answer', detail: detail || (error instanceof Error ? error.name : '') }
}

const STANDINGS: Readonly<Record<string, ProviderAccount['standing']>> = { PROBATION: 'under-review', SHUTDOWN: 'suspended' }

function accountOf({ SendingEnabled, ProductionAccessEnabled, EnforcementStatus = '', SendQuota }: GetAccountCommandOutput) {
  // -1 means that there is no limit.
  const limit = (value: number | undefined) => (value === undefined || value < 0 ? null : value)
  return {
    sendingEnabled: SendingEnabled !== false,
    production: ProductionAccessEnabled !== false,
    standing: STANDINGS[EnforcementStatus] ?? 'healthy',
    perDay: limit(SendQuota?.Max24HourSend),
    perSecond: limit(SendQuota?.MaxSendRate),
  } satisfies ProviderAccount
}

function identityOf(
  name: string,
  { VerifiedForSendingStatus, DkimAttributes, MailFromAttributes }: GetEmailIdentityCommandOutput,
): ProviderIdentity {
  const { MailFromDomain: domain, MailFromDomainStatus, BehaviorOnMxFailure } = MailFromAttributes ?? {}
  return {
    name,
    verified: VerifiedForSendingStatus === true,
    signs: DkimAttributes?.SigningEnabled === true && DkimAttributes.Status === 'SUCCESS',
    mailFrom: domain
      ? {
          domain,
          verified: MailFromDomainStatus === 'SUCCESS',
          whenNot: BehaviorOnMxFailure === 'REJECT_MESSAGE' ? 'rejects' : 'sends-anyway',
        }
      : null,
  }
}
