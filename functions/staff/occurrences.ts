/** One occurrence: its balance, its batches, everybody's outcome, and two buttons that show that doing it again changes nothing. */

import { Hono } from 'hono'
import { html } from 'hono/html'
import { type OccurrenceDetail, viewOccurrence } from '#app/operating/occurrence-view.ts'
import { SKIP_REASONS, type SkipReason } from '#core/audience/skip.ts'
import { weekdayOf } from '#core/time/local-date.ts'
import { balanceInBrief, equation } from '#functions/staff/balance.ts'
import { saidDecision } from '#functions/staff/decide.ts'
import { decisionsSection } from '#functions/staff/decisions.ts'
import { invitationsSection } from '#functions/staff/invitations.ts'
import { outcomesSection, readFilter } from '#functions/staff/people.ts'
import { busyBecause, frameOf, knownCampaigns } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { actionButton, chip, type Frame, roomPage, table } from '#web/staff/frame.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'
import { weekdayName, writtenCount, writtenInstant, writtenLunarDate } from '#web/words/written.ts'

const WORDS = {
  vi: {
    open: 'đang mở',
    closed: 'đã khép lại',
    version: (version: number) => `phiên bản ${version}`,
    planned: (at: string) => `lập danh sách lúc ${at}`,
    closes: (at: string) => `khép lại lúc ${at}`,
    balance: 'Cân đối',
    reasons: 'Bỏ qua vì',
    reasonColumns: ['Lý do', 'Người'],
    again: 'Làm lại lần nữa',
    againWhy: 'Hai nút này đưa cùng công việc vào hàng đợi thêm lần nữa. Không ai nhận thư hai lần.',
    plan: 'Lập lại danh sách ngày này',
    send: 'Giao lại các lô để gửi',
    didPlan: 'Đã lập lại danh sách.',
    didSend: 'Đã giao lại mọi lô.',
    same: (mails: string) => `Không có gì thay đổi: trước và sau đều đã gửi ${mails} thư, cân đối như cũ.`,
    changed: (before: string, after: string) => `Đã gửi: ${before} thư trước, ${after} thư sau.`,
    batches: 'Các lô',
    batchColumns: ['Lô', 'Đến hạn', 'Người', 'Tình trạng'],
    batchStates: { planned: 'chờ đến hạn', sending: 'đang gửi', done: 'xong' },
    noSuch: 'Không có dịp này',
  },
  en: {
    open: 'open',
    closed: 'closed',
    version: (version: number) => `version ${version}`,
    planned: (at: string) => `planned at ${at}`,
    closes: (at: string) => `closes at ${at}`,
    balance: 'Balance',
    reasons: 'Skipped because',
    reasonColumns: ['Reason', 'People'],
    again: 'Do it again',
    againWhy: 'These put the same work on the queues once more. Nobody is greeted twice.',
    plan: 'Plan this day again now',
    send: 'Hand the batches out again',
    didPlan: 'Planned again.',
    didSend: 'Every batch was handed out again.',
    same: (mails: string) => `Nothing has changed: ${mails} mails sent before and after, and the same balance.`,
    changed: (before: string, after: string) => `Sent: ${before} mails before, ${after} after.`,
    batches: 'Batches',
    batchColumns: ['Batch', 'Due', 'People', 'State'],
    batchStates: { planned: 'waits to be due', sending: 'being sent', done: 'done' },
    noSuch: 'No such occurrence',
  },
} as const

