/**
 * What is wrong with the sender, found before any mail goes out: the provider's own answers compared with what is planned. Each finding is a fact
 * with its effect on the mails. Its words and its remedy are written where an operator reads them.
 */
import type { SendingStop } from '#core/planning/sending-stop.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** A question that the provider did not answer. */
export interface Unanswered {
  readonly unanswered: 'not-permitted' | 'no-answer'
  readonly detail: string
}

export interface ProviderAccount {
  readonly sendingEnabled: boolean
  readonly production: boolean
  readonly standing: 'healthy' | 'under-review' | 'suspended'
  /** Mails in 24 hours; null means unlimited. */
  readonly perDay: number | null
  readonly perSecond: number | null
}

export interface ProviderIdentity {
  readonly name: string
  readonly verified: boolean
  readonly signs: boolean
  /** Null when mails leave with the provider's own return path. */
  readonly mailFrom: { readonly domain: string; readonly verified: boolean; readonly whenNot: 'sends-anyway' | 'rejects' } | null
}

/** Null when there is none of that name. */
export interface ProviderState {
  readonly account: ProviderAccount | Unanswered
  readonly identity: ProviderIdentity | null | Unanswered
  readonly configurationSet: { readonly name: string; readonly sendingEnabled: boolean } | null | Unanswered
}

export interface PlannedDay {
  readonly date: LocalDate
  readonly mails: number
}

export type SenderFinding =
  | { readonly kind: 'sending-stopped'; readonly stop: SendingStop }
  | { readonly kind: 'account-suspended' }
  | { readonly kind: 'account-under-review' }
  | { readonly kind: 'sending-disabled' }
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'identity-missing' }
  | { readonly kind: 'identity-not-verified'; readonly identity: string }
  | { readonly kind: 'not-signed'; readonly identity: string }
  | { readonly kind: 'mail-from-not-verified'; readonly domain: string; readonly rejects: boolean }
  | { readonly kind: 'configuration-set-missing' }
  | { readonly kind: 'configuration-set-paused'; readonly name: string }
  | { readonly kind: 'quota-short'; readonly perDay: number; readonly day: PlannedDay }
  | { readonly kind: 'unanswered'; readonly about: keyof ProviderState; readonly why: Unanswered }
export type SenderFindingKind = SenderFinding['kind']

/** In the order in which to correct them: what stops every mail comes first. */
export function senderFindings({
  state,
  stop,
  largestDay,
}: {
  readonly state: ProviderState
  readonly stop: SendingStop | null
  readonly largestDay: PlannedDay | null
}): readonly SenderFinding[] {
  const found = [
    ...(stop ? [{ kind: 'sending-stopped', stop } as const] : []),
    ...accountFindings(state.account, largestDay),
    ...identityFindings(state.identity),
    ...setFindings(state.configurationSet),
  ]
  return found.toSorted((a, b) => GRAVITIES.indexOf(gravityOf(a)) - GRAVITIES.indexOf(gravityOf(b)))
}

function accountFindings(account: ProviderState['account'], day: PlannedDay | null): SenderFinding[] {
  if ('unanswered' in account) return [{ kind: 'unanswered', about: 'account', why: account }]
  const { standing, sendingEnabled, production, perDay } = account
  return [
    ...(standing === 'suspended' ? [{ kind: 'account-suspended' } as const] : []),
    ...(standing === 'under-review' ? [{ kind: 'account-under-review' } as const] : []),
    ...(standing !== 'suspended' && !sendingEnabled ? [{ kind: 'sending-disabled' } as const] : []),
    ...(production ? [] : [{ kind: 'sandbox' } as const]),
    ...(perDay !== null && day !== null && day.mails > perDay ? [{ kind: 'quota-short', perDay, day } as const] : []),
  ]
}

function identityFindings(identity: ProviderState['identity']): SenderFinding[] {
  if (identity === null) return [{ kind: 'identity-missing' }]
  if ('unanswered' in identity) return [{ kind: 'unanswered', about: 'identity', why: identity }]
  const { name, verified, signs, mailFrom } = identity
  const found: SenderFinding[] = []
  if (!verified) found.push({ kind: 'identity-not-verified', identity: name })
  if (verified && !signs) found.push({ kind: 'not-signed', identity: name })
  if (mailFrom && !mailFrom.verified)
    found.push({ kind: 'mail-from-not-verified', domain: mailFrom.domain, rejects: mailFrom.whenNot === 'rejects' })
  return found
}

function setFindings(set: ProviderState['configurationSet']): SenderFinding[] {
  if (set === null) return [{ kind: 'configuration-set-missing' }]
  if ('unanswered' in set) return [{ kind: 'unanswered', about: 'configurationSet', why: set }]
  return set.sendingEnabled ? [] : [{ kind: 'configuration-set-paused', name: set.name }]
}

/**
 * stops: no mail leaves; loses: some customers get no mail, or get it late; harms: mails leave but are trusted less; unsure: the provider did not
 * say.
 */
export const GRAVITIES = ['stops', 'loses', 'unsure', 'harms'] as const
export type Gravity = (typeof GRAVITIES)[number]

export function gravityOf(finding: SenderFinding): Gravity {
  switch (finding.kind) {
    case 'sending-stopped':
    case 'account-suspended':
    case 'sending-disabled':
    case 'identity-missing':
    case 'identity-not-verified':
    case 'configuration-set-missing':
    case 'configuration-set-paused':
      return 'stops'
    case 'mail-from-not-verified':
      return finding.rejects ? 'stops' : 'harms'
    case 'sandbox':
    case 'quota-short':
      return 'loses'
    case 'unanswered':
      return 'unsure'
    case 'account-under-review':
    case 'not-signed':
      return 'harms'
  }
}

/**
 * Whether the operator must hear of it before the send window opens. A question that we are not permitted to ask is a missing permission, so it is
 * reported. A question that got no answer is asked again in an hour. A stop was reported when it began.
 */
export function mustBeTold(finding: SenderFinding): boolean {
  if (finding.kind === 'sending-stopped') return false
  if (finding.kind === 'unanswered') return finding.why.unanswered === 'not-permitted'
  const gravity = gravityOf(finding)
  return gravity === 'stops' || gravity === 'loses'
}
