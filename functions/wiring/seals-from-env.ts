/** Reads the secrets of functions that seal, open or redeem from Secrets Manager. The environment holds only the secret's ARN, never the secret. */
import { timingSafeEqual } from 'node:crypto'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { readKeyRing } from '#adapters/crypto/key-ring.ts'
import { sealsWith } from '#adapters/crypto/seals.ts'
import { type KeptValue, keptValue } from '#adapters/kept-value.ts'
import { readSecret } from '#adapters/secrets-manager/secrets.ts'
import type { Seals } from '#app/ports/secrets.ts'

export interface SecretReading {
  readonly secrets: SecretsManagerClient
  /** Hears of a later read that failed; the value read before stays in use. */
  readonly secretUnread: (error: unknown) => void
  /** The real clock: secrets change in real time, whatever day the campaigns are on. */
  readonly epochMs?: () => number
}

/** Reads the keys at once, and throws when there are none: a function without keys must not start. */
export async function sealsFromEnv(
  { SEAL_SECRET_ARN }: { readonly SEAL_SECRET_ARN: string },
  { secrets, secretUnread: failed, epochMs = () => Date.now() }: SecretReading,
): Promise<Seals> {
  const read = async () => readKeyRing((await readSecret({ client: secrets, secretId: SEAL_SECRET_ARN })).text)
  return sealsWith(await keptValue({ read, epochMs, failed }))
}

/** The key that shop staff type to redeem a voucher. */
export interface TillKey {
  isRight(typed: unknown): Promise<boolean>
}

const SHORTEST_TILL_KEY = 8

/**
 * Read when staff first redeem a voucher: a fault in this secret does not affect customers' pages. A new key works within a minute, and the old one
 * stops within five.
 */
export function tillKeyFromEnv(
  { TILL_SECRET_ARN }: { readonly TILL_SECRET_ARN: string },
  { secrets, secretUnread: failed, epochMs = () => Date.now() }: SecretReading,
): TillKey {
  const read = async () => checkedTillKey((await readSecret({ client: secrets, secretId: TILL_SECRET_ARN })).text.trim())
  let kept: KeptValue<string> | undefined
  return {
    isRight: async (typed) => {
      kept ??= await keptValue({ read, epochMs, failed })
      return isSame(typed, await kept.fresh()) || isSame(typed, await kept.anew())
    },
  }
}

function checkedTillKey(text: string): string {
  if (text.length < SHORTEST_TILL_KEY) throw new RangeError(`the till key must have at least ${SHORTEST_TILL_KEY} characters`)
  return text
}

function isSame(typed: unknown, right: string): boolean {
  const [given, key] = [Buffer.from(typeof typed === 'string' ? typed : ''), Buffer.from(right)]
  return given.length === key.length && timingSafeEqual(given, key)
}
