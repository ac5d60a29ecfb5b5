/** The files of a customer's cases go with the customer: for the erasure, and for the sweep that ends it. */
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { WorkStore } from '#app/ports/work.ts'

export interface RemoveCaseFilesPorts {
  readonly caseFiles: Pick<CaseFiles, 'removeOf'>
  readonly work: Pick<WorkStore, 'pagesOfCustomer'>
}

/** Around the removal of the rows: before it, because only they lead to the files, and behind it for a file that was kept meanwhile. */
export async function withoutCaseFiles(
  { caseFiles, work }: RemoveCaseFilesPorts,
  { customerId, removeRows }: { readonly customerId: string; readonly removeRows: () => Promise<void> },
): Promise<void> {
  const cases: string[] = []
  for await (const page of work.pagesOfCustomer(customerId))
    for (const { kind, workId } of page) if (kind === 'case') cases.push(workId)
  const removeFiles = async () => {
    for (const workId of cases) await caseFiles.removeOf(workId)
  }
  await removeFiles()
  await removeRows()
  await removeFiles()
}
