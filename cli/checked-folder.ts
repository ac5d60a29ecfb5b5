/** Checks a folder of campaigns as a whole, and words its problems for a command. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type CampaignFolder, readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { CAMPAIGNS, PROJECT } from '#cli/project.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { type CheckedCampaigns, type CheckedWith, checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { type PageLocale, pageLocale } from '#web/customer/page.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

export interface CheckedFolder extends CheckedCampaigns {
  readonly folder: CampaignFolder
  readonly templates: CompiledTemplates
  readonly templateFolder: string
}

/**
 * The content of a folder with the very templates that it was checked with. The commands work with these, even when the writer saves a file
 * meanwhile.
 */
export async function checkFolder(
  dir: string,
  { at }: Pick<CheckedWith, 'at'> = {},
): Promise<CheckedFolder | { readonly refused: string }> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return { refused: `${dir}: no such folder` }
  const beside = join(dirname(resolve(dir)), 'templates')
  const templateFolder = existsSync(beside) ? beside : resolve(PROJECT, 'templates')
  const { templates, problems } = await compiledTemplates(templateFolder)
  const folder = readCampaignFolder(dir, CAMPAIGNS)
  return {
    ...checkCampaignFiles(folder, templates, { templateProblems: problems, ...(at && { at }) }),
    folder,
    templates,
    templateFolder,
  }
}

/** The company's language, as far as its file can be read. */
export const localeOf = ({ companyRules }: CheckedFolder): PageLocale => pageLocale(companyRules?.company.locale ?? 'vi', 'vi')

export const inLanguage = (problem: Problem, locale: PageLocale) => ({ ...problem, expected: problem.expected[locale] })

/** Loads the compiler late: only a command that shows or checks templates waits for it. */
async function compiledTemplates(folder: string) {
  const { compileTemplates } = await import('#local/templates/compile-templates.ts')
  return compileTemplates(folder)
}
