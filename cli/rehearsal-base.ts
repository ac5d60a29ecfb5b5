/** The customers of a rehearsal, in the memory of its parts: customers and purchases from files, or a copy of the stored ones. */
import type { CustomerStore } from '#app/ports/customers.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { importFileInto } from '#cli/commands/import.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import { partsForBase, partsForFiles } from '#cli/parts-for.ts'
import { storesForImport } from '#cli/stores-for-import.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { NO_LISTS } from '#local/rehearsal/part.ts'
import { partedBase } from '#local/rehearsal/parted-base.ts'
import { copyStored, endedOnFailure, type RehearsalBase, type StoredPeople } from '#local/rehearsal/stored-base.ts'

interface BaseOrder {
  readonly output: CliOutput
  readonly companyRules: CompanyRules
}

/** Refused when a file as a whole cannot be read. Rows that the import refuses are left out, and the output says how many. */
export async function baseFromFiles(
  files: readonly FileToImport[],
  { output, companyRules }: BaseOrder,
): Promise<RehearsalBase | { readonly refused: string }> {
  const base = partedBase(partsForFiles(files.map(({ file }) => file)))
  const stores = storesForImport({ customers: base.customers, purchases: base.purchases, companyRules })
  return endedOnFailure(base, async () => {
    for (const file of files) {
      const refused = await importFileInto({ output, stores: async () => stores }, file)
      if (refused === undefined) continue
      await base.end()
      return { refused }
    }
    return { ...base, lists: NO_LISTS, count: await base.count(), hasPurchases: files.some(({ kind }) => kind === 'purchases') }
  })
}

/** To be ended. */
export async function baseFromStores(
  stored: StoredPeople & { readonly customers: Pick<CustomerStore, 'roughCount'> },
  { output, companyRules }: BaseOrder,
): Promise<RehearsalBase> {
  const base = partedBase(partsForBase(await stored.customers.roughCount()))
  return endedOnFailure(base, () => copyStored(base, stored, { companyRules, warn: output.warn }))
}
