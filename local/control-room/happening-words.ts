/** Business events in the words of whoever looks after the campaigns. */
import { html } from 'hono/html'
import { PURPOSES } from '#core/audience/consent.ts'
import type { Frame } from '#local/control-room/frame.ts'
import { PURPOSE_WORDS, STATE_WORDS } from '#local/control-room/outcome-words.ts'
import { customerPath, type KnownCampaigns, occurrencePath, occurrenceTitle } from '#local/control-room/room.ts'
import { writtenInstant } from '#local/control-room/written.ts'
import type { Happening } from '#local/happenings.ts'
import type { Html, PageLocale } from '#web/pages/page.ts'

const WORDS = {
  vi: {
    none: 'Chưa có gì xảy ra. Hãy cho thời gian chạy.',
    planned: (audience: number, planned: number) => `lập danh sách ${audience} người, ${planned} chờ gửi`,
    closed: (audience: number) => `khép lại với ${audience} người`,
    accepted: (version: number) => `phiên bản ${version} có hiệu lực`,
    optedOut: (purpose: string) => `từ chối nhận ${purpose}`,
    redeemed: 'đã dùng phiếu quà',
    failed: (reason: string) => `không gửi được: ${reason}`,
    unknown: 'không rõ thư đã đi hay chưa',
    decided: 'đã có người quyết định',
    mismatch: (counted: number, audience: number) => `cân đối không khớp: đếm được ${counted}, lẽ ra ${audience}`,
    consent: 'không đọc được sự đồng ý của',
    suppression: 'không đọc được danh sách chặn cho',
    record: 'một tin không xử lý được và sẽ thử lại',
    move: 'thời gian dừng vì lỗi',
  },
  en: {
    none: 'Nothing has happened yet. Let time move.',
    planned: (audience: number, planned: number) => `${audience} people listed, ${planned} planned`,
    closed: (audience: number) => `closed with ${audience} people`,
    accepted: (version: number) => `version ${version} is in force`,
    optedOut: (purpose: string) => `opted out of ${purpose}`,
    redeemed: 'used a voucher',
    failed: (reason: string) => `could not be sent: ${reason}`,
    unknown: 'nobody knows whether the mail left',
    decided: 'somebody has decided',
    mismatch: (counted: number, audience: number) => `does not add up: counted ${counted}, expected ${audience}`,
    consent: 'the consent could not be read of',
    suppression: 'the suppression list could not be read for',
    record: 'a message could not be dealt with and will be tried again',
    move: 'time stopped with an error',
  },
} as const

interface Reader {
  readonly locale: PageLocale
  readonly campaigns: KnownCampaigns
}

export function happeningList({
  frame: { locale, company },
  campaigns,
  happenings,
}: {
  readonly frame: Frame
  readonly campaigns: KnownCampaigns
  readonly happenings: readonly Happening[]
}): Html {
  if (happenings.length === 0) return html`<p class="quiet">${WORDS[locale].none}</p>`
  return html`<ul class="plain">${happenings.map(
    (happening) =>
      html`<li>${happeningInWords(happening, { locale, campaigns })}<br><small>${writtenInstant(happening.at, { zone: company.zone, locale })}</small></li>`,
  )}</ul>`
}

export function happeningInWords({ name, values }: Happening, { locale, campaigns }: Reader): Html {
  const words = WORDS[locale]
  const text = (key: string) => String(values[key] ?? '')
  const count = (key: string) => Number(values[key] ?? 0)
  const occurrence = () =>
    html`<a href="${occurrencePath(text('occurrenceId'))}">${occurrenceTitle(text('occurrenceId'), campaigns, locale)}</a>`
  const customer = () => html`<a href="${customerPath(text('customerId'))}">${text('customerId')}</a>`
  switch (name) {
    case 'slice.planned':
      return html`${occurrence()}: ${words.planned(count('audience'), count('planned'))}`
    case 'batch.finished': {
      const lines = (['sent', 'skipped', 'deferred', 'failed', 'unknown'] as const).filter((line) => count(line) > 0)
      return html`${occurrence()}: ${lines.map((line) => `${count(line)} ${STATE_WORDS[locale][line]}`).join(', ')}`
    }
    case 'occurrence.closed':
      return html`${occurrence()}: ${words.closed(count('audience'))}`
    case 'campaign.accepted':
      return html`${campaigns.name(text('campaignId'))}: ${words.accepted(count('version'))}`
    case 'consent.withdrawn': {
      const purpose = PURPOSES.find((one) => one === values.purpose)
      return html`${customer()}: ${words.optedOut(purpose ? PURPOSE_WORDS[locale][purpose] : text('purpose'))}`
    }
    case 'voucher.redeemed':
      return html`${customer()}: ${words.redeemed}`
    case 'touch.failed':
      return html`${occurrence()}, ${customer()}: ${words.failed(text('reason'))}`
    case 'touch.unknown':
      return html`${occurrence()}, ${customer()}: ${words.unknown}`
    case 'outcome.decided':
      return html`${occurrence()}, ${customer()}: ${words.decided}`
    case 'occurrence.mismatch':
      return html`${occurrence()}: ${words.mismatch(count('counted'), count('audience'))}`
    case 'consent.unreadable':
      return html`${words.consent} ${customer()}`
    case 'suppression.unreadable':
      return html`${words.suppression} ${customer()}`
    case 'record.failed':
      return html`${words.record}: ${text('error')}`
    case 'move.failed':
    case 'tick.failed':
      return html`${words.move}: ${text('because')}`
    default:
      return html`${name} <code>${JSON.stringify(values)}</code>`
  }
}
