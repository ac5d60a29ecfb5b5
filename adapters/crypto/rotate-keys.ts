/** Changing the keys of seals. Every step but the last leaves all sent links valid. */
import { FIRST_KEY, type KeyRing, KeyRingError, LAST_KEY } from '#adapters/crypto/key-ring.ts'
import type { Instant } from '#core/time/instant.ts'

/** Adds a key that opens and does not seal yet; answers its number, which no key had before. */
export function withNewKey(ring: KeyRing, key: string): { readonly ring: KeyRing; readonly number: number } {
  const number = Math.max(...ring.keys.keys(), ...ring.retired) + 1
  if (number > LAST_KEY) throw new KeyRingError(`there can be no more than ${LAST_KEY} keys`)
  return { ring: { ...ring, keys: new Map(ring.keys).set(number, key) }, number }
}

/** From `at` on this key seals. */
export function withCurrentKey(ring: KeyRing, { number, at }: { readonly number: number; readonly at: Instant }): KeyRing {
  if (number === ring.current) throw new KeyRingError(`key ${number} is the current one already`)
  if (ring.retired.has(number)) throw new KeyRingError(`key ${number} is retired`)
  if (!ring.keys.has(number)) throw new KeyRingError(`there is no key ${number}`)
  const sealedUntil = new Map(ring.sealedUntil).set(ring.current, at)
  sealedUntil.delete(number)
  return { ...ring, current: number, sealedUntil }
}

/** Retires a key: its seals no longer open. Its text is removed, except the first key's: voucher codes are made with that. */
export function withoutKey(ring: KeyRing, number: number): KeyRing {
  if (number === ring.current) throw new KeyRingError(`key ${number} is the current one: use another first`)
  if (ring.retired.has(number)) throw new KeyRingError(`key ${number} is retired already`)
  if (!ring.keys.has(number)) throw new KeyRingError(`there is no key ${number}`)
  const keys = new Map(ring.keys)
  if (number !== FIRST_KEY) keys.delete(number)
  return { ...ring, keys, retired: new Set(ring.retired).add(number) }
}
