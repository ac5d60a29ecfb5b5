/** One occurrence: its balance, its batches, everybody's outcome, and the ways to do its work again. */

import { html } from 'hono/html'
import type { Standing } from '#core/planning/balance.ts'
import type { Balance, Batch, Occurrence } from '#core/planning/occurrence.ts'
import { weekdayOf } from '#core/time/local-date.ts'
import type { DeskBalance } from '#core/work/desk-balance.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { againPath, overBecause } from '#web/staff/acts/again-acts.ts'
import { saidDone } from '#web/staff/acts/said-done.ts'
import { chip } from '#web/staff/chip.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { logLink } from '#web/staff/log-link.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { equation } from '#web/staff/occurrences/balance.ts'
import { type Decisions, decisionsSection } from '#web/staff/occurrences/decisions.ts'
import { deskSection } from '#web/staff/occurrences/desk.ts'
import { type Invitations, invitationsSection } from '#web/staff/occurrences/invitations.ts'
import { type ManyInvited, manyInvitedSection } from '#web/staff/occurrences/many-invited.ts'
import { namesWithheld, type People, peopleSection } from '#web/staff/occurrences/people.ts'
import { reloadSeconds, saidAgain, type ToldAgain } from '#web/staff/occurrences/said-again.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { notNow, notPermitted } from '#web/staff/permitted.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { countedInWords } from '#web/words/skip-reasons.ts'
import { weekdayName, writtenCount, writtenInstant, writtenLunarDate } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    open: 'đang mở',
    closed: 'đã khép lại',
    version: (version: number) => `phiên bản ${version}`,
    planned: (at: string) => `lập danh sách lúc ${at}`,
    closes: (at: string) => `khép lại lúc ${at}`,
    balance: 'Cân đối',
    cut: (day: string, { capacity, held, handed }: CutNumbers) =>
      `Ngày ${day} nhóm gọi được ${capacity} cuộc, ${held} cuộc đã có chủ, nên giao ${handed} người của chiến dịch này.`,
    reasons: 'Bỏ qua vì',
    reasonColumns: ['Lý do', 'Người'],
    again: 'Làm lại lần nữa',
    againWhy: 'Hai nút này đưa cùng công việc vào hàng đợi thêm lần nữa. Không ai nhận thư hai lần.',
    plan: 'Lập lại danh sách ngày này',
    send: 'Giao lại các lô để gửi',
    batches: 'Các lô',
    batchColumns: ['Lô', 'Đến hạn', 'Người', 'Tình trạng'],
    batchStates: { planned: 'chờ đến hạn', sending: 'đang gửi', done: 'xong' },
  },
  en: {
    open: 'open',
    closed: 'closed',
    version: (version: number) => `version ${version}`,
    planned: (at: string) => `planned at ${at}`,
    closes: (at: string) => `closes at ${at}`,
    balance: 'Balance',
    cut: (day: string, { capacity, held, handed }: CutNumbers) =>
      `On ${day} the team has time for ${capacity} calls, of which ${held} were taken: ${handed} of this campaign are handed over.`,
    reasons: 'Skipped because',
    reasonColumns: ['Reason', 'People'],
    again: 'Do it again',
    againWhy: 'These put the same work on the queues once more. Nobody is greeted twice.',
    plan: 'Plan this day again now',
    send: 'Hand the batches out again',
    batches: 'Batches',
    batchColumns: ['Batch', 'Due', 'People', 'State'],
    batchStates: { planned: 'waits to be due', sending: 'being sent', done: 'done' },
  },
})

interface CutNumbers {
  readonly capacity: string
  readonly held: string
  readonly handed: string
}

export interface Detail {
  readonly occurrence: Occurrence
  readonly balance: Balance
  readonly audience: number
  readonly standing: Standing
  readonly batches: readonly Batch[]
}

export interface OccurrenceShown {
  readonly campaigns: CampaignNames
  readonly detail: Detail
  /** Null, like the people, for a visitor who sees figures alone. */
  readonly decisions: Decisions | null
  /** Null for a campaign of letters. */
  readonly desk: DeskBalance | null
  /** Null when nothing was asked. */
  readonly invitations: Invitations | ManyInvited | null
  readonly people: People | null
  /** What came of doing its work again; null when that is not where the visitor comes from. */
  readonly again: ToldAgain | null
  /** The act before. */
  readonly done: string | undefined
}

