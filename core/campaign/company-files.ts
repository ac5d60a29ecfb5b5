/**
 * The files beside the campaigns: who sends, and by which rules. Whatever reads, watches, checks or bundles them goes by these two lists, so a country
 * is added by adding its files.
 */
import { type BudgetRates, BudgetRatesSchema, budgetMisfits } from '#core/campaign/budget-rates.ts'
import { type CasePolicy, CasePolicySchema, DEFAULT_CASE_POLICY } from '#core/campaign/case-policy.ts'
import { type Company, CompanySchema } from '#core/campaign/company.ts'
import { type Compensation, CompensationSchema } from '#core/campaign/compensation.ts'
import { type Department, DepartmentsSchema, departmentsUnknown } from '#core/campaign/departments.ts'
import { type NamedPlaybook, playbooksOfNoCategory, readPlaybook } from '#core/campaign/playbook.ts'
import { forbidsHolidays, type PolicyPack, policyPackSchema } from '#core/campaign/policy-pack.ts'
import { type PriceList, priceListSchema } from '#core/campaign/price-list.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { type Read, readJsonFile } from '#core/campaign/read-campaign.ts'
import { type NamedScript, readScript } from '#core/campaign/script.ts'
import { categoriesUnknown, type Theme, ThemesSchema } from '#core/campaign/themes.ts'
import { type Channels, spokenChannel } from '#core/channel/channel.ts'
import { type CountryCalendar, CountryCalendarSchema } from '#core/time/country-calendar.ts'

/** One file each, in the folder of campaigns. */
export const COMPANY_FILES = { company: 'company.json', prices: 'prices.json' } as const
/** How cases are worked on. A company without it has the rules that hold where none are written. */
export const CASES_FILE = 'cases.json'
/** Whom staff ask about a case. In a company without it staff ask no department by mail. */
export const DEPARTMENTS_FILE = 'departments.json'
/** What customers may get for what went wrong. In a company without it staff give nothing through a case. */
export const COMPENSATION_FILE = 'compensation.json'
/** What a budget is computed with beside the prices. In a company without it none is computed. */
export const BUDGET_FILE = 'budget.json'
/** What customers talk about. In a company without it texts have no themes. */
export const THEMES_FILE = 'themes.json'
/** Beside them, and read apart: it comes in force when it is saved, while the company's own files wait for a restart. */
export const STAFF_FILE = 'staff.json'
/** A folder each, in which every country has a file. */
export const COUNTRY_FOLDERS = { calendars: 'calendar', policies: 'policy' } as const
/** What staff say in calls, a file each. A company that rings no customer has none. */
export const SCRIPT_FOLDER = 'scripts'
/** What staff do about complaints, a file for each category that has one. */
export const PLAYBOOK_FOLDER = 'playbooks'

/** All of them in a sentence: `company.json, prices.json, cases.json, departments.json, compensation.json, budget.json, themes.json, calendar/, policy/, scripts/ or playbooks/`. */
export function companyPlaces(or: string): string {
  const folders = [...Object.values(COUNTRY_FOLDERS), SCRIPT_FOLDER, PLAYBOOK_FOLDER]
  const places = [
    ...Object.values(COMPANY_FILES),
    CASES_FILE,
    DEPARTMENTS_FILE,
    COMPENSATION_FILE,
    BUDGET_FILE,
    THEMES_FILE,
    ...folders.map((folder) => `${folder}/`),
  ]
  return `${places.slice(0, -1).join(', ')} ${or} ${places.at(-1)}`
}

export interface FileText {
  /** Relative to the working directory, as the operator would name it. */
  readonly file: string
  readonly text: string
}

export type CompanyTexts = Readonly<
  Record<keyof typeof COMPANY_FILES, FileText> &
    Record<keyof typeof COUNTRY_FOLDERS, readonly FileText[]> & {
      readonly scripts: readonly FileText[]
      /** Left out by what a version before carries. */
      readonly playbooks?: readonly FileText[] | undefined
      /** Left out by a company without the file. */
      readonly cases?: FileText | undefined
      /** Left out by a company without the file. */
      readonly departments?: FileText | undefined
      /** Left out by a company without the file. */
      readonly compensation?: FileText | undefined
      /** Left out by a company without the file. */
      readonly budget?: FileText | undefined
      readonly themes?: FileText | undefined
    }
