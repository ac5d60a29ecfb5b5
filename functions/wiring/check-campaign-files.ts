/**
 * Collects every mistake in every campaign file, and what may come in force: definitions that are valid by themselves, by the company rules and with
 * their templates.
 */

import type { CampaignFolder, FileText } from '#adapters/files/campaign-folder.ts'
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { checkCampaign } from '#core/campaign/check-campaign.ts'
import { checkReminders } from '#core/campaign/check-reminders.ts'
import { CompanySchema } from '#core/campaign/company.ts'
import { assembleCompanyRules, type CompanyRules } from '#core/campaign/company-rules.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { priceListSchema } from '#core/campaign/price-list.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { readCampaign, readJsonFile } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
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
  readonly problems: readonly Problem[]
}

/** `templateProblems` are the mistakes of the files that `templates` were compiled from: a template with a mistake does not come in force. */
export function checkCampaignFiles(
  folder: CampaignFolder,
  templates: CompiledTemplates,
  templateProblems: readonly Problem[] = [],
): CheckedCampaigns {
  const { companyRules, problems: houseProblems } = readCompanyRules(folder)
  const reads = folder.campaigns.map(({ file, text }) => ({
    file,
    text,
    read: readCampaign({ file, text, channels: OUR_CHANNELS }),
  }))
  const unreadable = reads.flatMap(({ read }) => ('problems' in read ? read.problems : []))
  if (!companyRules)
    return {
      companyRules,
      definitions: [],
      accepting: [],
      notices: [],
      problems: [...houseProblems, ...unreadable, ...templateProblems],
    }

  const readable = reads.flatMap(({ file, read }) => ('value' in read ? [{ file, campaign: read.value }] : []))
  const unread = reads.flatMap(({ text, read }) => ('problems' in read ? (WRITTEN_ID.exec(text)?.[1] ?? []) : []))
  const together = [...doubleIds(readable), ...checkReminders(readable, new Set(unread))]
  const judged = readable.map(({ file, campaign }) => ({
    campaign,
    problems: [
      ...checkCampaign({ file, campaign, companyRules }),
      ...together.filter((problem) => problem.file === file),
      ...checkItsWords({ file, campaign, companyRules, templates, templateProblems }),
    ],
  }))
  const notice = checkNotices({ companyRules, templates, templateProblems })
  const problems = [
    ...unreadable,
    ...judged.flatMap((one) => one.problems),
    ...notice.problems,
    ...templateProblems,
    // Also for templates that no campaign uses.
    ...checkTemplates({ templates, uses: [] }),
  ]
  const right = judged.filter((one) => one.problems.length === 0).map(({ campaign }) => campaign)
  const accepting = right.flatMap((definition): WordedCampaign[] => {
    const { template } = definition.touch
    if (template === undefined) return [{ definition, words: null }]
    const words = wordsIn(templates, template)
    return words ? [{ definition, words }] : []
  })
  return { companyRules, definitions: right, accepting, notices: notice.words, problems: withoutRepeats(problems) }
}

/** The id in a file that cannot be read as a campaign, if its text shows one. */
const WRITTEN_ID = /"id"\s*:\s*"([^"]+)"/

/** Two campaigns may share a template, and its mistakes are reported once. */
const withoutRepeats = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

function readCompanyRules({ company, prices, calendars, policies }: CampaignFolder): {
  companyRules: CompanyRules | undefined
  problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const take = <Value>(read: { readonly value: Value } | { readonly problems: readonly Problem[] }): Value[] => {
    if ('value' in read) return [read.value]
    problems.push(...read.problems)
    return []
  }
  const [theCompany] = take(readJsonFile({ ...company, schema: CompanySchema }))
  const [priceList] = take(readJsonFile({ ...prices, schema: priceListSchema(OUR_CHANNELS) }))
  const packs = policies.flatMap((policy) => take(readJsonFile({ ...policy, schema: policyPackSchema(OUR_CHANNELS) })))
  const countries = calendars.flatMap((calendar) => take(readJsonFile({ ...calendar, schema: CountryCalendarSchema })))
  const country = countries.find(({ country }) => country === theCompany?.country)
  if (theCompany && !country)
    problems.push(
      missingForCountry({
        company,
        path: 'country',
        value: theCompany.country,
        expected: { vi: 'một nước đã có tệp trong calendar/', en: 'a country that has a file in calendar/' },
      }),
    )
  if (theCompany && !packs.some((pack) => pack.country === theCompany.country)) {
    problems.push(
      missingForCountry({
        company,
        path: 'country',
        value: theCompany.country,
        expected: { vi: 'một nước đã có tệp trong policy/', en: 'a country that has a file in policy/' },
      }),
    )
  }
  if (problems.length > 0 || !theCompany || !priceList || !country) return { companyRules: undefined, problems }
  return {
    companyRules: assembleCompanyRules({
      company: theCompany,
      country,
      countries,
      channels: OUR_CHANNELS,
      policies: packs,
      prices: priceList,
    }),
    problems,
  }
}

const missingForCountry = ({ company, ...problem }: { company: FileText } & Omit<Problem, 'file'>): Problem => ({
  file: company.file,
  ...problem,
})

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
