/** Every mistake in every campaign file at once, and what may come in force: definitions that are right in themselves, in their house and in their templates. */
import type { CampaignFolder, FileText } from '#adapters/files/campaign-folder.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { checkCampaign } from '#core/campaign/check-campaign.ts'
import { CompanySchema } from '#core/campaign/company.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { PolicyPackSchema } from '#core/campaign/policy-pack.ts'
import { PriceListSchema } from '#core/campaign/price-list.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { readCampaign, readJsonFile } from '#core/campaign/read-campaign.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
import { workingCalendar } from '#core/time/working-days.ts'
import { checkTemplates } from '#web/rendering/check-template.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

export interface CheckedCampaigns {
  /** Undefined when the company's own files are wrong: then no campaign can be judged. */
  readonly house: HouseRules | undefined
  readonly definitions: readonly CampaignDefinition[]
  readonly problems: readonly Problem[]
}

/** Languages in which every campaign must be able to speak, beside the company's own. */
const ALWAYS = ['vi', 'en']

export function checkCampaignFiles(folder: CampaignFolder, templates: CompiledTemplates): CheckedCampaigns {
  const { house, problems: houseProblems } = readHouse(folder)
  if (!house) return { house, definitions: [], problems: houseProblems }

  const reads = folder.campaigns.map(({ file, text }) => ({ file, read: readCampaign(file, text) }))
  const readable = reads.flatMap(({ file, read }) => ('value' in read ? [{ file, campaign: read.value }] : []))
  const problems = [
    ...reads.flatMap(({ read }) => ('problems' in read ? read.problems : [])),
    ...readable.flatMap(({ file, campaign }) => checkCampaign({ file, campaign, house })),
    ...doubleIds(readable),
    ...checkTemplates({ templates, uses: readable.map(({ file, campaign }) => templateUse(file, campaign, house)) }),
  ]
  const wrong = new Set(problems.map(({ file }) => file))
  return { house, definitions: readable.filter(({ file }) => !wrong.has(file)).map(({ campaign }) => campaign), problems }
}

function readHouse({ company, prices, calendars, policies }: CampaignFolder): {
  house: HouseRules | undefined
  problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const take = <Value>(read: { readonly value: Value } | { readonly problems: readonly Problem[] }): Value[] => {
    if ('value' in read) return [read.value]
    problems.push(...read.problems)
    return []
  }
  const [theCompany] = take(readJsonFile({ ...company, schema: CompanySchema }))
  const [priceList] = take(readJsonFile({ ...prices, schema: PriceListSchema }))
  const packs = policies.flatMap((policy) => take(readJsonFile({ ...policy, schema: PolicyPackSchema })))
  const countries = calendars.flatMap((calendar) => take(readJsonFile({ ...calendar, schema: CountryCalendarSchema })))
  const country = countries.find(({ country }) => country === theCompany?.country)
  if (theCompany && !country)
    problems.push(
      missingForCountry({
        company,
        path: 'country',
        value: theCompany.country,
        expected: 'a country that has a file in calendar/',
      }),
    )
  if (theCompany && !packs.some((pack) => pack.country === theCompany.country)) {
    problems.push(
      missingForCountry({
        company,
        path: 'country',
        value: theCompany.country,
        expected: 'a country that has a file in policy/',
      }),
    )
  }
  if (problems.length > 0 || !theCompany || !priceList || !country) return { house: undefined, problems }
  const { workingWeekdays, overrides } = theCompany.calendar
  const calendar = workingCalendar({ country, workingWeekdays, ...(overrides && { overrides }) })
  return { house: { company: theCompany, calendar, policies: packs, prices: priceList }, problems }
}

const missingForCountry = ({ company, ...problem }: { company: FileText } & Omit<Problem, 'file'>): Problem => ({
  file: company.file,
  ...problem,
})

function doubleIds(readable: readonly { readonly file: string; readonly campaign: CampaignDefinition }[]): Problem[] {
  const first = new Map<string, string>()
  return readable.flatMap(({ file, campaign: { id } }) => {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, file)
    return earlier === undefined
      ? []
      : [{ file, path: 'id', value: id, expected: `an id of its own: ${earlier} has this one already` }]
  })
}

function templateUse(file: string, { touch, gift, contentClass, occasion }: CampaignDefinition, { company }: HouseRules) {
  return {
    campaignFile: file,
    template: touch.template,
    locales: [...new Set([company.locale, ...ALWAYS])],
    hasGift: gift !== undefined,
    contentClass,
    hasYears: occasion.kind === 'purchase-anniversary',
  }
}
