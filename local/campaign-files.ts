/**
 * The campaign files and templates of a running system, read again when one changes. Valid files come in force. A file with a mistake is refused with
 * its reasons, and the version accepted last stays in force with its own words.
 */
import { type CampaignFolder, folderStamp, readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { type Acceptance, acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { acceptNotice } from '#app/campaigns/accept-notice.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore, WordsStore } from '#app/ports/campaigns.ts'
import { type PublishRosterPorts, publishRoster, type RosterPublished } from '#app/staff/publish-roster.ts'
import { companyTexts, STAFF_FILE } from '#core/campaign/company-files.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { MISSING, type Problem } from '#core/campaign/problem.ts'
import { readRoster, type WrittenRoster } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { nextAuditId } from '#functions/staff/acts/audit.ts'
import type { BroughtChecked, BroughtFile } from '#functions/staff/rehearsals/rehearsal-system.ts'
import type { WatchedFiles } from '#functions/staff/staff-system.ts'
import { checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { checkBrought } from '#local/brought-files.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { templatesStamp } from '#local/templates/templates-stamp.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'
import type { FilesStanding } from '#web/staff/campaigns/refused-files.ts'

/** The result of the last reading of the files, and the versions that it accepted. */
export interface ReadFiles extends FilesStanding {
  readonly accepted: readonly Acceptance[]
  /** Null where the roster's file is missing or refused. */
  readonly roster: RosterPublished | null
}

export interface CampaignFiles extends WatchedFiles {
  standing(): ReadFiles
  /** What the files are like now; null while that is what was read. */
  unread(): string | null
  /** Reads them if one has changed since. */
  refresh(): Promise<void>
  /** Checks files that somebody brings as if they stood among the campaigns. Nothing comes in force. */
  check(brought: readonly BroughtFile[]): Promise<BroughtChecked>
}

export interface CompanyRulesRead {
  readonly folder: CampaignFolder
  /** Undefined when the company's own files are wrong: then the system cannot start. */
  readonly companyRules: CompanyRules | undefined
  readonly problems: readonly Problem[]
}

export function readCompanyRules(campaignFolder: string, templates: CompiledTemplates): CompanyRulesRead {
  const folder = readCampaignFolder(campaignFolder, campaignFolder)
  return { folder, ...checkCampaignFiles(folder, templates) }
}

/** The roster's file at the start; without one, or with a mistake in it, no person and no team. */
export function rosterOf({ staff }: CampaignFolder): WrittenRoster {
  const read = staff && readRoster(staff)
  return read && 'value' in read ? read.value : { people: [], plan: { teams: [], people: [] } }
}

export async function openCampaignFiles(parts: {
  readonly campaignFolder: string
  /** The folder as it was at the start: planning and sending use its company rules. */
  readonly started: CampaignFolder
  readonly templateFolder: string
  readonly campaigns: CampaignStore
  readonly words: WordsStore
  readonly staff: PublishRosterPorts
  readonly events: Events
  readonly now: () => Instant
  readonly by: string
  /** Hears of every reading after the first. */
  readonly readAgain: (now: ReadFiles, before: ReadFiles) => void
}): Promise<CampaignFiles> {
  const { campaignFolder, templateFolder, started, now, by } = parts
  const stampNow = () => `${folderStamp(campaignFolder)}|${templatesStamp(templateFolder)}`
  let stamp = ''
  let hadRoster = started.staff !== undefined
  let standing: ReadFiles = { problems: [], companyChanged: false, files: new Map(), accepted: [], roster: null }
  let reading: Promise<void> = Promise.resolve()

  async function read(): Promise<void> {
    const seen = stampNow()
    const { templates, problems: templateProblems } = await compileTemplates(templateFolder)
    const folder = readCampaignFolder(campaignFolder, campaignFolder)
    const at = now()
    const companyChanged = companyText(folder) !== companyText(started)
    // Checked by the company rules in use. Changed company rules are checked too, but only come into use with a restart.
    const checked = checkCampaignFiles({ ...started, campaigns: folder.campaigns, staff: folder.staff }, templates, {
      templateProblems,
      at,
    })
    const companyProblems = companyChanged
      ? checkCampaignFiles({ ...folder, campaigns: [], staff: undefined }, templates, { at }).problems
      : []
    const accepted = await acceptCampaigns(parts, { accepting: checked.accepting, at, by })
    for (const words of checked.notices) await acceptNotice(parts.words, { words, at, by })
    hadRoster ||= folder.staff !== undefined
    const roster = checked.roster
      ? await publishRoster(parts.staff, { roster: checked.roster, at, by, auditId: nextAuditId() })
      : null
    standing = {
      problems: [...companyProblems, ...rosterGone(folder, hadRoster), ...checked.problems],
      companyChanged,
      files: new Map(folder.campaigns.flatMap(({ file, text }) => idIn(text).map((id) => [id, file] as const))),
      accepted,
      roster,
    }
    stamp = seen
  }
  /** One reading after the other: two pages opened at once must not both accept a version. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    reading = reading.catch(() => {}).then(work)
    return reading
  }
  async function readOnceMore(): Promise<void> {
    const before = standing
    await read()
    parts.readAgain(standing, before)
  }
  await inTurn(read)
  return {
    standing: () => standing,
    unread: () => {
      const now = stampNow()
      return now === stamp ? null : now
    },
    refresh: () => inTurn(async () => void (stampNow() === stamp || (await readOnceMore()))),
    check: async (brought) => {
      const { templates, problems: templateProblems } = await compileTemplates(templateFolder)
      const folder = readCampaignFolder(campaignFolder, campaignFolder)
      return checkBrought(brought, { folder: { ...started, campaigns: folder.campaigns }, templates, templateProblems })
    },
  }
}

/** A roster that was there and is gone: the last one stays in force, and the operator who deletes it must know that. */
const rosterGone = ({ staff }: CampaignFolder, hadRoster: boolean): readonly Problem[] =>
  staff === undefined && hadRoster
    ? [
        {
          file: `campaigns/${STAFF_FILE}`,
          path: '',
          value: MISSING,
          expected: {
            vi: 'tệp danh sách nhân viên; cho đến khi có lại, danh sách cuối cùng vẫn có hiệu lực',
            en: 'the file of who works here; until it is back the last roster stays in force',
          },
        },
      ]
    : []

const companyText = (folder: CampaignFolder) => JSON.stringify(companyTexts(folder).map(({ file, text }) => [file, text]))

/** The id that a file gives, even if the rest of the file is wrong. */
function idIn(text: string): readonly string[] {
  const id = /"id"\s*:\s*"([a-z0-9-]+)"/.exec(text)?.[1]
  return id === undefined ? [] : [id]
}
