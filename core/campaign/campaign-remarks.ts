/**
 * Remarks on what is allowed in a campaign but may not be meant: a life that is over, hours that are never used, an audience that matches no
 * customer.
 */
import type { Audience, CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import { nearestWord } from '#core/campaign/nearest-word.ts'
import type { Remark } from '#core/campaign/problem.ts'
import { readWord } from '#core/customer/plain-cells.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** The values that customers have in the fields that audiences ask for, each with the number of customers who have it. */
export interface CustomerValues {
  /** How many customers were read. */
  readonly customers: number
  readonly tiers: ReadonlyMap<string, number>
  readonly professions: ReadonlyMap<string, number>
  readonly locales: ReadonlyMap<string, number>
  readonly countries: ReadonlyMap<string, number>
  readonly tags: ReadonlyMap<string, number>
  readonly products: ReadonlyMap<string, number>
}

export function campaignRemarks({
  file,
  campaign,
  company,
  today,
  values,
}: {
  readonly file: string
  readonly campaign: CampaignDefinition
  readonly company: Pick<Company, 'hours'>
  readonly today: LocalDate
  /** Undefined where no customers are at hand. */
  readonly values: CustomerValues | undefined
}): readonly Remark[] {
  const remarks = [
    ...ended({ campaign, today }),
    ...hoursUnused({ campaign, company }),
    ...(values ? unmatched({ campaign, values }) : []),
  ]
  return remarks.map((remark) => ({ file, ...remark }))
}

type Found = Omit<Remark, 'file'>

function ended({ campaign: { lives }, today }: { campaign: CampaignDefinition; today: LocalDate }): Found[] {
  if (lives.to === undefined || lives.to >= today) return []
  const note = { vi: 'chiến dịch đã kết thúc: sẽ không gửi gì nữa', en: 'the campaign is over: nothing will go out any more' }
  return [{ path: 'lives.to', value: lives.to, note }]
}

function hoursUnused({
  campaign: { window },
  company: { hours },
}: {
  campaign: CampaignDefinition
  company: Pick<Company, 'hours'>
}): Found[] {
  if (window.from >= hours.from && window.to <= hours.to) return []
  const common = `${window.from > hours.from ? window.from : hours.from}-${window.to < hours.to ? window.to : hours.to}`
  const note = {
    vi: `giờ của công ty là ${hours.from}-${hours.to}: thư chỉ đi trong ${common}`,
    en: `the company's hours are ${hours.from}-${hours.to}: mails go out ${common} only`,
  }
  return [{ path: 'window', value: `${window.from}-${window.to}`, note }]
}

const LINES = {
  tiers: 'tiers',
  professions: 'professions',
  locales: 'locales',
  countries: 'countries',
  anyTag: 'tags',
  noTag: 'tags',
  boughtProduct: 'products',
} as const satisfies Partial<Record<keyof Audience, keyof CustomerValues>>

function unmatched({ campaign: { audience }, values }: { campaign: CampaignDefinition; values: CustomerValues }): Found[] {
  return LINE_NAMES.flatMap((line) =>
    (audience[line] ?? []).flatMap((value, at) => {
      const known = values[LINES[line]]
      if (line === 'boughtProduct' ? isProduct(value, known) : known.has(value)) return []
      return [{ path: `audience.${line}[${at}]`, value, note: nobody({ value, line, known, customers: values.customers }) }]
    }),
  )
}

const LINE_NAMES: readonly (keyof typeof LINES)[] = [
  'tiers',
  'professions',
  'locales',
  'countries',
  'anyTag',
  'noTag',
  'boughtProduct',
]

/** Compares products as audiences do: the case of the letters does not matter. */
const isProduct = (value: string, known: ReadonlyMap<string, number>): boolean =>
  [...known.keys()].some((name) => name.normalize('NFC').toLowerCase() === value.normalize('NFC').toLowerCase())

/** A longer list would be too long to read in a remark. */
const MOST_NAMED = 12

function nobody({
  value,
  line,
  known,
  customers,
}: {
  readonly value: string
  readonly line: keyof typeof LINES
  readonly known: ReadonlyMap<string, number>
  readonly customers: number
}): LocalizedText {
  const names = [...known].sort(([, a], [, b]) => b - a).map(([name]) => name)
  const list = names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ', …' : '')
  const meant = meantBy(value, { line, names })
  const there =
    names.length === 0
      ? { vi: 'chưa khách nào có thông tin này', en: 'no customer has this yet' }
      : { vi: `hiện có: ${list}`, en: `there are: ${list}` }
  const asked = meant === undefined ? { vi: '', en: '' } : { vi: `; có phải ý bạn là ${meant}?`, en: `; did you mean ${meant}?` }
  return {
    vi: `khớp 0 trong ${customers} khách; ${there.vi}${asked.vi}`,
    en: `matches 0 of ${customers} customers; ${there.en}${asked.en}`,
  }
}

/** The value of customers that the writer probably meant: a country by its name, a word as the import keeps it, or the nearest spelling. */
function meantBy(
  value: string,
  { line, names }: { readonly line: keyof typeof LINES; readonly names: readonly string[] },
): string | undefined {
  if (line === 'countries') return countryNamed(value, names) ?? nearestWord(value, names)
  const kept = readWord(value)
  return 'value' in kept && names.includes(kept.value) ? kept.value : nearestWord(value, names)
}

/** `Việt Nam` and `Vietnam` are VN. */
function countryNamed(written: string, codes: readonly string[]): string | undefined {
  const wish = written.normalize('NFC').trim().toLowerCase()
  return codes.find((code) =>
    ['vi', 'en'].some(
      (locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(code)?.toLowerCase() === wish,
    ),
  )
}
