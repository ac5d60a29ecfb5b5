/**
 * What the account may do at the moment, and its identities: what in AWS the provider, a DNS or a policy decides. Here whoever holds the
 * endpoint changes it in place, and every operation answers by it from then on.
 */
import type { AwsError } from '#local/aws/aws-error.ts'

export interface MailFrom {
  readonly domain: string
  readonly status: 'SUCCESS' | 'PENDING' | 'FAILED' | 'TEMPORARY_FAILURE'
  /** What happens to mails while its records cannot be found. */
  readonly behaviorOnMxFailure: 'USE_DEFAULT_VALUE' | 'REJECT_MESSAGE'
}

export interface AccountState {
  /** A sandbox account sends to verified addresses and to the simulator only. */
  productionAccess: boolean
  sendingEnabled: boolean
  /** PROBATION: under review; SHUTDOWN: suspended, and nothing is taken. */
  enforcement: 'HEALTHY' | 'PROBATION' | 'SHUTDOWN'
  /** Identities that are there, and whose proof is missing or was lost. */
  readonly unverified: Set<string>
  /** Domains without a signature. */
  readonly unsigned: Set<string>
  readonly mailFrom: Map<string, MailFrom>
  /** Operations that the caller is refused, whatever they ask for: no permission, or credentials that are no good. */
  readonly refused: Map<string, AwsError>
}

export const accountState = ({
  productionAccess = true,
  sendingEnabled = true,
}: {
  readonly productionAccess?: boolean
  readonly sendingEnabled?: boolean
} = {}): AccountState => ({
  productionAccess,
  sendingEnabled,
  enforcement: 'HEALTHY',
  unverified: new Set(),
  unsigned: new Set(),
  mailFrom: new Map(),
  refused: new Map(),
})
