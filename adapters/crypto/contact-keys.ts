/**
 * Names of contact points. Inside a process a contact point is named by its kind and a keyless hash. In the table of suppressions its row is named by
 * an HMAC over both, with a key that never changes: whoever copies the table cannot find out which of the addresses or numbers they know stand in it.
 */
import { createHmac } from 'node:crypto'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { packed } from '#adapters/crypto/packed-fields.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { ContactPoint } from '#core/channel/channel.ts'

/** E-mail addresses and numbers are normalised and hashed alike. */
export const contactKey = ({ kind, value }: ContactPoint): string => `${kind}:${addressHash(value)}`

/** The port of a function that names contact points and seals nothing. */
export const contactKeys: ContactKeys = { contactKey }

/** How the table of suppressions names the rows of contact points. */
export interface SuppressionKeys {
  /** `email#…`: never the same text as a key of the version before. */
  rowKey(contactKey: string): string
  /** The key under which the version before stored the contact point; undefined for a kind that it did not know. */
  keyBefore(contactKey: string): string | undefined
  /** The contact point whose row the version before stored under this key; undefined for a key of any other form. */
  contactKeyOf(keyBefore: string): string | undefined
  /** Tells two keys apart and shows neither. */
  readonly fingerprint: string
}

export class SuppressionKeyError extends Error {
  override readonly name = 'SuppressionKeyError'
}

const SHORTEST_KEY = 32
/** The version before suppressed e-mail addresses only, by their hash alone. */
const KIND_BEFORE = 'email'
const HASH = /^[0-9a-f]{64}$/

/** Throws when the secret is too short to be a key: without it a suppressed address would look free. */
export function suppressionKeys({ secret }: { readonly secret: string }): SuppressionKeys {
  if (secret.length < SHORTEST_KEY)
    throw new SuppressionKeyError(`the key of suppressions must have at least ${SHORTEST_KEY} characters`)
  const keyed = (fields: readonly string[]) => createHmac('sha256', secret).update(packed(fields)).digest('base64url')
  return {
    rowKey: (key) => {
      const { kind, hash } = partsOf(key)
      return `${kind}#${keyed([kind, hash])}`
    },
    keyBefore: (key) => {
      const { kind, hash } = partsOf(key)
      return kind === KIND_BEFORE ? hash : undefined
    },
    contactKeyOf: (keyBefore) => (HASH.test(keyBefore) ? `${KIND_BEFORE}:${keyBefore}` : undefined),
    fingerprint: keyed(['fingerprint']),
  }
}

function partsOf(key: string): { readonly kind: string; readonly hash: string } {
  const end = key.lastIndexOf(':')
  if (end < 1) throw new RangeError('not the key of a contact point')
  return { kind: key.slice(0, end), hash: key.slice(end + 1) }
}
