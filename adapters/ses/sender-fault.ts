/**
 * Which refusals of SES are about the sender: they would meet every mail, whatever its recipient. SES tells some of them by name, some only in the
 * message, and says "not verified" of sender and recipient alike: then the addresses in the message decide.
 * https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html
 */
import type { SenderFault } from '#core/planning/sending-stop.ts'

export interface Refusal {
  readonly name: string
  readonly message: string
  readonly status: number
}

/** Sender and recipient of the refused mail; undefined where no mail was being sent. */
export interface Parties {
  readonly sender: string
  readonly recipient: string
}

const ADDRESS = /[^\s<>,;:"'()`/]+@[^\s<>,;:"'()`]+/g

/** Undefined: the refusal is about this recipient, or passes by itself. */
export function senderFaultOf(refusal: Refusal, parties: Parties | undefined): SenderFault | undefined {
  // The account's own limits come with 4xx as well, and pass by themselves.
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
  // The configuration set is the only resource that our SendEmail names.
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

/** Tried in this order. */
const BY_WORDS: readonly (readonly [RegExp, SenderFault])[] = [
  [/\b(sending|account)\b.*\bsuspended\b/i, 'account-suspended'],
  [/\b(sending|account)\b.*\b(paused|disabled)\b/i, 'sending-paused'],
  [/configuration set\b.*(does not exist|not found|is invalid)/i, 'configuration-set-gone'],
  [/mail ?from\b.*not verified/i, 'mail-from-not-verified'],
  [/security token|access key|request signature|signature expired/i, 'credentials'],
]

/** Addresses, and identities in ARNs, that the message names. A long list may be cut off: then the message does not prove that the sender is fine. */
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

/** An identity is an address, or a domain that covers everything below it. */
function covers(identity: string, address: string): boolean {
  const known = address.toLowerCase()
  return known === identity || known.endsWith(`@${identity}`) || known.endsWith(`.${identity}`)
}

/** SES words a wrong From and a wrong recipient alike. The fault is the sender's only where the message names our address or the From. */
function isAboutTheFrom(message: string, parties: Parties | undefined): boolean {
  if (parties && parties.sender !== parties.recipient && message.toLowerCase().includes(parties.sender.toLowerCase())) return true
  const words = withoutAddresses(message)
  return /\bFrom(EmailAddress)?\b/.test(words) || /\bsender\b|\breturn-path\b|\bsource address\b/i.test(words)
}

/** An address in a message is the customer's: it must not reach rows and logs. */
export const withoutAddresses = (message: string): string => message.replace(ADDRESS, '<address>')
