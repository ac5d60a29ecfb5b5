/** A folder of campaigns judged whole, and what is wrong with it as a command says it. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type CampaignFolder, readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { CAMPAIGNS, PROJECT } from '#cli/place-to-work.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { type CheckedCampaigns, checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { type PageLocale, pageLocale } from '#web/customer/page.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

export interface CheckedFolder extends CheckedCampaigns {
  readonly folder: CampaignFolder
  readonly templates: CompiledTemplates
  readonly templateFolder: string
}

/** What stands in a folder, and the very templates that it was judged with: whoever goes on works with these, whatever is saved meanwhile. */
export async function checkFolder(dir: string): Promise<CheckedFolder | { readonly refused: string }> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return { refused: `${dir}: no such folder` }
  const beside = join(dirname(resolve(dir)), 'templates')
  const templateFolder = existsSync(beside) ? beside : resolve(PROJECT, 'templates')
  const { templates, problems } = await compiledTemplates(templateFolder)
  const folder = readCampaignFolder(dir, CAMPAIGNS)
  return { ...checkCampaignFiles(folder, templates, problems), folder, templates, templateFolder }
}

/** The company's language, as far as its file can be read. */
export const localeOf = ({ companyRules }: CheckedFolder): PageLocale => pageLocale(companyRules?.company.locale ?? 'vi', 'vi')

export const inLanguage = (problem: Problem, locale: PageLocale) => ({ ...problem, expected: problem.expected[locale] })

/** Only a command that shows or checks templates waits for the compiler to load. */
async function compiledTemplates(folder: string) {
  const { compileTemplates } = await import('#local/templates/compile-templates.ts')
  return compileTemplates(folder)
}
