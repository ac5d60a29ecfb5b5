/** Outcomes that need a person: each with its evidence and a form that decides it, and below what was decided before, by whom and why. */

import { html } from 'hono/html'
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { LONGEST_NAME, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import type { Touch } from '#core/planning/touch.ts'
import { busyBecause } from '#functions/staff/room.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip, type Frame, table } from '#web/staff/frame.ts'
import { customerPath, occurrencePath } from '#web/staff/paths.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

const WORDS = {
  vi: {
    title: 'Cần người quyết định',
    lead: 'Không thư nào tự gửi lại. Hãy xem chứng cứ, rồi nói rõ ai quyết định và vì sao.',
    since: (at: string, evidence: string) => `Từ ${at}: ${evidence}`,
    nothing: 'Từ đó đến nay nhà cung cấp chưa báo gì thêm.',
    took: (at: string) => `Nhà cung cấp đã nhận thư lúc ${at}`,
    by: 'Ai quyết định',
    because: 'Vì sao',
    sent: 'Đã gửi',
    'not-sent': 'Chưa gửi',
    resend: 'Gửi lại một lần',
    more: (count: string) => `Và ${count} người nữa. Nhiều người cùng lúc: care settle, care resend.`,
    log: 'Đã quyết định',
    columns: ['Lúc', 'Khách hàng', 'Quyết định', 'Ai', 'Vì sao'],
    decisions: { 'settled-sent': 'coi như đã gửi', 'settled-not-sent': 'coi như chưa gửi', resend: 'gửi lại một lần' },
  },
  en: {
    title: 'A person must decide',
    lead: 'No mail goes out again by itself. Look at the evidence, then say who decides and why.',
    since: (at: string, evidence: string) => `Since ${at}: ${evidence}`,
    nothing: 'The provider has said nothing more since.',
    took: (at: string) => `The provider took the mail at ${at}`,
    by: 'Who decides',
    because: 'Why',
    sent: 'It was sent',
    'not-sent': 'It was not sent',
    resend: 'Send it once more',
    more: (count: string) => `And ${count} more. For many at once: care settle, care resend.`,
    log: 'Decided',
    columns: ['At', 'Customer', 'Decision', 'Who', 'Why'],
    decisions: { 'settled-sent': 'settled as sent', 'settled-not-sent': 'settled as not sent', resend: 'send once more' },
  },
} as const

/** More forms than these on one page are no help to anybody. */
const FORMS_SHOWN = 20

export interface DecisionStores {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly touches: Pick<TouchStore, 'getMany'>
  readonly occurrences: Pick<OccurrenceStore, 'decisions'>
}

type Undecided = Recipient & { readonly outcome: Extract<Outcome, { state: 'unknown' | 'failed' }> }

export async function decisionsSection({
  frame,
  detail,
  stores,
  by,
}: {
  readonly frame: Frame
  readonly detail: OccurrenceDetail
  readonly stores: DecisionStores
  readonly by: string
}): Promise<Html> {
  const { locale } = frame
  const words = WORDS[locale]
  const { occurrenceId } = detail.occurrence
  const undecided = undecidedOf(detail)
  const shown = undecided.slice(0, FORMS_SHOWN)
  const decisions = await stores.occurrences.decisions(occurrenceId)
  const [people, touches] = await Promise.all([
    stores.customers.getMany([...new Set([...shown, ...decisions].map(({ customerId }) => customerId))]),
    stores.touches.getMany(shown.map(({ customerId }) => ({ customerId, occurrenceId }))),
  ])
  const names = new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
  const touchOf = new Map(touches.map((touch) => [touch.customerId, touch]))
  const more = undecided.length - shown.length
  const forms = html`<section class="attention" id="decide">
        <h2>${words.title}</h2>
        <p>${words.lead}</p>
        ${shown.map((one) => decisionForm({ frame, occurrenceId, one, by, name: names.get(one.customerId), touch: touchOf.get(one.customerId) }))}
        ${more > 0 ? html`<p>${words.more(writtenCount(more, locale))}</p>` : ''}
      </section>`
  const log = html`<section><h2>${words.log}</h2>${decisionTable(decisions, { frame, names })}</section>`
  return html`${shown.length > 0 ? forms : ''}${decisions.length > 0 ? log : ''}`
}

/** Unknown ones first: a failed one is a fact that may be left as it is. */
const undecidedOf = ({ batches }: OccurrenceDetail): readonly Undecided[] =>
  batches
    .flatMap(({ recipients }) => recipients)
    .filter((each): each is Undecided => each.outcome.state === 'unknown' || each.outcome.state === 'failed')
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

const placeOf = ({ outcome, customerId }: Undecided) => `${outcome.state === 'unknown' ? 0 : 1} ${customerId}`

function decisionForm({
  frame,
  occurrenceId,
  one: { customerId, outcome },
  by,
  name,
  touch,
}: {
  frame: Frame
  occurrenceId: string
  one: Undecided
  by: string
  name: string | undefined
  touch: Touch | undefined
}): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const [since, evidence] = outcome.state === 'unknown' ? [outcome.since, outcome.evidence] : [outcome.at, outcome.reason]
  const refused = busyBecause(frame)
  const button = (decision: 'sent' | 'not-sent' | 'resend') =>
    html`<button name="decision" value="${decision}" class="quiet"${refused === null ? '' : html` disabled`}>${words[decision]}</button>`
  return html`<div class="decide" data-undecided="${customerId}">
          <h3><a href="${customerPath(customerId)}">${name ?? customerId}</a> <small>${customerId}</small> ${chip(STATE_WORDS[locale][outcome.state], 'warn')}</h3>
          <p>${words.since(at(since), evidence)}</p>
          ${outcome.state === 'unknown' ? html`<p>${meanwhile(touch, locale, at)}</p>` : ''}
          <form method="post" action="${occurrencePath(occurrenceId)}/decide" class="filters">
            <input type="hidden" name="customer" value="${customerId}">
            <div><label for="by-${customerId}">${words.by}</label><input id="by-${customerId}" name="by" value="${by}" required maxlength="${LONGEST_NAME}"></div>
            <div class="wide"><label for="because-${customerId}">${words.because}</label><input id="because-${customerId}" name="because" required maxlength="${LONGEST_REASON}" autocomplete="off"></div>
            ${outcome.state === 'unknown' ? html`${button('sent')} ${button('not-sent')}` : ''} ${button('resend')}
            ${refused === null ? '' : html`<small>${refused}</small>`}
          </form>
        </div>`
}

function meanwhile(touch: Touch | undefined, locale: PageLocale, at: (instant: string) => string): string {
  const words = WORDS[locale]
  if (touch?.result !== 'sent') return words.nothing
  return `${words.took(at(touch.at))}${touch.delivery ? `, ${DELIVERY_WORDS[locale][touch.delivery.state]}` : ''}.`
}

function decisionTable(
  decisions: readonly Decision[],
  { frame: { locale, company }, names }: { frame: Frame; names: ReadonlyMap<string, string> },
): Html {
  const words = WORDS[locale]
  const rows = decisions.map(({ at, customerId, decision, by, because }) => [
    writtenInstant(at, { zone: company.zone, locale }),
    html`<a href="${customerPath(customerId)}">${names.get(customerId) ?? customerId}</a> <small>${customerId}</small>`,
    words.decisions[decision],
    by,
    because,
  ])
  return table({ locale, label: words.log, headings: words.columns, rows })
}