export function occurrencePage(frame: Frame, shown: OccurrenceShown): Html {
  const { locale, company } = frame
  const { campaigns, detail, again, done } = shown
  const { occurrence } = detail
  const words = WORDS[locale]
  const title = `${campaigns.name(occurrence.campaignId)} · ${shortDate(occurrence.date, locale)}`
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const facts = [
    `${weekdayName(weekdayOf(occurrence.date), locale)}, ${writtenLunarDate(occurrence.date, locale)}`,
    words.version(occurrence.campaignVersion),
    words.planned(at(occurrence.passAt)),
    ...(occurrence.state === 'open' ? [words.closes(at(occurrence.closesAt))] : []),
  ]
  const refused = notPermitted(frame, 'redrive') ?? overBecause(occurrence, frame) ?? notNow(frame, 'redrive')
  const body = html`<h1>${title} ${chip(words[occurrence.state], occurrence.state === 'open' ? 'good' : 'quiet')}</h1>
      <p class="quiet">${facts.join(' · ')}</p>
      ${saidAgain(again, locale)}${saidDone(done, locale)}
      <section>
        <h2>${words.balance}</h2>
        ${equation({ ...detail, locale, isOfCalls: shown.desk !== null })}
        ${cutLine(occurrence, locale)}
        ${skippedBy(detail, locale)}
      </section>
      ${shown.desk ? deskSection(shown.desk, locale) : ''}
      ${shown.decisions ? decisionsSection(shown.decisions, { frame, occurrenceId: occurrence.occurrenceId }) : ''}
      ${asked(shown, frame)}
      <section>
        <h2>${words.again}</h2>
        <p class="quiet">${words.againWhy}</p>
        <div class="actions">
          ${actLink({ path: againPath(occurrence.occurrenceId, 'plan'), text: words.plan, refused })}
          ${actLink({ path: againPath(occurrence.occurrenceId, 'send'), text: words.send, refused })}
        </div>
      </section>
      ${shown.people ? peopleSection(shown.people, { frame, campaigns, detail }) : namesWithheld(frame)}
      <section>
        <details><summary>${words.batches} (${detail.batches.length})</summary>${batchTable(detail, frame)}</details>
      </section>
      ${logLink(frame, occurrence.occurrenceId)}`
  return framePage({ frame, section: 'occurrences', title, body, refreshSeconds: reloadSeconds(again) })
}

function asked({ invitations, detail }: OccurrenceShown, frame: Frame): Html | string {
  if (invitations === null) return ''
  return invitations.is === 'counted'
    ? invitationsSection(invitations, frame)
    : manyInvitedSection(invitations, { frame, date: detail.occurrence.date })
}

/** Why so many of a campaign that fills the capacity of its team are handed over. */
const cutLine = ({ cut }: Occurrence, locale: PageLocale): Html | string =>
  cut === undefined
    ? ''
    : html`<p class="quiet" data-cut="${cut.handed}">${WORDS[locale].cut(shortDate(cut.workday, locale), {
        capacity: writtenCount(cut.capacity, locale),
        held: writtenCount(cut.held, locale),
        handed: writtenCount(cut.handed, locale),
      })}</p>`

function skippedBy({ occurrence, balance }: Detail, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  const counted = Object.entries(balance.skippedBy).toSorted(([, a], [, b]) => b - a)
  if (counted.length === 0) return ''
  const rows = counted.map(([reason, count]) => [
    html`<a href="${pathWith(occurrencePath(occurrence.occurrenceId), { state: 'skipped', reason })}#people">${countedInWords(reason, locale)}</a>`,
    html`<span class="number">${writtenCount(count, locale)}</span>`,
  ])
  return html`<h3>${words.reasons}</h3>${table({ locale, label: words.reasons, headings: words.reasonColumns, rows })}`
}

function batchTable({ batches }: Detail, { locale, company }: Frame): Html {
  const words = WORDS[locale]
  const rows = batches.map(({ batchId, dueAt, recipients, state }) => [
    html`<code>${batchId}</code>`,
    writtenInstant(dueAt, { zone: company.zone, locale }),
    html`<span class="number">${writtenCount(recipients.length, locale)}</span>`,
    words.batchStates[state],
  ])
  return table({ locale, label: words.batches, headings: words.batchColumns, rows })
}
