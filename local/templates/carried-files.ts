/** What functions carry beside their code: compiled templates, and the company's files with those of every country that has one. */
import { dirname, relative } from 'node:path'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { type CompanyTexts, type FileText, readCompanyFiles } from '#core/campaign/company-files.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { type PackedTemplates, packTemplates } from '#functions/wiring/packed-templates.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { checkTemplates } from '#web/rendering/check-template.ts'

export interface CarriedFiles {
  /** File name without `.generated.json` to content. */
  readonly carried: { readonly templates: PackedTemplates; readonly 'company-files': CompanyTexts }
}

/** The files' content, or every mistake: with one of them nothing is deployed. */
export async function carriedFiles(folders: {
  readonly templates: string
  readonly campaigns: string
}): Promise<CarriedFiles | { readonly problems: readonly Problem[] }> {
  const { templates, problems } = await compileTemplates(folders.templates)
  const texts = readCampaignFolder(folders.campaigns, folders.campaigns)
  const company = readCompanyFiles(texts, OUR_CHANNELS)
  const all = [...problems, ...checkTemplates({ templates, uses: [] }), ...('problems' in company ? company.problems : [])]
  if (all.length > 0) return { problems: all }
  // Named from the project: the same files make the same bundle on every machine.
  const named = ({ file, text }: FileText) => ({ file: relative(dirname(folders.campaigns), file), text })
  const { prices, cases, departments, compensation, budget, calendars, policies, scripts, playbooks, themes } = texts
  return {
    carried: {
      templates: packTemplates(templates),
      'company-files': {
        company: named(texts.company),
        prices: named(prices),
        ...(cases && { cases: named(cases) }),
        ...(departments && { departments: named(departments) }),
        ...(compensation && { compensation: named(compensation) }),
        ...(budget && { budget: named(budget) }),
        ...(themes && { themes: named(themes) }),
        calendars: calendars.map(named),
        policies: policies.map(named),
        scripts: scripts.map(named),
        ...(playbooks && { playbooks: playbooks.map(named) }),
      },
    },
  }
}
