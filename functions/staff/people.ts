/** Everybody of an occurrence with their outcome: found by state, by reason, by name or id, a hundred on a page. */

import { html } from 'hono/html'
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { OutcomeState } from '#core/audience/outcome.ts'
import { SKIP_REASONS } from '#core/audience/skip.ts'
import { folded } from '#core/customer/written-text.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { BALANCE_LINES } from '#functions/staff/balance.ts'
import { type KnownCampaigns, readerOf } from '#functions/staff/room.ts'
import type { Html } from '#web/customer/page.ts'
import { chip, type Frame, table } from '#web/staff/frame.ts'
import { customerPath, occurrencePath, pathWith } from '#web/staff/paths.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { notAskedInWords, outcomeInWords } from '#web/words/outcomes.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = {
  vi: {
    title: 'Từng người',
    state: 'Kết quả',
    reason: 'Lý do',
    any: 'tất cả',
    search: 'Tên hoặc mã khách',
    show: 'Lọc',
    columns: ['Khách hàng', 'Kết quả', 'Lý do và chi tiết', 'Thư'],
    free: (at: string) => `được liên hệ lại từ ${at}`,
    mail: 'mở thư',
    found: (count: string) => `${count} người`,
    before: 'Trang trước',
    next: 'Trang sau',
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
    free: (at: string) => `free again on ${at}`,
    mail: 'open the mail',
    found: (count: string) => (count === '1' ? '1 person' : `${count} people`),
    before: 'Previous page',
    next: 'Next page',
    none: 'Nobody like that.',
  },
} as const

const PEOPLE_PER_PAGE = 100

export interface PeopleFilter {
  readonly state: OutcomeState | null
  readonly reason: string | null
  readonly search: string
  /** From 1. */
  readonly page: number
}

