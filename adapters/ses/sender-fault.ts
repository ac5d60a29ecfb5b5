/**
 * Which refusals of SES are the sender's own: they would meet every mail, whoever it is for. SES says some of them by name, some in its words
 * alone, and "not verified" of sender and recipient alike: then the addresses that it names decide.
 * https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html
 */
import type { SenderFault } from '#core/planning/sending-stop.ts'

export interface Refusal {
  readonly name: string
  readonly message: string
  readonly status: number
}

/** Between whom the refused mail was; undefined where no mail was at hand. */
export interface Parties {
  readonly sender: string
  readonly recipient: string
}

const ADDRESS = /[^\s<>,;:"'()`/]+@[^\s<>,;:"'()`]+/g

/** Undefined: this person's, or the moment's. */
export function senderFaultOf(refusal: Refusal, parties: Parties | undefined): SenderFault | undefined {
  // The account's own limits are said with 4xx as well, and pass by themselves.
  const { name, message, status } = refusal
  const byName = BY_NAME[name.replace(/Exception$/, '')]
  if (byName !== undefined) return byName
  if (status < 400 || status >= 500) return undefined
  const words = withoutAddresses(message)
  for (const [pattern, fault] of BY_WORDS) if (pattern.test(words)) return fault
  if (/not verified/i.test(message)) return isRecipientsAlone(message, parties) ? undefined : 'identity-not-verified'
  if (status === 401 || status === 403) return isRecipientsAlone(message, parties) ? undefined : 'permission-missing'
  return isAboutTheFrom(message, parties) ? 'request-refused' : undefined
}

/** By the name of the error, without the `Exception` that some services append. */
const BY_NAME: Readonly<Record<string, SenderFault>> = {
  AccountSuspended: 'account-suspended',
  SendingPaused: 'sending-paused',
  AccountSendingPaused: 'sending-paused',
  ConfigurationSetSendingPaused: 'sending-paused',
  MailFromDomainNotVerified: 'mail-from-not-verified',
  FromEmailAddressNotVerified: 'identity-not-verified',
  ConfigurationSetDoesNotExist: 'configuration-set-gone',
  // Of what SendEmail may miss, the configuration set is all that we name.
  NotFound: 'configuration-set-gone',
  ProductionAccessNotGranted: 'permission-missing',
  OptInRequired: 'permission-missing',
  SubscriptionRequired: 'permission-missing',
  ExpiredToken: 'credentials',
  RequestExpired: 'credentials',
  UnrecognizedClient: 'credentials',
  InvalidClientTokenId: 'credentials',
  InvalidAccessKeyId: 'credentials',
  InvalidSignature: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  IncompleteSignature: 'credentials',
  MissingAuthenticationToken: 'credentials',
  AuthFailure: 'credentials',
}

/** In the order in which they are looked for. */
const BY_WORDS: readonly (readonly [RegExp, SenderFault])[] = [
  [/\b(sending|account)\b.*\bsuspended\b/i, 'account-suspended'],
  [/\b(sending|account)\b.*\b(paused|disabled)\b/i, 'sending-paused'],
  [/configuration set\b.*(does not exist|not found|is invalid)/i, 'configuration-set-gone'],
  [/mail ?from\b.*not verified/i, 'mail-from-not-verified'],
  [/security token|access key|request signature|signature expired/i, 'credentials'],
]

/** Addresses, and identities in ARNs, that the message names. Those of a long list may be cut off, and then nothing says that the sender is fine. */
function isRecipientsAlone(message: string, parties: Parties | undefined): boolean {
  if (!parties || /(\.\.\.|…)\s*$/.test(message)) return false
  const named = namedIdentities(message)
  return named.length > 0 && named.every((identity) => covers(identity, parties.recipient) && !covers(identity, parties.sender))
}

function namedIdentities(message: string): readonly string[] {
  const inArns = [...message.matchAll(/\bidentity\/([^\s`'",;)]+)/g)].map(([, identity = '']) => identity)
  const addresses = message.match(ADDRESS) ?? []
  const listed = /failed the check in [^:]*:\s*(.+)$/i.exec(message)?.[1]?.split(/[\s,]+/) ?? []
  const domains = listed.filter((word) => /^[^\s@<>]+\.[^\s@<>.]+$/.test(word))
  return [...inArns, ...addresses, ...domains].map((identity) => identity.toLowerCase().replace(/\.$/, ''))
}

/** An identity is an address, or a domain that stands for everything below it. */
function covers(identity: string, address: string): boolean {
  const known = address.toLowerCase()
  return known === identity || known.endsWith(`@${identity}`) || known.endsWith(`.${identity}`)
}

/** What is wrong with an address is said of both in the same words: only where it names ours, or the From, is it everybody's. */
function isAboutTheFrom(message: string, parties: Parties | undefined): boolean {
  if (parties && parties.sender !== parties.recipient && message.toLowerCase().includes(parties.sender.toLowerCase())) return true
  const words = withoutAddresses(message)
  return /\bFrom(EmailAddress)?\b/.test(words) || /\bsender\b|\breturn-path\b|\bsource address\b/i.test(words)
}

/** What a message quotes of a customer says nothing about us, and is nothing for rows and logs. */
export const withoutAddresses = (message: string): string => message.replace(ADDRESS, '<address>')
