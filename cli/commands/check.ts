/** `care check [DIR]`: every mistake in every campaign file and template, with what would be right. */
import { statSync } from 'node:fs'
import { Command } from 'commander'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { CAMPAIGNS } from '#cli/place-to-work.ts'
import { projectTemplates } from '#cli/project-templates.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { type CheckedCampaigns, checkCampaignFiles } from '#functions/check-campaign-files.ts'

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

/** What stands in a folder, judged with the project's templates. */
export async function checkFolder(dir: string): Promise<CheckedCampaigns | { readonly refused: string }> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return { refused: `${dir}: no such folder` }
  const { templates, problems } = await projectTemplates()
  const checked = checkCampaignFiles(readCampaignFolder(dir, CAMPAIGNS), templates)
  return { ...checked, problems: [...checked.problems, ...problems] }
}

export const problemLine = ({ file, path, value, expected }: Problem) =>
  `${file}: ${path === '' ? '' : `${path}: `}${value} - expected ${expected}`
