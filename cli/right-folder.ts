/** A folder of campaigns without a mistake, for a command that rehearses it. */
import { type CheckedFolder, checkFolder, localeOf } from '#cli/checked-folder.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'

export type RightFolder = Pick<CheckedFolder, 'definitions' | 'accepting' | 'roster'> & { readonly companyRules: CompanyRules }

/** Refused with every mistake in it: a rehearsal without a campaign would mislead. */
export async function rightFolder(dir: string): Promise<RightFolder | { readonly refused: readonly string[] }> {
  const checked = await checkFolder(dir)
  if ('refused' in checked) return { refused: [checked.refused] }
  const { companyRules, problems } = checked
  if (companyRules && problems.length === 0)
    return checked.definitions.length > 0 ? { ...checked, companyRules } : { refused: [`${dir}: no campaign in it`] }
  return { refused: [...problems.map((problem) => problemLine(problem, localeOf(checked))), 'Nothing was rehearsed.'] }
}
