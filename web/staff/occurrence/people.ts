/** Everybody of an occurrence with their outcome, and the form that finds some of them. */
import { html } from 'hono/html'
import type { Outcome, OutcomeState } from '#core/audience/outcome.ts'
import { isSkipReason, SKIP_REASONS } from '#core/audience/skip.ts'
import type { Customer } from '#core/customer/customer.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import type { Delivery } from '#core/planning/touch.ts'
import type { Html } from '#web/customer/page.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { selectField } from '#web/staff/filter-fields.ts'
import { type Frame, table } from '#web/staff/frame.ts'
import { BALANCE_LINES } from '#web/staff/occurrence/balance.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { reasonCell, saidOutcome, stateCell, touchLink } from '#web/staff/outcome-cells.ts'
import { pageLinks } from '#web/staff/page-links.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { STATE_WORDS } from '#web/words/outcome-states.ts'
import { onlyFor } from '#web/words/roles.ts'
import { countedInWords } from '#web/words/skip-reasons.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Từng người',
    state: 'Kết quả',
    reason: 'Lý do',
    any: 'tất cả',
    search: 'Tên hoặc mã khách',
    show: 'Lọc',
    columns: ['Khách hàng', 'Kết quả', 'Lý do và chi tiết', 'Thư'],
    found: (count: string) => `${count} người`,
    none: 'Không có ai như vậy.',
  },
  en: {
    title: 'Everybody',
    state: 'Outcome',
    reason: 'Reason',
    any: 'all',
    search: 'Name or customer id',
    show: 'Filter',
    columns: ['Customer', 'Outcome', 'Reason and details', 'Mail'],
    found: (count: string) => (count === '1' ? '1 person' : `${count} people`),
    none: 'Nobody like that.',
  },
})

export interface PeopleFilter {
  readonly state: OutcomeState | null
  readonly reason: string | null
  readonly search: string
  /** From 1. */
  readonly page: number
}

export interface People {
  readonly filter: PeopleFilter
  /** How many match, over all pages. */
  readonly found: number
  readonly isMore: boolean
  readonly shown: readonly OnePerson[]
}

interface OnePerson {
  readonly customerId: string
  readonly outcome: Outcome
  /** Undefined when they are gone. */
  readonly customer: Pick<Customer, 'fullName' | 'zone'> | undefined
  readonly delivery: Delivery | null | undefined
}

interface Around {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly detail: { readonly occurrence: Pick<Occurrence, 'occurrenceId' | 'date'>; readonly balance: Balance }
}

export function peopleSection(people: People, around: Around): Html {
  const { frame, detail } = around
  const { locale } = frame
  const { filter, found, isMore, shown } = people
  const words = WORDS[locale]
  const link = (page: number) =>
    `${pathWith(occurrencePath(detail.occurrence.occurrenceId), {
      state: filter.state,
      reason: filter.reason,
      q: filter.search,
      page,
    })}#people`
  const rows = shown.map((person) => personRow(person, around))
  return html`<section id="people">
        <h2>${words.title}</h2>
        ${filterForm(filter, around)}
        <p class="quiet">${words.found(writtenCount(found, locale))}</p>
        ${table({ locale, label: words.title, headings: words.columns, rows, empty: words.none })}
        ${pageLinks({ page: filter.page, isMore, link, locale })}
      </section>`
}

/** In place of the people, for a visitor who sees figures alone. */
export const namesWithheld = ({ locale }: Pick<Frame, 'locale'>): Html =>
  html`<section id="people"><h2>${WORDS[locale].title}</h2><p class="quiet">${onlyFor('see-people', locale)}</p></section>`

function personRow({ customerId, outcome, customer, delivery }: OnePerson, { frame, campaigns, detail }: Around) {
  const { date } = detail.occurrence
  return [
    customerLink({ customerId, name: customer?.fullName }, frame.locale),
    stateCell({ state: outcome.state, delivery, handedAs: outcome.state === 'sent' ? outcome.providerId : null }, frame.locale),
    reasonCell(saidOutcome(outcome, { frame, campaigns, date, zone: customer?.zone }), frame.locale),
    touchLink(outcome.state === 'sent' && !isErasedName(customerId) ? outcome.providerId : null, frame),
  ]
}

function filterForm(filter: PeopleFilter, { frame: { locale }, detail: { occurrence, balance } }: Around): Html {
  const words = WORDS[locale]
  const states = BALANCE_LINES.map((line) => [line, `${STATE_WORDS[locale][line]} (${balance[line]})`] as const)
  const reasons = reasonsToChoose(balance, filter).map(
    (reason) => [reason, `${countedInWords(reason, locale)} (${balance.skippedBy[reason] ?? 0})`] as const,
  )
  return html`<form method="get" action="${occurrencePath(occurrence.occurrenceId)}#people" class="filters">
          ${selectField({ name: 'state', label: words.state, chosen: filter.state, any: words.any, options: states })}
          ${selectField({ name: 'reason', label: words.reason, chosen: filter.reason, any: words.any, options: reasons })}
          <div><label for="q">${words.search}</label><input type="search" id="q" name="q" value="${filter.search}"></div>
          <button class="quiet">${words.show}</button>
        </form>`
}

/** In the order of the closed list; behind it, those that another version counted. */
const reasonsToChoose = ({ skippedBy }: Balance, { reason: chosen }: PeopleFilter): readonly string[] => [
  ...SKIP_REASONS.filter((reason) => skippedBy[reason] || chosen === reason),
  ...Object.keys(skippedBy).filter((reason) => !isSkipReason(reason)),
]
