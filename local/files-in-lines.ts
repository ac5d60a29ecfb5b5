/** What a reading of the campaign files came to, in lines for the terminal. */
import { rosterLines, rosterRefusals } from '#app/staff/roster-in-lines.ts'
import { companyPlaces } from '#core/campaign/company-files.ts'
import { problemLine } from '#core/campaign/problem.ts'
import type { ReadFiles } from '#local/campaign-files.ts'

/** At the start: every campaign, whom a roster that was saved meanwhile concerns, and what is wrong. The first roster of a new system is no news. */
export const filesAtStart = ({ accepted, problems, roster }: ReadFiles): readonly string[] => [
  ...accepted.map(
    ({ campaignId, version, result }) => `  ${campaignId}: version ${version} ${result === 'accepted' ? 'accepted' : 'in force'}`,
  ),
  ...(roster !== null && roster.version > 1 ? rosterNews(roster) : []),
  ...refusals(problems),
]

/** After a change: what came in force and what was refused; one line also where neither is so, because something was saved. */
export function filesReadAgain(now: ReadFiles, before: ReadFiles): readonly string[] {
  const news = now.accepted.filter(({ result }) => result === 'accepted')
  const lines = [
    ...news.map(({ campaignId, version }) => `  ${campaignId}: version ${version} accepted`),
    ...(now.roster ? rosterNews(now.roster) : []),
    ...refusals(now.problems),
    ...(now.problems.length === 0 && before.problems.length > 0 ? ['  no mistakes any more'] : []),
    ...(now.companyChanged && !before.companyChanged
      ? [`  changes to ${companyPlaces('and')} come to work with the next start`]
      : []),
  ]
  return ['campaign files read again:', ...(lines.length === 0 ? ['  nothing new in them'] : lines)]
}

const rosterNews = (roster: NonNullable<ReadFiles['roster']>): readonly string[] =>
  roster.result === 'unchanged' ? [] : [...rosterLines(roster), ...rosterRefusals(roster)].map((line) => `  ${line}`)

const refusals = (problems: ReadFiles['problems']): readonly string[] =>
  problems.map((problem) => `  refused: ${problemLine(problem, 'en')}`)
