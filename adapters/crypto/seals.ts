/**
 * Hashes, codes and link tokens from one secret. Every field is preceded by its length before it is hashed, and every use names
 * its purpose first, so that no other fields and no other use can give the same text.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { ALPHABET } from '#adapters/crypto/base32.ts'
import { networkOf } from '#adapters/crypto/network.ts'
import { packed, unpacked } from '#adapters/crypto/packed-fields.ts'
import { replyAddresses } from '#adapters/crypto/reply-address.ts'
import type { Seals } from '#app/ports.ts'
import { InstantSchema } from '#core/time/instant.ts'

/** Throws when the secret is shorter than 32 characters. */
export function cryptoSeals({ secret }: { readonly secret: string }): Seals {
  if (secret.length < 32) throw new RangeError('the secret for seals must have at least 32 characters')
  const seal = (...fields: readonly string[]) => createHmac('sha256', secret).update(packed(fields)).digest()
  const sealOfLink = (use: string, payload: string) => seal('link', use, payload).toString('base64url')
  return {
    addressHash: (address) => createHash('sha256').update(normalAddress(address)).digest('hex'),
    voucherCode: ({ campaignId, occasionKey, customerId }) => codeOf(seal('voucher', campaignId, occasionKey, customerId)),
    linkToken: ({ use, fields, expiresAt }) => {
      const payload = Buffer.from(packed([expiresAt, ...fields])).toString('base64url')
      return `${payload}.${sealOfLink(use, payload)}`
    },
    openLink: (token, { use, now }) => {
      if (token.length > LONGEST_TOKEN) return undefined
      const [payload = '', sealText = '', ...rest] = token.split('.')
      // The text of the seal is compared, not its bytes: base64url has spare bits, and a token must not have two spellings.
      if (rest.length > 0 || !isSame(sealText, sealOfLink(use, payload))) return undefined
      const [expiresAt, ...fields] = unpacked(Buffer.from(payload, 'base64url').toString()) ?? []
      if (expiresAt === undefined || !InstantSchema.safeParse(expiresAt).success) return undefined
      return now < expiresAt ? { fields } : 'expired'
    },
    ...replyAddresses((use, content) => seal('reply', use, content)),
    networkHash: (address) => seal('network', networkOf(address)).subarray(0, 16).toString('hex'),
  }
}

/** No token of ours is a quarter as long; nobody makes us hash a novel. */
const LONGEST_TOKEN = 2_000

const normalAddress = (address: string) => address.normalize('NFC').trim().toLowerCase().normalize('NFC')

function isSame(given: string, right: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Twelve characters of five bits, `XXXX-XXXX-XXXX`: sixty bits, so a million codes leave guessing hopeless. */
function codeOf(bytes: Buffer): string {
  const bits = bytes.readBigUInt64BE() >> 4n
  const characters = Array.from({ length: 12 }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * (11 - at))) & 31n)])
  return [0, 4, 8].map((start) => characters.slice(start, start + 4).join('')).join('-')
}
