/**
 * Hashes, codes and link tokens from one secret. Every field is preceded by its length before it is hashed, and every use names
 * its purpose first, so that no other fields and no other use can give the same text.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Seals } from '#app/ports.ts'
import { InstantSchema } from '#core/time/instant.ts'

/** Throws when the secret is shorter than 32 characters. */
export function cryptoSeals({ secret }: { readonly secret: string }): Seals {
  if (secret.length < 32) throw new RangeError('the secret for seals must have at least 32 characters')
  const seal = (...fields: readonly string[]) => createHmac('sha256', secret).update(packed(fields)).digest()
  const sealOfPayload = (payload: string) => seal('unsubscribe-token', payload).toString('base64url')
  return {
    addressHash: (address) => createHash('sha256').update(normalAddress(address)).digest('hex'),
    voucherCode: ({ campaignId, occasionKey, customerId }) => codeOf(seal('voucher', campaignId, occasionKey, customerId)),
    unsubscribeToken: ({ customerId, purpose, expiresAt }) => {
      const payload = Buffer.from(packed([customerId, purpose, expiresAt])).toString('base64url')
      return `${payload}.${sealOfPayload(payload)}`
    },
    openUnsubscribeToken: (token, now) => {
      const [payload = '', sealText = '', ...rest] = token.split('.')
      // The text of the seal is compared, not its bytes: base64url has spare bits, and a token must not have two spellings.
      if (rest.length > 0 || !isSame(sealText, sealOfPayload(payload))) return undefined
      const [customerId, purpose, expiresAt, ...more] = unpacked(Buffer.from(payload, 'base64url').toString()) ?? []
      if (customerId === undefined || purpose === undefined || more.length > 0) return undefined
      if (!InstantSchema.safeParse(expiresAt).success || expiresAt === undefined || now >= expiresAt) return undefined
      return { customerId, purpose }
    },
  }
}

const normalAddress = (address: string) => address.normalize('NFC').trim().toLowerCase().normalize('NFC')

/** `5:c-001` and so on: the length in characters, a colon, the field. */
const packed = (fields: readonly string[]) => fields.map((field) => `${field.length}:${field}`).join('')

/** The fields of a packed text; undefined when it is not one. */
function unpacked(text: string): readonly string[] | undefined {
  const fields: string[] = []
  let rest = text
  while (rest !== '') {
    const length = /^(\d{1,4}):/.exec(rest)
    if (length === null) return undefined
    const start = length[0].length
    const end = start + Number(length[1])
    if (end > rest.length) return undefined
    fields.push(rest.slice(start, end))
    rest = rest.slice(end)
  }
  return fields
}

function isSame(given: string, right: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Crockford's base 32: no I, L, O or U to be misread or to make words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve characters of five bits, `XXXX-XXXX-XXXX`: sixty bits, so a million codes leave guessing hopeless. */
function codeOf(bytes: Buffer): string {
  const bits = bytes.readBigUInt64BE() >> 4n
  const characters = Array.from({ length: 12 }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * (11 - at))) & 31n)])
  return [0, 4, 8].map((start) => characters.slice(start, start + 4).join('')).join('-')
}
