/** What the cases told last, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { FindingsBook } from '#app/ports/findings.ts'
import type { CareFindings } from '#core/report/care-findings.ts'

export function memoryFindingsBook(): FindingsBook {
  let kept: CareFindings | undefined
  return {
    latest: async () => kept,
    put: async (findings) => {
      kept = frozen(structuredClone(findings))
    },
    remove: async () => {
      kept = undefined
    },
  }
}
