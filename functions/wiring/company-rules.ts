/** The company rules from the files that functions carry: the texts that people wrote, read as `care check` reads them. */
import { type CompanyTexts, readCompanyFiles } from '#core/campaign/company-files.ts'
import { assembleCompanyRules, type CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

export class CompanyFilesError extends Error {
  override name = 'CompanyFilesError'
}

/** Throws CompanyFilesError with every mistake. What is deployed was checked before: it has none. */
export function carriedCompanyRules(texts: CompanyTexts): CompanyRules {
  const read = readCompanyFiles(texts, OUR_CHANNELS)
  if ('value' in read) return assembleCompanyRules({ ...read.value, channels: OUR_CHANNELS })
  throw new CompanyFilesError(read.problems.map((problem) => problemLine(problem, 'en')).join('\n'))
}
