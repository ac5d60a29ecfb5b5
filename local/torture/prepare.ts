/** The setting of every process of a run, made once: the company with the run's own caps and catalogue, the letters, the campaigns. */
import { resolve } from 'node:path'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { type CompanyFiles, readCompanyFiles } from '#core/campaign/company-files.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { catalogueFor } from '#local/torture/world/catalogue.ts'
import { COMPANY_CHANGES } from '#local/torture/world/company-changes.ts'

const ROOT = resolve(import.meta.dirname, '../..')
export const PAGES = 'https://pages.torture.example.com'
export const STAFF_APP = 'https://staff.torture.example.com'

export async function prepare({ complaining }: { readonly complaining: number }): Promise<{
  readonly companyFiles: CompanyFiles
  readonly templates: Awaited<ReturnType<typeof compileTemplates>>['templates']
}> {
  const folder = resolve(ROOT, 'campaigns')
  const texts = readCampaignFolder(folder, folder)
  const company = { ...texts.company, text: JSON.stringify({ ...JSON.parse(texts.company.text), ...COMPANY_CHANGES }) }
  const files = readCompanyFiles({ ...texts, company }, OUR_CHANNELS)
  const { templates, problems } = await compileTemplates(resolve(ROOT, 'templates'))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  if ('problems' in files) throw new Error(JSON.stringify(files.problems))
  return { companyFiles: { ...files.value, compensation: catalogueFor(complaining) }, templates }
}