export function readFilter({ state, reason, q = '', page = '1' }: Record<string, string>): PeopleFilter {
  return {
    state: BALANCE_LINES.find((line) => line === state) ?? null,
    reason: SKIP_REASONS.find((one) => one === reason) ?? null,
    search: q.trim(),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

interface PeopleStores {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly touches: Pick<TouchStore, 'getMany'>
}

export async function outcomesSection(given: {
  readonly frame: Frame
  readonly campaigns: KnownCampaigns
  readonly detail: OccurrenceDetail
  readonly stores: PeopleStores
  readonly filter: PeopleFilter
}): Promise<Html> {
  const { frame, detail, stores, filter } = given
  const words = WORDS[frame.locale]
  const found = await matching(stores, detail, filter)
  const start = (filter.page - 1) * PEOPLE_PER_PAGE
  const shown = found.slice(start, start + PEOPLE_PER_PAGE)
  const link = (page: number) =>
    `${pathWith(occurrencePath(detail.occurrence.occurrenceId), {
      state: filter.state,
      reason: filter.reason,
      q: filter.search,
      page,
    })}#people`
  return html`<section id="people">
        <h2>${words.title}</h2>
        ${filterForm(frame, detail, filter)}
        <p class="quiet">${words.found(writtenCount(found.length, frame.locale))}</p>
        ${await peopleTable(given, shown)}
        <p class="pages">
          ${filter.page > 1 ? html`<a href="${link(filter.page - 1)}">← ${words.before}</a>` : ''}
          ${start + PEOPLE_PER_PAGE < found.length ? html`<a href="${link(filter.page + 1)}">${words.next} →</a>` : ''}
        </p>
      </section>`
}

/** By id, so that a page stays the same page while time moves. */
async function matching(
  { customers }: PeopleStores,
  { batches }: OccurrenceDetail,
  { state, reason, search }: PeopleFilter,
): Promise<readonly Recipient[]> {
  const rows = batches
    .flatMap(({ recipients }) => recipients)
    .filter(({ outcome }) => state === null || outcome.state === state)
    .filter(({ outcome }) => reason === null || (outcome.state === 'skipped' && outcome.reason === reason))
    .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
  if (search === '') return rows
  const wanted = folded(search)
  const people = await customers.getMany(rows.map(({ customerId }) => customerId))
  const names = new Map(people.map(({ customer }) => [customer.customerId, folded(customer.fullName)]))
  return rows.filter(
    ({ customerId }) => customerId.toLowerCase().includes(wanted) || names.get(customerId)?.includes(wanted) === true,
  )
}

function filterForm({ locale }: Frame, { occurrence, balance }: OccurrenceDetail, filter: PeopleFilter): Html {
  const words = WORDS[locale]
  const option = ({ value, text, chosen }: { value: string; text: string; chosen: boolean }) =>
    html`<option value="${value}"${chosen ? html` selected` : ''}>${text}</option>`
  return html`<form method="get" action="${occurrencePath(occurrence.occurrenceId)}#people" class="filters">
          <div><label for="state">${words.state}</label><select id="state" name="state">
            <option value="">${words.any}</option>
            ${BALANCE_LINES.map((line) =>
              option({ value: line, text: `${STATE_WORDS[locale][line]} (${balance[line]})`, chosen: filter.state === line }),
            )}
          </select></div>
          <div><label for="reason">${words.reason}</label><select id="reason" name="reason">
            <option value="">${words.any}</option>
            ${SKIP_REASONS.filter((reason) => balance.skippedBy[reason] || filter.reason === reason).map((reason) =>
              option({
                value: reason,
                text: `${SKIP_WORDS[locale][reason]} (${balance.skippedBy[reason] ?? 0})`,
                chosen: filter.reason === reason,
              }),
            )}
          </select></div>
          <div><label for="q">${words.search}</label><input type="search" id="q" name="q" value="${filter.search}"></div>
          <button class="quiet">${words.show}</button>
        </form>`
}

async function peopleTable(
  {
    frame,
    campaigns,
    detail,
    stores,
  }: { frame: Frame; campaigns: KnownCampaigns; detail: OccurrenceDetail; stores: PeopleStores },
  shown: readonly Recipient[],
): Promise<Html> {
  const { locale } = frame
  const words = WORDS[locale]
  const { occurrenceId } = detail.occurrence
  const ids = shown.map(({ customerId }) => customerId)
  const [people, touches] = ids.length
    ? await Promise.all([
        stores.customers.getMany(ids),
        stores.touches.getMany(ids.map((customerId) => ({ customerId, occurrenceId }))),
      ])
    : [[], []]
  const names = new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
  const zones = new Map(people.map(({ customer }) => [customer.customerId, customer.zone]))
  const deliveries = new Map(touches.map(({ customerId, delivery }) => [customerId, delivery]))
  const reader = readerOf(frame, campaigns)
  const rows = shown.map(({ customerId, outcome }) => {
    const { reason, detail: more, freeAt } = outcomeInWords(outcome, reader)
    const zone = zones.get(customerId)
    const notAsked = zone === undefined ? null : notAskedInWords(outcome, { date: detail.occurrence.date, zone, locale })
    const delivery = deliveries.get(customerId)
    return [
      html`<a href="${customerPath(customerId)}">${names.get(customerId) ?? customerId}</a> <small>${customerId}</small>`,
      html`${chip(STATE_WORDS[locale][outcome.state], toneOf(outcome.state))}${delivery ? html` <small>${DELIVERY_WORDS[locale][delivery.state]}</small>` : ''}`,
      html`${notAsked ?? reason}${more ? html`<br><small>${more}</small>` : ''}${freeAt && notAsked === null ? html`<br><small>${words.free(freeAt)}</small>` : ''}`,
      frame.mailPath && outcome.state === 'sent' && outcome.providerId !== ''
        ? html`<a href="${frame.mailPath(outcome.providerId)}">${words.mail}</a>`
        : '',
    ]
  })
  return table({ locale, label: words.title, headings: words.columns, rows, empty: words.none })
}

export function toneOf(state: OutcomeState): 'good' | 'warn' | 'quiet' | 'plain' {
  switch (state) {
    case 'sent':
      return 'good'
    case 'failed':
    case 'unknown':
      return 'warn'
    case 'skipped':
    case 'withheld':
      return 'quiet'
    case 'planned':
    case 'deferred':
      return 'plain'
  }
}