>

export interface CompanyFiles {
  readonly company: Company
  readonly prices: PriceList
  /** One for each country; the company's own is among them. */
  readonly calendars: readonly CountryCalendar[]
  readonly policies: readonly PolicyPack[]
  /** In the order of their names. */
  readonly scripts: readonly NamedScript[]
  readonly cases: CasePolicy
  readonly departments: readonly Department[]
  /** Null in a company without the file. */
  readonly compensation: Compensation | null
  /** Null in a company without the file. */
  readonly budgetRates: BudgetRates | null
  /** In the order of their names. */
  readonly playbooks: readonly NamedPlaybook[]
  readonly themes: readonly Theme[]
}

/** Every text of the company's files, in the order of the lists. */
export const companyTexts = ({
  company,
  prices,
  cases,
  departments,
  compensation,
  budget,
  themes,
  calendars,
  policies,
  scripts,
  playbooks = [],
}: CompanyTexts): readonly FileText[] => [
  company,
  prices,
  ...(cases ? [cases] : []),
  ...(departments ? [departments] : []),
  ...(compensation ? [compensation] : []),
  ...(budget ? [budget] : []),
  ...(themes ? [themes] : []),
  ...calendars,
  ...policies,
  ...scripts,
  ...playbooks,
]

/** The files' values, or every mistake in any of them: in a file by itself, and where one does not fit the others. */
export function readCompanyFiles(texts: CompanyTexts, channels: Channels): Read<CompanyFiles> {
  const company = readJsonFile({ ...texts.company, schema: CompanySchema })
  const prices = readJsonFile({ ...texts.prices, schema: priceListSchema(channels) })
  const cases = texts.cases ? readJsonFile({ ...texts.cases, schema: CasePolicySchema }) : { value: DEFAULT_CASE_POLICY }
  const departments = texts.departments
    ? readJsonFile({ ...texts.departments, schema: DepartmentsSchema })
    : { value: { departments: [] } }
  const compensation = texts.compensation ? readJsonFile({ ...texts.compensation, schema: CompensationSchema }) : { value: null }
  const budget = texts.budget ? readJsonFile({ ...texts.budget, schema: BudgetRatesSchema }) : { value: null }
  const themes = texts.themes ? readJsonFile({ ...texts.themes, schema: ThemesSchema }) : { value: { themes: [] } }
  const calendars = texts.calendars.map((one) => ({
    file: one.file,
    read: readJsonFile({ ...one, schema: CountryCalendarSchema }),
  }))
  const policies = texts.policies.map((one) => ({
    file: one.file,
    read: readJsonFile({ ...one, schema: policyPackSchema(channels) }),
  }))
  const scripts = texts.scripts.map(readScript)
  const playbooks = (texts.playbooks ?? []).map((one) => ({ file: one.file, read: readPlaybook(one) }))
  const read = {
    calendars: readable(calendars),
    policies: readable(policies),
  }
  const unreadable = [
    company,
    prices,
    cases,
    departments,
    themes,
    compensation,
    budget,
    ...[...calendars, ...policies, ...playbooks].map((one) => one.read),
    ...scripts,
  ].flatMap((one) => ('problems' in one ? one.problems : []))
  const problems = [
    ...unreadable,
    ...Object.values(read).flatMap(countriesTwice),
    ...('value' in cases && 'value' in departments && texts.cases
      ? departmentsUnknown(texts.cases.file, cases.value, departments.value.departments)
      : []),
    ...('value' in cases ? playbooksOfNoCategory(readable(playbooks), cases.value) : []),
    ...('value' in cases && 'value' in themes && texts.themes
      ? categoriesUnknown(texts.themes.file, themes.value.themes, cases.value)
      : []),
    ...('value' in budget && budget.value && texts.budget && 'value' in company && 'value' in prices
      ? budgetMisfits(texts.budget.file, budget.value, {
          company: company.value,
          prices: prices.value,
          callItem: spokenChannel(channels).priceItem,
        })
      : []),
    ...('value' in company && unreadable.length === 0 ? holidaysUnknown(read, company.value) : []),
    // A country whose file cannot be read is not missing.
    ...('value' in company && unreadable.length === 0 ? misfits(company.value, { file: texts.company.file, ...read }) : []),
  ]
  if (
    problems.length > 0 ||
    !('value' in company) ||
    !('value' in prices) ||
    !('value' in cases) ||
    !('value' in departments) ||
    !('value' in compensation) ||
    !('value' in budget) ||
    !('value' in themes)
  )
    return { problems }
  const values = <Value>(files: readonly { readonly value: Value }[]) => files.map(({ value }) => value)
  return {
    value: {
      company: company.value,
      prices: prices.value,
      calendars: values(read.calendars),
      policies: values(read.policies),
      scripts: scripts.flatMap((one) => ('value' in one ? [one.value] : [])),
      cases: cases.value,
      departments: departments.value.departments,
      compensation: compensation.value,
      budgetRates: budget.value,
      playbooks: values(readable(playbooks)),
      themes: themes.value.themes,
    },
  }
}

