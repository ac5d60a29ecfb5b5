/**
 * Codes, link tokens and reply addresses from numbered keys. Every field is preceded by its length before it is hashed, and every use puts its
 * purpose first: no other fields and no other use can give the same text.
 *
 * New tokens are sealed with the current key and carry its number. The first key's tokens carry none, as before keys had numbers, so that each token
 * has one spelling. Voucher codes use the first key for ever: the same request must always give the same code.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { ALPHABET } from '#adapters/crypto/base32.ts'
import { contactKey } from '#adapters/crypto/contact-keys.ts'
import { FIRST_KEY, type KeyRing, keyOf, openingKey, readKeyRing } from '#adapters/crypto/key-ring.ts'
import { networkOf } from '#adapters/crypto/network.ts'
import { packed, unpacked } from '#adapters/crypto/packed-fields.ts'
import { replyAddresses } from '#adapters/crypto/reply-address.ts'
import { fixedValue, type KeptValue } from '#adapters/kept-value.ts'
import type { Seals } from '#app/ports/secrets.ts'
import { voucherCodeOf } from '#core/budget/voucher-code.ts'
import { InstantSchema } from '#core/time/instant.ts'

/** Seals of keys that do not change while they are used. Throws when the secret cannot be used; see key-ring.ts. */
export const cryptoSeals = ({ secret }: { readonly secret: string }): Seals => sealsWith(fixedValue(readKeyRing(secret)))

export function sealsWith(ring: KeptValue<KeyRing>): Seals {
  const current = () => {
    const keys = ring.now()
    return { number: keys.current, key: keyOf(keys, keys.current) }
  }
  /**
   * A number unknown to this process may belong to a key that an operator added a moment ago. So the answer is undefined only when the secret was
   * read and has no such key. A retired number is never given again.
   */
  const opening = async (number: number) => {
    const known = await ring.fresh()
    if (known.retired.has(number)) return undefined
    return openingKey(known, number) ?? openingKey(await ring.anew(), number)
  }
  return {
    addressHash,
    contactKey,
    voucherCode: ({ campaignId, occasionKey, customerId }) =>
      codeOf(seal(keyOf(ring.now(), FIRST_KEY), ['voucher', campaignId, occasionKey, customerId])),
    linkToken: ({ use, fields, expiresAt }) => {
      const { number, key } = current()
      const payload = Buffer.from(packed([expiresAt, ...fields])).toString('base64url')
      const sealed = `${payload}.${sealOfLink(key, { use, payload })}`
      return number === FIRST_KEY ? sealed : `${number}.${sealed}`
    },
    openLink: async (token, { use, now }) => {
      const parts = partsOf(token)
      if (!parts) return undefined
      const { number, payload, sealText } = parts
      const key = await opening(number)
      // The text of the seal is compared, not its bytes: base64url has spare bits, and a token must not have two spellings.
      if (key === undefined || !isSame(sealText, sealOfLink(key, { use, payload }))) return undefined
      const [expiresAt, ...fields] = unpacked(Buffer.from(payload, 'base64url').toString()) ?? []
      if (expiresAt === undefined || !InstantSchema.safeParse(expiresAt).success) return undefined
      return now < expiresAt ? { fields } : 'expired'
    },
    ...replyAddresses({
      current,
      opening,
      sealOf: (key, use, content) => seal(key, ['reply', use, content]),
    }),
    numberName: (phone) => seal(keyOf(ring.now(), FIRST_KEY), ['number', phone]).subarray(0, 12).toString('hex'),
    networkHash: (address) =>
      seal(current().key, ['network', networkOf(address)])
        .subarray(0, 16)
        .toString('hex'),
  }
}

const seal = (key: string, fields: readonly string[]) => createHmac('sha256', key).update(packed(fields)).digest()

const sealOfLink = (key: string, { use, payload }: { readonly use: string; readonly payload: string }) =>
  seal(key, ['link', use, payload]).toString('base64url')

/** `payload.seal` is the first key's, `2.payload.seal` that of the second, and so on; anything else is no token. */
function partsOf(token: string) {
  if (token.length > LONGEST_TOKEN) return undefined
  const found = TOKEN.exec(token)
  if (!found) return undefined
  const [, number, payload = '', sealText = ''] = found
  return { number: number === undefined ? FIRST_KEY : Number(number), payload, sealText }
}

/** Not "1.": each token has one spelling. */
const TOKEN = /^(?:([2-9]|[1-9]\d{1,2})\.)?([^.]*)\.([^.]*)$/

/** No token of ours is a quarter as long. The limit keeps a caller from having us hash long texts. */
const LONGEST_TOKEN = 2_000

function isSame(given: string, right: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Twelve characters of five bits: sixty bits, so guessing is hopeless even with a million codes. */
function codeOf(bytes: Buffer): string {
  const bits = bytes.readBigUInt64BE() >> 4n
  const characters = Array.from({ length: 12 }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * (11 - at))) & 31n)])
  return voucherCodeOf(characters.join(''))
}
