/**
 * The keys of seals in one secret: `{"current":2,"keys":{"1":"…","2":"…"}}`. A secret that is no JSON is the first key alone, as in every new
 * deployment. Voucher codes use the first key for ever, so its text always stays. A retired key opens nothing.
 */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

export interface KeyRing {
  /** The number of the key that seals. */
  readonly current: number
  readonly keys: ReadonlyMap<number, string>
  /** Numbers whose seals no longer open. They are never given again. */
  readonly retired: ReadonlySet<number>
  /** When a key stopped being the current one. */
  readonly sealedUntil: ReadonlyMap<number, string>
}

/** Voucher codes are made with it. A token without a number was sealed with it. */
export const FIRST_KEY = 1
/** A reply address has seven bits for the number. */
export const LAST_KEY = 128
const SHORTEST_KEY = 32

export class KeyRingError extends Error {
  override readonly name = 'KeyRingError'
}

const isKeyNumber = (text: string) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= LAST_KEY
const byKeyNumber = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string(), value)
    .refine((written) => Object.keys(written).every(isKeyNumber), `a key has a number from ${FIRST_KEY} to ${LAST_KEY}`)
const KeyText = z.string().min(SHORTEST_KEY, `at least ${SHORTEST_KEY} characters`)

const WrittenRing = z
  .strictObject({
    current: z.int(),
    keys: byKeyNumber(KeyText),
    retired: z.array(z.int().min(FIRST_KEY).max(LAST_KEY)).default([]),
    sealedUntil: byKeyNumber(InstantSchema).default({}),
  })
  .refine(({ keys }) => keys[FIRST_KEY] !== undefined, `key ${FIRST_KEY} must stay: voucher codes are made with it`)
  .refine(({ keys, current }) => keys[current] !== undefined, 'the current key is not among the keys')
  .refine(({ retired, current }) => !retired.includes(current), 'the current key is retired')
  .refine(({ keys }) => new Set(Object.values(keys)).size === Object.keys(keys).length, 'two keys are the same')

/** Throws a KeyRingError that says what is wrong and shows no key. */
export function readKeyRing(secret: string): KeyRing {
  if (!secret.trimStart().startsWith('{')) return ringOf({ current: FIRST_KEY, keys: { [FIRST_KEY]: secret } })
  return ringOf(parseJson(secret))
}

/** The secret's text, as `readKeyRing` reads it. */
export const writtenKeyRing = ({ current, keys, retired, sealedUntil }: KeyRing): string =>
  JSON.stringify({
    current,
    keys: Object.fromEntries(keys),
    retired: [...retired],
    sealedUntil: Object.fromEntries(sealedUntil),
  })

/** A key that opens; undefined for a number that is unknown or retired. */
export const openingKey = ({ keys, retired }: KeyRing, number: number): string | undefined =>
  retired.has(number) ? undefined : keys.get(number)

/** A key that must be there: the first and the current one always are. */
export function keyOf({ keys }: KeyRing, number: number): string {
  const key = keys.get(number)
  if (key === undefined) throw new KeyRingError(`there is no key ${number}`)
  return key
}

function ringOf(written: unknown): KeyRing {
  const parsed = WrittenRing.safeParse(written)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '))
    throw new KeyRingError(`the secret for seals cannot be used: ${problems.join('; ')}`)
  }
  const { current, keys, retired, sealedUntil } = parsed.data
  return { current, keys: byNumber(keys), retired: new Set(retired), sealedUntil: byNumber(sealedUntil) }
}

const byNumber = <Value>(written: Readonly<Record<string, Value>>): ReadonlyMap<number, Value> =>
  new Map(Object.entries(written).map(([number, value]) => [Number(number), value]))

function parseJson(secret: string): unknown {
  try {
    return JSON.parse(secret)
  } catch {
    // The parser's own message would show the beginning of the secret.
    throw new KeyRingError('the secret for seals cannot be used: it begins like JSON and is none')
  }
}
