/** The setting of every process of a run, made once: the company with the run's own caps, the letters, the campaigns. */
import { resolve } from 'node:path'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { CompanyFiles } from '#functions/wiring/company-rules.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { COMPANY_CHANGES } from '#local/torture/world/company-changes.ts'

const ROOT = resolve(import.meta.dirname, '../..')
export const PAGES = 'https://pages.torture.example.com'

export async function prepare(): Promise<{
  readonly companyRules: CompanyFiles
  readonly templates: Awaited<ReturnType<typeof compileTemplates>>['templates']
}> {
  const folder = resolve(ROOT, 'campaigns')
  const { company, prices, calendars, policies } = readCampaignFolder(folder, folder)
  const { templates, problems } = await compileTemplates(resolve(ROOT, 'templates'))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return {
    companyRules: {
      company: { ...JSON.parse(company.text), ...COMPANY_CHANGES },
      calendars: calendars.map(({ text }) => JSON.parse(text)),
      policies: policies.map(({ text }) => JSON.parse(text)),
      prices: JSON.parse(prices.text),
    },
    templates,
  }
}
