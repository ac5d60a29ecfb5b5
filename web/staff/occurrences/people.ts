/** Everybody of an occurrence with their outcome, and the form that finds some of them. */
import { html } from 'hono/html'
import type { Outcome, OutcomeState } from '#core/audience/outcome.ts'
import { OUTCOME_STATES } from '#core/audience/outcome.ts'
import { isSkipReason, SKIP_REASONS } from '#core/audience/skip.ts'
import type { Customer } from '#core/customer/customer.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import type { Delivery } from '#core/planning/touch.ts'
import type { Html } from '#web/customer/page.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { selectField } from '#web/staff/filter-fields.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { reasonCell, saidOutcome, stateCell, touchLink } from '#web/staff/outcome-cells.ts'
import { pageLinks, placeLinks } from '#web/staff/page-links.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { type Trail, trailText } from '#web/staff/trail.ts'
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
    search: 'Tên, số điện thoại, email hoặc mã khách',
    hint: 'Tên gọi hoặc họ tên, gõ từ đầu, không cần dấu. Số điện thoại, email và mã khách: gõ đủ.',
    show: 'Lọc',
    columns: ['Khách hàng', 'Kết quả', 'Lý do và chi tiết', 'Thư'],
    found: (count: string) => `${count} người`,
    foundHere: (count: string) => `${count} người trên trang này`,
    none: 'Không có ai như vậy.',
    noneYet: 'Trong số khách đã xem chưa có ai của dịp này. Nhiều khách mang tên như vậy: hãy xem tiếp, hoặc gõ thêm của họ tên.',
  },
  en: {
    title: 'Everybody',
    state: 'Outcome',
    reason: 'Reason',
    any: 'all',
    search: 'Name, phone number, e-mail or customer id',
    hint: 'Given or full name from its beginning, marks are not needed. Numbers, e-mail addresses and ids in full.',
    show: 'Filter',
    columns: ['Customer', 'Outcome', 'Reason and details', 'Mail'],
    found: (count: string) => (count === '1' ? '1 person' : `${count} people`),
    foundHere: (count: string) => (count === '1' ? '1 person on this page' : `${count} people on this page`),
    none: 'Nobody like that.',
    noneYet:
      'None of the customers looked through so far is in this occurrence. Many are called so: go on, or type more of the name.',
  },
})

export interface PeopleFilter {
  readonly state: OutcomeState | null
  readonly reason: string | null
  readonly search: string
  /** From 1; of a list without a search. */
  readonly page: number
  /** Where the page of a search begins, empty for its beginning, and through which pages the visitor came. */
  readonly after: string
  readonly trail: Trail
}

export interface People {
  readonly filter: PeopleFilter
  /** How many match, over all pages; null for a search that was not looked through to its end. */
  readonly found: number | null
  readonly isMore: boolean
  /** Where the next page of a search begins; null when there is none. */
  readonly next: string | null
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
  const { filter, found, isMore, next, shown } = people
  const words = WORDS[locale]
  const { state, reason, search } = filter
  const link = (place: { readonly page?: number; readonly after?: string | null; readonly trail?: string }) =>
    `${pathWith(occurrencePath(detail.occurrence.occurrenceId), { state, reason, q: search, ...place })}#people`
  const links =
    search === ''
      ? pageLinks({ page: filter.page, isMore, link: (page) => link({ page }), locale })
      : placeLinks({
          isFirst: filter.after === '',
          next,
          locale,
          order: 'onward',
          went: { here: filter.after, trail: filter.trail },
          link: (after, trail) => link({ after, trail: trailText(trail) }),
        })
  const rows = shown.map((person) => personRow(person, around))
  return html`<section id="people">
        <h2>${words.title}</h2>
        ${filterForm(filter, around)}
        <p class="quiet">${found === null ? words.foundHere(writtenCount(rows.length, locale)) : words.found(writtenCount(found, locale))}</p>
        ${table({ locale, label: words.title, headings: words.columns, rows, empty: next === null ? words.none : words.noneYet })}
        ${links}
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
  const states = OUTCOME_STATES.map((line) => [line, `${STATE_WORDS[locale][line]} (${balance[line]})`] as const)
  const reasons = reasonsToChoose(balance, filter).map(
    (reason) => [reason, `${countedInWords(reason, locale)} (${balance.skippedBy[reason] ?? 0})`] as const,
  )
  return html`<form method="get" action="${occurrencePath(occurrence.occurrenceId)}#people" class="filters">
          ${selectField({ name: 'state', label: words.state, chosen: filter.state, any: words.any, options: states })}
          ${selectField({ name: 'reason', label: words.reason, chosen: filter.reason, any: words.any, options: reasons })}
          <div class="wide"><label for="q">${words.search}</label><input type="search" id="q" name="q" value="${filter.search}" maxlength="300" autocomplete="off" aria-describedby="q-hint"></div>
          <button class="quiet">${words.show}</button>
        </form>
        <p class="quiet" id="q-hint"><small>${words.hint}</small></p>`
}

/** In the order of the closed list; behind it, those that another version counted. */
const reasonsToChoose = ({ skippedBy }: Balance, { reason: chosen }: PeopleFilter): readonly string[] => [
  ...SKIP_REASONS.filter((reason) => skippedBy[reason] || chosen === reason),
  ...Object.keys(skippedBy).filter((reason) => !isSkipReason(reason)),
]
