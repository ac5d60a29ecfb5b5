/**
 * `care accept [DIR]`: puts the campaigns of a folder in force, with their words, and the roster of staff. A wrong file is refused, and its last
 * accepted version stays in force.
 */
import { userInfo } from 'node:os'
import { Command } from 'commander'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { acceptNotice } from '#app/campaigns/accept-notice.ts'
import { customerValues } from '#app/campaigns/customer-values.ts'
import { events } from '#app/events.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import { publishRoster } from '#app/staff/publish-roster.ts'
import { rosterLines, rosterRefusals } from '#app/staff/roster-in-lines.ts'
import { unclosedTo } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { checkFolder, inLanguage, localeOf } from '#cli/checked-folder.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { languageRemarks } from '#core/campaign/language-remarks.ts'
import { problemLine, remarkLine } from '#core/campaign/problem.ts'
import { type Instant, instantOf } from '#core/time/instant.ts'
import { nextAuditId } from '#functions/staff/acts/audit.ts'

export function acceptCommand({ output, place }: CareFrame): Command {
  return new Command('accept')
    .description('put the campaigns of a folder in force, with the words of their templates, and who works here (staff.json)')
    .argument('[dir]', 'the folder of campaigns', 'campaigns')
    .option('--by <who>', 'who answers for it', userInfo().username)
    .option('--json', 'print { accepted, notices, staff, problems }')
    .action(async (dir: string, { by, json }: { by: string; json?: true }) => {
      const checked = await checkFolder(dir, { at: instantOf(Date.now()) })
      if ('refused' in checked) return output.refuse([checked.refused])
      const { campaigns, words, customers, staff: ports, now: at } = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const accepted = await acceptCampaigns({ campaigns, words, events: silent }, { accepting: checked.accepting, at, by })
      const notices = await acceptNotices(words, { notices: checked.notices, at, by })
      const staff = checked.roster
        ? await publishRoster(
            { ...ports, events: unclosedTo(output) },
            { roster: checked.roster, at, by, auditId: nextAuditId() },
          )
        : null
      const letters = checked.accepting.flatMap(({ words }) => words ?? [])
      const values = await customerValues(customers)
      for (const remark of values ? languageRemarks(letters, values) : []) output.warn(remarkLine(remark, localeOf(checked)))
      if (json)
        output.print(
          JSON.stringify(
            { accepted, notices, staff, problems: checked.problems.map((problem) => inLanguage(problem, localeOf(checked))) },
            null,
            2,
          ),
        )
      else {
        for (const { campaignId, version, result } of accepted) output.print(`${campaignId}: version ${version} ${result}`)
        for (const { template, result } of notices) if (result === 'accepted') output.print(`${template}: new words accepted`)
        for (const line of staff ? rosterLines(staff) : []) output.print(line)
      }
      const again = staff ? rosterRefusals(staff) : []
      if (again.length > 0) output.refuse(json ? [] : again)
      if (checked.problems.length > 0)
        output.refuse(
          json
            ? []
            : [
                ...checked.problems.map((problem) => problemLine(problem, localeOf(checked))),
                'The last accepted versions of these stay in force.',
              ],
        )
    })
}

/** The messages outside any campaign. */
async function acceptNotices(
  store: WordsStore,
  { notices, at, by }: { readonly notices: readonly CampaignWords[]; readonly at: Instant; readonly by: string },
) {
  const results = []
  for (const words of notices) results.push({ template: words.template, result: await acceptNotice(store, { words, at, by }) })
  return results
}
