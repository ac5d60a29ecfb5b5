/** Checks campaign files that somebody brings, as if they stood among those of the folder in place of the ones with the same id. Nothing comes in force. */
import type { CampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { readCampaign } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import type { BroughtChecked, BroughtFile } from '#functions/staff/rehearsals/rehearsal-system.ts'
import { checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

export function checkBrought(brought: readonly BroughtFile[], { folder, templates, templateProblems }: Among): BroughtChecked {
  const named = brought.map((one) => ({ ...one, id: idOf(one) }))
  const ids = new Set(named.map(({ id }) => id))
  const others = folder.campaigns.filter((one) => !ids.has(idOf(one) ?? one.file))
  const { accepting, problems } = checkCampaignFiles({ ...folder, campaigns: [...others, ...brought] }, templates, {
    templateProblems,
  })
  const own = problems.filter(({ file }) => brought.some((one) => one.file === file))
  const right = named.map(({ file, id }) => ({ file, found: accepting.find(({ definition }) => definition.id === id) }))
  // A campaign can also be refused for its template, whose mistakes stand under the template's name.
  if (own.length > 0 || right.some(({ found }) => found === undefined)) return { problems: own.length > 0 ? own : problems }
  return { accepting: right.flatMap(({ file, found }): (WordedCampaign & BroughtAs)[] => (found ? [{ ...found, file }] : [])) }
}

interface Among {
  readonly folder: CampaignFolder
  readonly templates: CompiledTemplates
  readonly templateProblems: readonly Problem[]
}
type BroughtAs = Pick<BroughtFile, 'file'>

/** Undefined for a file that is no campaign: the check says why. */
function idOf({ file, text }: BroughtFile): string | undefined {
  const read = readCampaign({ file, text, channels: OUR_CHANNELS })
  return 'value' in read ? read.value.id : undefined
}
