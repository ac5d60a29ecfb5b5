/** `care cases`: the open cases, the most urgent first; `--recurring`: what comes up again. */
import { Command, Option } from 'commander'
import { teamsWithWork } from '#app/staff/team-day.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { printRecurring } from '#cli/commands/recurring-cases.ts'
import { lineOfCase } from '#cli/words-of-cases.ts'
import { timesAre } from '#cli/written-clock.ts'
import { CASE_STEPS, type CaseStep } from '#core/work/case/case-event.ts'
import { caseSummary } from '#core/work/case/case-summary.ts'
import { inOrderOfUrgency, isLate } from '#core/work/deadlines.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { ownerOf, stateOf } from '#core/work/standing.ts'

export function casesCommand(frame: CareFrame): Command {
  const { output, place } = frame
  return new Command('cases')
    .description('list the open cases: complaints, requests, questions and suggestions, the most urgent first')
    .addOption(new Option('--state <state>', 'only those in this step').choices(CASE_STEPS))
    .option('--team <team>', 'only those on the desk of this team or of its people')
    .addOption(
      new Option('--recurring', 'complaints that recur instead, with the campaign that would tell customers').conflicts([
        'state',
        'team',
      ]),
    )
    .option(
      '--json',
      'print [{ workId, state, type, severity, category, missing, team, dueAt, isLate, clocks, … }]; of what recurs { periods, rule, groups }',
    )
    .action(async ({ state, team, recurring, json }: { state?: CaseStep; team?: string; recurring?: true; json?: true }) => {
      if (recurring) return printRecurring(frame, json === true)
      const { work, staff, now, companyRules } = await place.stores()
      const { zone } = companyRules.company
      const found = inOrderOfUrgency(await work.allOpen(), companyRules).flatMap((due) => {
        const { item } = due
        if (item.kind !== 'case' || (state !== undefined && stateOf(item) !== state)) return []
        if (team !== undefined && teamOfOwner(ownerOf(item)) !== team) return []
        return [{ due, item, summary: caseSummary(item, { rules: companyRules, now }) }]
      })
      if (team !== undefined && found.length === 0) {
        // Cases of a team that left the roster are found by its name all the same.
        const published = await staff.roster.current()
        const known = published ? teamsWithWork(published) : []
        if (!known.includes(team)) return output.refuse([`no team ${team}; there are: ${known.join(', ')}`])
      }
      if (json)
        return output.print(
          JSON.stringify(
            found.map(({ due, item, summary }) => ({
              workId: item.workId,
              customerId: item.customerId,
              state: stateOf(item),
              team: teamOfOwner(ownerOf(item)),
              dueAt: due.deadlines.begin,
              isLate: isLate(due, now),
              ...summary,
            })),
            null,
            2,
          ),
        )
      if (found.length === 0) return output.print('no case is open')
      for (const { due, item, summary } of found)
        output.print(
          lineOfCase(
            { item, summary, cases: companyRules.cases, zone },
            { begin: due.deadlines.begin, isLate: isLate(due, now) },
          ),
        )
      output.print(timesAre(zone))
    })
}
