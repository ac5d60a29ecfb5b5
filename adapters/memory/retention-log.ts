/** The records of the nightly deletion, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { LedgerWalk, PurgeProof, RetentionLog } from '#app/ports/retention.ts'

export function memoryRetentionLog(): RetentionLog {
  let walk: LedgerWalk | undefined
  const proofs = new Map<string, PurgeProof>()
  return {
    walk: async () => walk,
    putWalk: async (next) => {
      walk = frozen({ ...next })
    },
    addProof: async (proof) => {
      proofs.set(proof.at, frozen(structuredClone(proof)))
    },
    latestProofs: async (limit) => [...proofs.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit),
  }
}
