/** What a file is imported into that is looked at alone: nothing of it is stored. */
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import type { ImportStores } from '#cli/commands/import-file.ts'
import { instantOf } from '#core/time/instant.ts'

/** No sender writes to these customers during the import, so no claim can precede a stop. */
const NO_SENDER = { noteStop: async () => {} }

export const storesForImport = (into: Pick<ImportStores, 'customers' | 'purchases' | 'companyRules'>): ImportStores => ({
  ...into,
  consents: memoryConsentLog(),
  ledgers: NO_SENDER,
  now: instantOf(Date.now()),
})
