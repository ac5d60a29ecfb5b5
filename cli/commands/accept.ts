/** `care accept [DIR]`: puts the campaigns of a folder in force; a wrong file is refused and its last accepted version stays. */
import { userInfo } from 'node:os'
import { Command } from 'commander'
import { acceptCampaigns } from '#app/accept-campaigns.ts'
import { events } from '#app/events.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { checkFolder, problemLine } from '#cli/commands/check.ts'

export function acceptCommand({ output, place }: CareFrame): Command {
  return new Command('accept')
    .description('put the campaigns of a folder in force')
    .argument('[dir]', 'the folder of campaigns', 'campaigns')
    .option('--by <who>', 'who answers for it', userInfo().username)
    .option('--json', 'print { accepted, problems }')
    .action(async (dir: string, { by, json }: { by: string; json?: true }) => {
      const checked = await checkFolder(dir)
      if ('refused' in checked) return output.refuse([checked.refused])
      const { campaigns, now } = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const accepted = await acceptCampaigns({ campaigns, events: silent }, { definitions: checked.definitions, at: now, by })
      if (json) output.print(JSON.stringify({ accepted, problems: checked.problems }, null, 2))
      else for (const { campaignId, version, result } of accepted) output.print(`${campaignId}: version ${version} ${result}`)
      if (checked.problems.length > 0)
        output.refuse(json ? [] : [...checked.problems.map(problemLine), 'The last accepted versions of these stay in force.'])
    })
}