const readable = <Value>(
  files: readonly { readonly file: string; readonly read: Read<Value> }[],
): readonly { readonly file: string; readonly value: Value }[] =>
  files.flatMap(({ file, read }) => ('value' in read ? [{ file, value: read.value }] : []))

interface CountryFile<Value extends { readonly country: string } = { readonly country: string }> {
  readonly file: string
  readonly value: Value
}

/** Two files of one country: which of them holds would depend on their names. */
const countriesTwice = (files: readonly CountryFile[]): readonly Problem[] =>
  files.flatMap(({ file, value: { country } }, at) => {
    const first = files.findIndex((other) => other.value.country === country)
    const other = files[first]
    if (first === at || !other) return []
    return [
      {
        file,
        path: 'country',
        value: country,
        expected: {
          vi: `mỗi nước chỉ có một tệp; ${other.file} đã là của nước này`,
          en: `a country has one file; ${other.file} is of this country already`,
        },
        isRule: true as const,
      },
    ]
  })

/** A pack that forbids public holidays needs to know them. */
const holidaysUnknown = (
  { calendars, policies }: { readonly calendars: readonly CountryFile[]; readonly policies: readonly CountryFile<PolicyPack>[] },
  company: Company,
): readonly Problem[] =>
  policies
    // That the company's own country has no calendar is said of the company's file.
    .filter(({ value }) => value.country !== company.country && forbidsHolidays(value))
    .filter(({ value }) => !calendars.some((calendar) => calendar.value.country === value.country))
    .map(({ file, value: { country } }) => ({
      file,
      path: 'country',
      value: country,
      expected: {
        vi: 'một nước đã có tệp trong calendar/: quy định này cấm ngày lễ của nước ấy',
        en: 'a country that has a file in calendar/: the pack forbids its public holidays',
      },
    }))

/** What the company's own file asks of the countries' files and they do not have. */
function misfits(
  { country, calendar }: Company,
  read: {
    readonly file: string
    readonly calendars: readonly CountryFile<CountryCalendar>[]
    readonly policies: readonly CountryFile[]
  },
): readonly Problem[] {
  const { file } = read
  const missing = (['calendars', 'policies'] as const).flatMap((kind): Problem[] => {
    if (read[kind].some(({ value }) => value.country === country)) return []
    const folder = `${COUNTRY_FOLDERS[kind]}/`
    const expected = { vi: `một nước đã có tệp trong ${folder}`, en: `a country that has a file in ${folder}` }
    return [{ file, path: 'country', value: country, expected }]
  })
  const own = read.calendars.find(({ value }) => value.country === country)
  if (!own) return missing
  const known = own.value.occasions.map(({ key }) => key)
  const unknown = (calendar.overrides?.dayOffOccasions ?? []).flatMap((key, at): Problem[] =>
    known.includes(key)
      ? []
      : [
          {
            file,
            path: `calendar.overrides.dayOffOccasions[${at}]`,
            value: key,
            expected: {
              vi: `một dịp ghi trong ${own.file}: ${known.join(', ')}`,
              en: `an occasion of ${own.file}: ${known.join(', ')}`,
            },
          },
        ],
  )
  return [...missing, ...unknown]
}
