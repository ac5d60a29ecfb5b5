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
import { customerLink } from '#web/staff/customer-link.ts'
import { chip, type Frame, table } from '#web/staff/frame.ts'
import { notNow } from '#web/staff/permitted.ts'
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
    more: (count: string) => `Và ${count} người nữa. Nhiều người cùng lúc: care settle, care resend.`,
    log: 'Đã quyết định',
    columns: ['Lúc', 'Khách hàng', 'Quyết định', 'Ai', 'Vì sao'],
  },
  en: {
    title: 'A person must decide',
    lead: 'No mail goes out again by itself. Look at the evidence, then decide and say why.',
    since: (at: string, evidence: string) => `Since ${at}: ${evidence}`,
    nothing: 'The provider has said nothing more since.',
    took: (at: string) => `The provider took the mail at ${at}`,
    more: (count: string) => `And ${count} more. For many at once: care settle, care resend.`,
    log: 'Decided',
    columns: ['At', 'Customer', 'Decision', 'Who', 'Why'],
  },
})

export type Undecided = Recipient & { readonly outcome: Extract<Outcome, { state: 'unknown' | 'failed' }> }

export const isUndecided = (recipient: Recipient): recipient is Undecided =>
  recipient.outcome.state === 'unknown' || recipient.outcome.state === 'failed'

export interface Decisions {
  /** Those shown, each with the touch that was recorded. */
  readonly undecided: readonly (Undecided & { readonly touch: Touch | undefined })[]
  /** So many more are not on the page. */
  readonly more: number
  readonly decided: readonly Decision[]
  readonly names: ReadonlyMap<string, string>
}

interface Around {
  readonly frame: Frame
  readonly occurrenceId: string
}

export function decisionsSection(decisions: Decisions, { frame, occurrenceId }: Around): Html {
  const { undecided, more, decided } = decisions
  const words = WORDS[frame.locale]
  const forms = html`<section class="attention" id="decide">
        <h2>${words.title}</h2>
        <p>${words.lead}</p>
        ${undecided.map((one) => decisionCard(one, { ...decisions, frame, occurrenceId }))}
        ${more > 0 ? html`<p>${words.more(writtenCount(more, frame.locale))}</p>` : ''}
      </section>`
  const log = html`<section><h2>${words.log}</h2>${decisionTable(decisions, frame)}</section>`
  return html`${undecided.length > 0 ? forms : ''}${decided.length > 0 ? log : ''}`
}

function decisionCard(
  { customerId, outcome, touch }: Decisions['undecided'][number],
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
  const rows = decided.map(({ at, customerId, decision, by, because }) => [
    writtenInstant(at, { zone: company.zone, locale }),
    customerLink({ customerId, name: names.get(customerId) }, locale),
    DECIDED_WORDS[locale][decision],
    by,
    because,
  ])
  return table({ locale, label: words.log, headings: words.columns, rows })
}
