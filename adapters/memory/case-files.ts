/** Files of cases in memory: for rehearsals and tests. */
import { lookAtFile } from '#adapters/file-type/look-at-file.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'

export function memoryCaseFiles(): CaseFiles {
  const cases = new Map<string, Map<string, Uint8Array>>()
  return {
    look: lookAtFile,
    put: async ({ workId, sha256, bytes }) => {
      const files = cases.get(workId) ?? new Map<string, Uint8Array>()
      cases.set(workId, files.set(sha256, bytes.slice()))
    },
    read: async ({ workId, sha256 }) => cases.get(workId)?.get(sha256)?.slice(),
    removeOf: async (workId) => void cases.delete(workId),
  }
}
