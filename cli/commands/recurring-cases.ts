/** `care cases --recurring`: complaints that recur, by the rule of the pages, with the campaign that would tell customers. */
import { recurringComplaints } from '#app/desk/recurring-complaints.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { playbookOf, versionOf } from '#core/campaign/playbook.ts'
import { noticeCampaign } from '#core/report/notice-campaign.ts'
import { localDateAt } from '#core/time/zone.ts'
import { groupNamed, percentOf, RECURRING_WORDS, recurringRuleInWords } from '#web/words/recurring.ts'

export async function printRecurring({ output, place }: CareFrame, json: boolean): Promise<void> {
  const { work, purchases, companyRules, now } = await place.stores()
  const { periods, groups } = await recurringComplaints({ work, purchases, companyRules }, { now })
  const { cases, playbooks, company } = companyRules
  const rule = cases.recurring
  const today = localDateAt(now, company.zone)
  const found = groups.map((group) => {
    const playbook = playbookOf(playbooks, group.category)
    return {
      ...group,
      playbook: playbook ? versionOf(playbook).version : null,
      notice: group.recurs ? noticeCampaign(group, { today, rules: companyRules }) : null,
    }
  })
  if (json) return output.print(JSON.stringify({ periods, rule, groups: found }, null, 2))
  const words = RECURRING_WORDS.en
  output.print(`${periods.now.from} to ${periods.now.to}, against ${periods.before.from} to ${periods.before.to}`)
  output.print(recurringRuleInWords(rule, 'en'))
  const recurring = found.filter(({ recurs }) => recurs)
  if (recurring.length === 0) return output.print('nothing recurs')
  for (const group of recurring) {
    const { now: later, before, chance, behind, playbook, category } = group
    output.print(
      `${groupNamed(group, { cases, locale: 'en' })}: ${words.counts(later.customers, before.customers)}, ${words.chance(percentOf(chance, 'en'))}`,
    )
    output.print(
      playbook === null ? `  no playbook yet: campaigns/playbooks/${category}.json` : `  playbook: version ${playbook}`,
    )
    for (const { workId, openedOn } of behind) output.print(`  ${openedOn} ${workId}`)
  }
}
