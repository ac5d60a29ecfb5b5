/**
 * A secret's value, read once and cached, so that no caller waits for it again. A changed secret is noticed within minutes. While it cannot be read,
 * the last known value still serves callers who can use an older one.
 */
import { SecretUnreadError } from '#app/ports/secrets.ts'

export interface KeptValue<Value> {
  /** The last value read. Once that is minutes old, it is read again in the background. */
  now(): Value
  /** The present value, or one that is at most minutes old. */
  fresh(): Promise<Value>
  /**
   * The present value: read again, at most once a minute. Throws SecretUnreadError when the latest read failed: a caller whom the last known value
   * did not serve must not take it for the newest.
   */
  anew(): Promise<Value>
}

export interface KeptValueOptions<Value> {
  readonly read: () => Promise<Value>
  readonly epochMs: () => number
  /** Hears of a later read that failed; the first one throws. */
  readonly failed: (error: unknown) => void
}

const OLD_MS = 5 * 60_000
/** Between two readings, also when the first of them failed. */
const REST_MS = 60_000

/** Reads the value; throws when it cannot be read at all. */
export async function keptValue<Value>({ read, epochMs, failed }: KeptValueOptions<Value>): Promise<KeptValue<Value>> {
  let value = await read()
  let readAt = epochMs()
  let triedAt = readAt
  let reading: Promise<void> | undefined
  let failure: { readonly cause: unknown } | undefined

  async function readAgain(): Promise<void> {
    triedAt = epochMs()
    try {
      value = await read()
      readAt = triedAt
      failure = undefined
    } catch (error) {
      failure = { cause: error }
      failed(error)
    }
  }
  /** Callers at the same time share one read. */
  const unlessJustTried = (): Promise<void> => {
    if (reading === undefined && epochMs() - triedAt >= REST_MS) {
      reading = readAgain().finally(() => {
        reading = undefined
      })
    }
    return reading ?? Promise.resolve()
  }
  const isOld = () => epochMs() - readAt >= OLD_MS

  return {
    now: () => {
      if (isOld()) void unlessJustTried()
      return value
    },
    fresh: async () => {
      if (isOld()) await unlessJustTried()
      return value
    },
    anew: async () => {
      await unlessJustTried()
      if (failure) throw new SecretUnreadError('the secret cannot be read just now', failure)
      return value
    },
  }
}

/** A value that never changes. */
export const fixedValue = <Value>(value: Value): KeptValue<Value> => ({
  now: () => value,
  fresh: async () => value,
  anew: async () => value,
})
