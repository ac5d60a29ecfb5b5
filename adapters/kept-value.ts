/**
 * A secret's value read from where it lies and kept, so that no caller waits for it again. One that was changed there is noticed within
 * minutes; while it cannot be read, the last known one goes on serving those who can do with it.
 */
import { SecretUnreadError } from '#app/ports/secrets.ts'

export interface KeptValue<Value> {
  /** As it was last read. It is read again in the background once that was minutes ago. */
  now(): Value
  /** As it is, or was at most minutes ago. */
  fresh(): Promise<Value>
  /**
   * As it is now: read again, though no more than once a minute however often it is asked. Throws SecretUnreadError when the latest reading
   * failed: a caller whom the last known value did not serve must not take it for the newest.
   */
  anew(): Promise<Value>
}

export interface KeptValueOptions<Value> {
  readonly read: () => Promise<Value>
  readonly epochMs: () => number
  /** Hears of a later reading that failed; the first one throws. */
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
  /** Those who ask at the same time share one reading. */
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

/** One that never changes while it is used. */
export const fixedValue = <Value>(value: Value): KeptValue<Value> => ({
  now: () => value,
  fresh: async () => value,
  anew: async () => value,
})
