/** `care check [DIR]`: every mistake in every campaign file and template, with what would be right. */
import { statSync } from 'node:fs'
import { Command } from 'commander'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { CAMPAIGNS } from '#cli/place-to-work.ts'
import { projectTemplates } from '#cli/project-templates.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { type CheckedCampaigns, checkCampaignFiles } from '#functions/check-campaign-files.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

export function checkCommand(output: CliOutput): Command {
  return new Command('check')
    .description('find every mistake in campaign files, company.json, prices, policies, calendars and templates')
    .argument('[dir]', 'the folder of campaigns', 'campaigns')
    .option('--json', 'print { campaigns, problems }')
    .action(async (dir: string, { json }: { json?: true }) => {
      const checked = await checkFolder(dir)
      if ('refused' in checked) return output.refuse([checked.refused])
      if (json)
        output.print(JSON.stringify({ campaigns: checked.definitions.map(({ id }) => id), problems: checked.problems }, null, 2))
      else if (checked.problems.length === 0) output.print(`${checked.definitions.length} campaigns, no mistakes.`)
      if (checked.problems.length > 0) output.refuse(json ? [] : checked.problems.map(problemLine))
    })
}

interface CheckedFolder extends CheckedCampaigns {
  readonly templates: CompiledTemplates
}

/** What stands in a folder, and the very templates that it was judged with: whoever goes on works with these, whatever is saved meanwhile. */
export async function checkFolder(dir: string): Promise<CheckedFolder | { readonly refused: string }> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return { refused: `${dir}: no such folder` }
  const { templates, problems } = await projectTemplates()
  return { ...checkCampaignFiles(readCampaignFolder(dir, CAMPAIGNS), templates, problems), templates }
}

export const problemLine = ({ file, path, value, expected }: Problem) =>
  `${file}: ${path === '' ? '' : `${path}: `}${value} - expected ${expected}`