export function occurrenceRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { stores, alone, drain } = system
  const { occurrences, queues } = stores

  app.get('/occurrences/:id', async (context) => {
    const frame = frameOf(system, context)
    const { locale, company } = frame
    const words = WORDS[locale]
    const detail = await viewOccurrence(occurrences, context.req.param('id'))
    if (!detail)
      return context.html(roomPage({ frame, section: 'today', title: words.noSuch, body: html`<h1>${words.noSuch}</h1>` }), 404)
    const campaigns = await knownCampaigns(system, locale)
    const { occurrence } = detail
    const title = `${campaigns.name(occurrence.campaignId)} · ${shortDate(occurrence.date, locale)}`
    const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
    const facts = [
      `${weekdayName(weekdayOf(occurrence.date), locale)}, ${writtenLunarDate(occurrence.date, locale)}`,
      words.version(occurrence.campaignVersion),
      words.planned(at(occurrence.passAt)),
      ...(occurrence.state === 'open' ? [words.closes(at(occurrence.closesAt))] : []),
    ]
    const people = await outcomesSection({
      frame,
      campaigns,
      detail,
      stores,
      filter: readFilter(context.req.query()),
    })
    const invitations = await invitationsSection(system, {
      frame,
      occurrenceId: occurrence.occurrenceId,
      page: pageAsked(context.req.query('answers')),
    })
    const decisions = await decisionsSection({ frame, detail, stores, by: system.by })
    const body = html`<h1>${title} ${chip(words[occurrence.state], occurrence.state === 'open' ? 'good' : 'quiet')}</h1>
      <p class="quiet">${facts.join(' · ')}</p>
      ${saidAgain(context.req.query(), locale)}${saidDecision(context.req.query(), locale)}
      <section>
        <h2>${words.balance}</h2>
        ${equation({ ...detail, locale })}
        ${skippedBy(detail, locale)}
      </section>
      ${decisions}
      ${invitations}
      <section>
        <h2>${words.again}</h2>
        <p class="quiet">${words.againWhy}</p>
        <div class="actions">
          ${actionButton({ action: `${occurrencePath(occurrence.occurrenceId)}/plan`, text: words.plan, refused: busyBecause(frame) })}
          ${actionButton({ action: `${occurrencePath(occurrence.occurrenceId)}/send`, text: words.send, refused: busyBecause(frame) })}
        </div>
      </section>
      ${people}
      <section>
        <details><summary>${words.batches} (${detail.batches.length})</summary>${batchTable(detail, frame)}</details>
      </section>`
    return context.html(roomPage({ frame, section: 'today', title, body }))
  })

  app.post('/occurrences/:id/:again{plan|send}', async (context) => {
    const { id, again } = context.req.param()
    const back = occurrencePath(id)
    if (frameOf(system, context).busy) return context.redirect(back, 303)
    const told = await alone(async () => {
      const before = await viewOccurrence(occurrences, id)
      if (!before) return {}
      if (again === 'plan') await queues.planSlices(sliceOrders(before))
      else await queues.sendBatches(before.batches.map(({ occurrenceId, batchId }) => ({ occurrenceId, batchId })))
      await drain()
      const after = await viewOccurrence(occurrences, id)
      const same = after && balanceInBrief(after.balance, 'en') === balanceInBrief(before.balance, 'en')
      const sent = { before: before.balance.sent, after: (after ?? before).balance.sent }
      return { did: again, ...sent, same: same ? 'yes' : 'no' }
    })
    return context.redirect(pathWith(back, told), 303)
  })
  return app
}

const pageAsked = (text = ''): number => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1)

const sliceOrders = ({ occurrence: { occurrenceId, slices, pass } }: OccurrenceDetail) =>
  Array.from({ length: slices }, (_, slice) => ({ occurrenceId, slice, pass }))

function saidAgain({ did, before, after, same }: Record<string, string>, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  if ((did !== 'plan' && did !== 'send') || !/^\d+$/.test(before ?? '') || !/^\d+$/.test(after ?? '')) return ''
  const count = (text = '') => writtenCount(Number(text), locale)
  const what = same === 'yes' && before === after ? words.same(count(after)) : words.changed(count(before), count(after))
  return html`<p class="said" role="status">${did === 'plan' ? words.didPlan : words.didSend} ${what}</p>`
}

const isSkipReason = (text: string): text is SkipReason => SKIP_REASONS.some((reason) => reason === text)

function skippedBy({ occurrence, balance }: OccurrenceDetail, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  const counted = Object.entries(balance.skippedBy).toSorted(([, a], [, b]) => b - a)
  if (counted.length === 0) return ''
  const rows = counted.map(([reason, count]) => [
    html`<a href="${pathWith(occurrencePath(occurrence.occurrenceId), { state: 'skipped', reason })}#people">${isSkipReason(reason) ? SKIP_WORDS[locale][reason] : reason}</a>`,
    html`<span class="number">${writtenCount(count, locale)}</span>`,
  ])
  return html`<h3>${words.reasons}</h3>${table({ locale, label: words.reasons, headings: words.reasonColumns, rows })}`
}

function batchTable({ batches }: OccurrenceDetail, { locale, company }: Frame): Html {
  const words = WORDS[locale]
  const rows = batches.map(({ batchId, dueAt, recipients, state }) => [
    html`<code>${batchId}</code>`,
    writtenInstant(dueAt, { zone: company.zone, locale }),
    html`<span class="number">${writtenCount(recipients.length, locale)}</span>`,
    words.batchStates[state],
  ])
  return table({ locale, label: words.batches, headings: words.batchColumns, rows })
}
