/**
 * The account's present permissions and its identities: in AWS the provider, a DNS or a policy decides them. Here the holder of the endpoint changes
 * them in place, and every operation follows them from then on.
 */
import type { AwsError } from '#local/aws/aws-error.ts'

export interface MailFrom {
  readonly domain: string
  readonly status: 'SUCCESS' | 'PENDING' | 'FAILED' | 'TEMPORARY_FAILURE'
  /** The handling of mails while the domain's records cannot be found. */
  readonly behaviorOnMxFailure: 'USE_DEFAULT_VALUE' | 'REJECT_MESSAGE'
}

export interface AccountState {
  /** A sandbox account sends to verified addresses and to the simulator only. */
  productionAccess: boolean
  sendingEnabled: boolean
  /** PROBATION: under review; SHUTDOWN: suspended, and no mail is taken. */
  enforcement: 'HEALTHY' | 'PROBATION' | 'SHUTDOWN'
  /** Existing identities whose proof is missing or lost. */
  readonly unverified: Set<string>
  /** Domains without a signature. */
  readonly unsigned: Set<string>
  readonly mailFrom: Map<string, MailFrom>
  /** Operations that are refused to the caller, whatever the request: no permission, or invalid credentials. */
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
