/** How values are written for one person: in their language, in the company's time, and in words wherever a row keeps a code. */
import type { HeldOnce } from '#app/person/held-about.ts'
import { PERSON_WORDS, type PersonWords } from '#cli/person-document/words-of-person.ts'
import { isNotice } from '#core/audience/notice.ts'
import type { Money } from '#core/budget/money.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { wordsFor } from '#web/rendering/survey-fields.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import { noticeInWords } from '#web/words/campaigns.ts'

export interface PersonReader {
  readonly locale: PageLocale
  readonly companyRules: CompanyRules
  /** As in force: the names of campaigns and the questions of their surveys. A campaign that is missing here is shown by its id. */
  readonly campaigns: readonly CampaignDefinition[]
}

export type Cell = string | number | null | undefined
export type Row = readonly Cell[]

export type Telling = ReturnType<typeof telling>

/** How values are written for this person. */
export function telling({ customer }: HeldOnce, { locale, companyRules, campaigns }: PersonReader) {
  const { company } = companyRules
  const { zone } = company
  const words: PersonWords = PERSON_WORDS[locale]
  const known = new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  const nobody = { fullName: '', givenName: null, addressName: null, honorific: 'quy-khach', gender: null } as const
  return {
    locale,
    zone,
    companyRules,
    words,
    say: wordsFor({ company: company.name, ...salutationOf({ customer: customer ?? nobody, locale }), locale }),
    campaignName: (id: string) => (isNotice(id) ? noticeInWords(id, locale) : (known.get(id)?.name[locale] ?? id)),
    survey: (id: string) => known.get(id)?.survey,
    day: (date: LocalDate | null) => date && shortDate(date, locale),
    instant: (at: Instant | null) => at && `${shortDate(localDateAt(at, zone), locale)} ${localTimeAt(at, zone).slice(0, 5)}`,
    money: (money: Money | null) => money && writtenMoney(money, locale),
  }
}

export const lines = (parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join('\n')
