/** Two processes after a rotation: one seals with the new key, the other has not heard of it and cannot read the secret just now. */
import { readKeyRing } from '#adapters/crypto/key-ring.ts'
import { cryptoSeals, sealsWith } from '#adapters/crypto/seals.ts'
import { keptValue } from '#adapters/kept-value.ts'

const MINUTE_MS = 60_000

/** `first` is the secret that the process behind began with. */
export async function keysUnread(first: string) {
  const rotated = JSON.stringify({ current: 2, keys: { 1: first, 2: `the second key after ${first}` } })
  const state = { secret: first, away: false, ms: 0, reads: 0 }
  const read = async () => {
    state.reads++
    if (state.away) throw new Error('ThrottlingException')
    return readKeyRing(state.secret)
  }
  const behind = sealsWith(await keptValue({ read, epochMs: () => state.ms, failed: () => {} }))
  Object.assign(state, { secret: rotated, away: true, ms: 60 * MINUTE_MS })
  return {
    /** Knows the first key alone. */
    behind,
    /** Seals with the second. */
    rotated: cryptoSeals({ secret: rotated }),
    reads: () => state.reads,
    comesBack: () => Object.assign(state, { away: false, ms: state.ms + MINUTE_MS }),
    pass: (ms: number) => Object.assign(state, { ms: state.ms + ms }),
  }
}
