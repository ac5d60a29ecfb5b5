/** Outcomes that need a person: each with its evidence and the ways to decide it, and below what was decided before, by whom and why. */

import { html } from 'hono/html'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import type { Touch } from '#core/planning/touch.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { DECISION_ACTS, decisionPath } from '#web/staff/acts/decision-acts.ts'
import { DECIDED_WORDS, recordedDecision } from '#web/staff/acts/recorded-decision.ts'
import { chip } from '#web/staff/chip.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import type { Frame } from '#web/staff/frame.ts'
import { pageLinks } from '#web/staff/page-links.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { notNow } from '#web/staff/permitted.ts'
import { table } from '#web/staff/table.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { reasonWritten } from '#web/words/system-reasons.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Cần người quyết định',
    lead: 'Không thư nào tự gửi lại. Hãy xem chứng cứ, rồi quyết định và cho biết vì sao.',
    since: (at: string, evidence: string) => `Từ ${at}: ${evidence}`,
    nothing: 'Từ đó đến nay nhà cung cấp chưa báo gì thêm.',
    took: (at: string) => `Nhà cung cấp đã nhận thư lúc ${at}`,
    many: (from: string, to: string, count: string) =>
      `Người thứ ${from} đến ${to} trong số ${count}. Quyết định cho nhiều người cùng lúc: người vận hành dùng care settle, care resend.`,
    log: 'Đã quyết định',
    columns: ['Lúc', 'Khách hàng', 'Quyết định', 'Ai', 'Vì sao'],
  },
  en: {
    title: 'A person must decide',
    lead: 'No mail goes out again by itself. Look at the evidence, then decide and say why.',
    since: (at: string, evidence: string) => `Since ${at}: ${evidence}`,
    nothing: 'The provider has said nothing more since.',
    took: (at: string) => `The provider took the mail at ${at}`,
    many: (from: string, to: string, count: string) =>
      `${from} to ${to} of ${count}. For many at once an operator uses care settle and care resend.`,
    log: 'Decided',
    columns: ['At', 'Customer', 'Decision', 'Who', 'Why'],
  },
})

export type Undecided = Recipient & { readonly outcome: Extract<Outcome, { state: 'unknown' | 'failed' }> }

export const isUndecided = (recipient: Recipient): recipient is Undecided =>
  recipient.outcome.state === 'unknown' || recipient.outcome.state === 'failed'

/** One page of a list. */
export interface OnePage<One> {
  /** On all of its pages. */
  readonly all: number
  /** From 1. */
  readonly page: number
  readonly shown: readonly One[]
  readonly isMore: boolean
}

export interface Decisions {
  /** Each with the touch that was recorded. */
  readonly undecided: OnePage<Undecided & { readonly touch: Touch | undefined }>
  /** The newest first. */
  readonly decided: OnePage<Decision>
  readonly names: ReadonlyMap<string, string>
}

interface Around {
  readonly frame: Frame
  readonly occurrenceId: string
}

export function decisionsSection(decisions: Decisions, { frame, occurrenceId }: Around): Html {
  const { undecided, decided } = decisions
  const { locale } = frame
  const words = WORDS[locale]
  const link = (pages: { readonly decide: number; readonly decided: number }, anchor: string) =>
    `${pathWith(occurrencePath(occurrenceId), { decide: pageOrNone(pages.decide), decided: pageOrNone(pages.decided) })}#${anchor}`
  const forms = html`<section class="attention" id="decide">
        <h2>${words.title}</h2>
        <p>${words.lead}</p>
        ${placeAmong(undecided, frame)}
        ${undecided.shown.map((one) => decisionCard(one, { ...decisions, frame, occurrenceId }))}
        ${pageLinks({ ...undecided, locale, link: (page) => link({ decide: page, decided: decided.page }, 'decide') })}
      </section>`
  const log = html`<section id="decided"><h2>${words.log}</h2>${decisionTable(decisions, frame)}
        ${pageLinks({ ...decided, locale, link: (page) => link({ decide: undecided.page, decided: page }, 'decided') })}</section>`
  return html`${undecided.all > 0 ? forms : ''}${decided.all > 0 ? log : ''}`
}

const pageOrNone = (page: number) => (page === 1 ? null : page)

/** Which of them stand on the page; nothing where all do. */
function placeAmong({ all, page, shown, isMore }: Decisions['undecided'], { locale }: Frame): Html | string {
  if (page === 1 && !isMore) return ''
  const before = isMore ? (page - 1) * shown.length : all - shown.length
  const [from, to, count] = [before + 1, before + shown.length, all].map((each) => writtenCount(each, locale))
  return html`<p data-undecided-page="${page}">${WORDS[locale].many(from ?? '', to ?? '', count ?? '')}</p>`
}

function decisionCard(
  { customerId, outcome, touch }: Decisions['undecided']['shown'][number],
  { frame, occurrenceId, names }: Around & Pick<Decisions, 'names'>,
): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const [since, evidence] = outcome.state === 'unknown' ? [outcome.since, outcome.evidence] : [outcome.at, outcome.reason]
  const refused = notNow(frame, 'decide-outcome')
  const acts = outcome.state === 'unknown' ? DECISION_ACTS : (['resend'] as const)
  return html`<div class="decide" data-undecided="${customerId}">
          <h3>${customerLink({ customerId, name: names.get(customerId) }, locale)} ${chip(STATE_WORDS[locale][outcome.state], 'warn')}</h3>
          <p>${words.since(at(since), reasonWritten(evidence, { locale, at }))}</p>
          ${outcome.state === 'unknown' ? html`<p>${meanwhile(touch, locale, at)}</p>` : ''}
          ${outcome.decided ? html`<p>${recordedDecision(outcome.decided, frame)}</p>` : ''}
          <div class="actions">${acts.map((act) => actLink({ path: decisionPath({ occurrenceId, customerId, act }), text: ACT_WORDS[locale][act], refused }))}</div>
        </div>`
}

function meanwhile(touch: Touch | undefined, locale: PageLocale, at: (instant: string) => string): string {
  const words = WORDS[locale]
  if (touch?.result !== 'sent') return words.nothing
  return `${words.took(at(touch.at))}${touch.delivery ? `, ${DELIVERY_WORDS[locale][touch.delivery.state]}` : ''}.`
}

function decisionTable({ decided, names }: Decisions, { locale, company }: Frame): Html {
  const words = WORDS[locale]
  const rows = decided.shown.map(({ at, customerId, decision, by, because }) => [
    writtenInstant(at, { zone: company.zone, locale }),
    customerLink({ customerId, name: names.get(customerId) }, locale),
    DECIDED_WORDS[locale][decision],
    by,
    because,
  ])
  return table({ locale, label: words.log, headings: words.columns, rows })
}
