/** What is planned and sent, and what becomes of it. */
import { html } from 'hono/html'
import type { Sayings } from '#local/sections/events/event-reader.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'
import { STATE_WORDS } from '#web/words/outcome-states.ts'

interface Losses {
  readonly lost: number
  readonly unknown: number
  readonly reached: number
}

const WORDS = bothLanguages({
  vi: {
    planned: (audience: number, planned: number) => `lập danh sách ${audience} người, ${planned} chờ gửi`,
    closed: (audience: number) => `khép lại với ${audience} người`,
    accepted: (version: number) => `phiên bản ${version} có hiệu lực`,
    failed: (reason: string) => `không gửi được: ${reason}`,
    unknown: 'không rõ thư đã đi hay chưa',
    decided: 'đã có người quyết định',
    confirmed: 'đã gửi thư xác nhận ngừng gửi',
    mismatch: (counted: number, audience: number) => `cân đối không khớp: đếm được ${counted}, lẽ ra ${audience}`,
    yearUnknown: (occasion: string, year: number) => `lịch chưa ghi ${occasion} năm ${year} là ngày nào`,
    noWords: 'không có lời văn của phiên bản này, khách đang chờ',
    losses: ({ lost, unknown, reached }: Losses) =>
      `${lost} người đáng lẽ có thư mà không có, ${unknown} người chưa rõ, ${reached} người có`,
  },
  en: {
    planned: (audience: number, planned: number) =>
      `${audience === 1 ? '1 person' : `${audience} people`} listed, ${planned} planned`,
    closed: (audience: number) => `closed with ${audience === 1 ? '1 person' : `${audience} people`}`,
    accepted: (version: number) => `version ${version} is in force`,
    failed: (reason: string) => `could not be sent: ${reason}`,
    unknown: 'nobody knows whether the mail left',
    decided: 'somebody has decided',
    confirmed: 'the stop was confirmed by mail',
    mismatch: (counted: number, audience: number) => `does not add up: counted ${counted}, expected ${audience}`,
    yearUnknown: (occasion: string, year: number) => `the calendar has no date of ${occasion} in ${year}`,
    noWords: 'the words of this version are not there, its customers wait',
    losses: ({ lost, unknown, reached }: Losses) =>
      `${numberOf(lost, ['person', 'people'])} got no mail who should have, ${unknown} unknown, ${reached} got theirs`,
  },
})

const FINISHED = ['sent', 'skipped', 'deferred', 'failed', 'unknown'] as const

export const MAIL_SAYINGS: Sayings = {
  'slice.planned': ({ locale, occurrence, count }) =>
    html`${occurrence()}: ${WORDS[locale].planned(count('audience'), count('planned'))}`,
  'batch.finished': ({ locale, occurrence, count }) => {
    const lines = FINISHED.filter((line) => count(line) > 0)
    return html`${occurrence()}: ${lines.map((line) => `${count(line)} ${STATE_WORDS[locale][line]}`).join(', ')}`
  },
  'occurrence.closed': ({ locale, occurrence, count }) => html`${occurrence()}: ${WORDS[locale].closed(count('audience'))}`,
  'campaign.accepted': ({ locale, campaign, count }) => html`${campaign()}: ${WORDS[locale].accepted(count('version'))}`,
  'touch.failed': ({ locale, occurrence, customer, text }) =>
    html`${occurrence()}, ${customer()}: ${WORDS[locale].failed(text('reason'))}`,
  'touch.unknown': ({ locale, occurrence, customer }) => html`${occurrence()}, ${customer()}: ${WORDS[locale].unknown}`,
  'outcome.decided': ({ locale, occurrence, customer }) => html`${occurrence()}, ${customer()}: ${WORDS[locale].decided}`,
  'notice.sent': ({ locale, customer }) => html`${customer()}: ${WORDS[locale].confirmed}`,
  'occurrence.mismatch': ({ locale, occurrence, count }) =>
    html`${occurrence()}: ${WORDS[locale].mismatch(count('counted'), count('audience'))}`,
  'occurrence.losses': ({ locale, occurrence, count }) =>
    html`${occurrence()}: ${WORDS[locale].losses({ lost: count('failed') + count('stopped'), unknown: count('unknown'), reached: count('reached') })}`,
  'calendar.yearUnknown': ({ locale, text, count }) =>
    html`<code>campaigns/calendar/</code>: ${WORDS[locale].yearUnknown(text('occasion'), count('year'))}`,
  'words.missing': ({ locale, occurrence, values, text }) =>
    html`${values.occurrenceId === undefined ? text('template') : occurrence()}: ${WORDS[locale].noWords} (${text('why')})`,
}
