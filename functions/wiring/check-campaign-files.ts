/**
 * Collects every mistake in every campaign file, and what may come in force: definitions that are valid by themselves, by the company rules and with
 * their templates.
 */

import type { CampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import { callTouchOf, templateOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { checkCampaign } from '#core/campaign/check-campaign.ts'
import { checkDayKnown, checkKnownYears } from '#core/campaign/check-known-years.ts'
import { checkReminders } from '#core/campaign/check-reminders.ts'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { assembleCompanyRules, type CompanyRules } from '#core/campaign/company-rules.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { readCampaign } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { checkReportSettings } from '#core/report/report-settings.ts'
import { checkTeam } from '#core/staff/check-team.ts'
import { checkHotlineTeam } from '#core/staff/hotline-team.ts'
import { readRoster, type WrittenRoster } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { checkItsWords, checkNotices } from '#functions/wiring/check-words.ts'
import { checkTemplates } from '#web/rendering/check-template.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'

export interface CheckedCampaigns {
  /** Undefined when the company's own files are wrong: then no campaign can be checked. */
  readonly companyRules: CompanyRules | undefined
  readonly definitions: readonly CampaignDefinition[]
  /** The same, each with the words that it was checked with. */
  readonly accepting: readonly WordedCampaign[]
  /** The valid words of the messages outside any campaign. */
  readonly notices: readonly CampaignWords[]
  /** Undefined without staff.json, and when it has a mistake: then the last good one stays in force. */
  readonly roster: WrittenRoster | undefined
  readonly problems: readonly Problem[]
}

export interface CheckedWith {
  /** The mistakes of the files that the templates were compiled from: a template with a mistake does not come in force. */
  readonly templateProblems?: readonly Problem[]
  /** When the check is made; without it, it is not asked whether tables of dates reach far enough. */
  readonly at?: Instant
}

export function checkCampaignFiles(
  folder: CampaignFolder,
  templates: CompiledTemplates,
  { templateProblems = [], at }: CheckedWith = {},
): CheckedCampaigns {
  const files = readCompanyFiles(folder, OUR_CHANNELS)
  const reads = folder.campaigns.map(({ file, text }) => ({
    file,
    text,
    read: readCampaign({ file, text, channels: OUR_CHANNELS }),
  }))
  const staff = folder.staff && readRoster(folder.staff)
  const roster = staff && 'value' in staff ? staff.value : undefined
  const unreadable = [
    ...(staff && 'problems' in staff ? staff.problems : []),
    ...reads.flatMap(({ read }) => ('problems' in read ? read.problems : [])),
  ]
  if ('problems' in files)
    return {
      companyRules: undefined,
      definitions: [],
      accepting: [],
      notices: [],
      roster,
      problems: [...files.problems, ...unreadable, ...templateProblems],
    }

  const companyRules = assembleCompanyRules({ ...files.value, channels: OUR_CHANNELS })
  const { calendars } = companyRules
  const today = at && localDateAt(at, companyRules.company.zone)
  const readable = reads.flatMap(({ file, read }) => ('value' in read ? [{ file, campaign: read.value }] : []))
  const unread = reads.flatMap(({ text, read }) => ('problems' in read ? (WRITTEN_ID.exec(text)?.[1] ?? []) : []))
  const together = [...doubleIds(readable), ...checkReminders(readable, new Set(unread))]
  const judged = readable.map(({ file, campaign }) => ({
    campaign,
    problems: [
      ...checkCampaign({ file, campaign, companyRules }),
      ...(roster ? checkTeam({ file, path: 'touch.team', team: callTouchOf(campaign)?.team }, roster) : []),
      ...(today ? checkDayKnown({ file, campaign, calendars, today }) : []),
      ...together.filter((problem) => problem.file === file),
      ...checkItsWords({ file, campaign, companyRules, templates, templateProblems }),
    ],
  }))
  const fileOf = (index: number) => folder.calendars[index]?.file ?? 'calendar/'
  const notice = checkNotices({ companyRules, templates, templateProblems })
  const problems = [
    ...checkReportSettings(companyRules.company),
    ...(roster ? checkHotlineTeam(companyRules.company, roster) : []),
    ...(today ? calendars.flatMap((calendar, index) => checkKnownYears({ file: fileOf(index), calendar, today })) : []),
    ...unreadable,
    ...judged.flatMap((one) => one.problems),
    ...notice.problems,
    ...templateProblems,
    // Also for templates that no campaign uses.
    ...checkTemplates({ templates, uses: [] }),
  ]
  const right = judged.filter((one) => one.problems.length === 0).map(({ campaign }) => campaign)
  const accepting = right.flatMap((definition): WordedCampaign[] => {
    const template = templateOf(definition)
    if (template === undefined) return [{ definition, words: null }]
    const words = wordsIn(templates, template)
    return words ? [{ definition, words }] : []
  })
  return { companyRules, definitions: right, accepting, notices: notice.words, roster, problems: withoutRepeats(problems) }
}

/** The id in a file that cannot be read as a campaign, if its text shows one. */
const WRITTEN_ID = /"id"\s*:\s*"([^"]+)"/

/** Two campaigns may share a template, and its mistakes are reported once. */
const withoutRepeats = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

/** Both files are refused: only their author knows which is the copy. */
function doubleIds(readable: readonly { readonly file: string; readonly campaign: CampaignDefinition }[]): Problem[] {
  return readable.flatMap(({ file, campaign: { id } }) => {
    const others = readable.filter((other) => other.campaign.id === id && other.file !== file)
    return others.length === 0
      ? []
      : [
          {
            file,
            path: 'id',
            value: id,
            expected: {
              vi: `một id riêng: ${others.map((other) => other.file).join(', ')} cũng dùng id này`,
              en: `an id of its own: ${others.map((other) => other.file).join(', ')} has it too`,
            },
          },
        ]
  })
}
