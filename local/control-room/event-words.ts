/** Business events in the words of whoever looks after the campaigns. */

import { html } from 'hono/html'
import { PURPOSES } from '#core/audience/consent.ts'
import { REPLY_KINDS } from '#core/reply/reply.ts'
import { SUSPICIONS } from '#core/survey/press.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import { mailPath } from '#local/control-room/mail-rows.ts'
import type { LoggedEvent } from '#local/event-log.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { occurrenceTitle } from '#web/staff/occurrence-title.ts'
import { customerPath, occurrencePath } from '#web/staff/paths.ts'
import { SUSPICION_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { PURPOSE_WORDS, STATE_WORDS } from '#web/words/outcomes.ts'
import { REPLY_WORDS, WORK_WORDS } from '#web/words/replies.ts'
import { faultInWords } from '#web/words/sender-faults.ts'
import { writtenInstant } from '#web/words/written.ts'

interface Losses {
  readonly lost: number
  readonly unknown: number
  readonly reached: number
}

const WORDS = bothLanguages({
  vi: {
    none: 'Chưa có gì xảy ra. Hãy cho thời gian chạy.',
    planned: (audience: number, planned: number) => `lập danh sách ${audience} người, ${planned} chờ gửi`,
    closed: (audience: number) => `khép lại với ${audience} người`,
    accepted: (version: number) => `phiên bản ${version} có hiệu lực`,
    optedOut: (purpose: string) => `từ chối nhận ${purpose}`,
    redeemed: 'đã dùng phiếu quà',
    answered: {
      page: 'trả lời khảo sát trên trang',
      reply: 'trả lời khảo sát bằng thư',
      staff: 'được nhân viên nhập câu trả lời',
    },
    suspected: {
      survey: 'có lượt bấm trả lời khảo sát nghi là máy, chưa tính',
      unsubscribe: 'có lượt bấm ngừng nhận thư nghi là máy, chưa ngừng',
      preferences: 'có lượt bấm đổi lựa chọn nghi là máy, chưa đổi',
    },
    changed: (times: number) => (times > 1 ? ` (đổi lần ${times - 1})` : ''),
    received: 'gửi thư',
    stranger: 'Một người không rõ là ai',
    opened: 'mở việc',
    done: 'đã đóng việc',
    confirmed: 'đã gửi thư xác nhận ngừng gửi',
    scanned: (mails: number) => `Máy quét thư đã mở mọi liên kết và bấm mọi nút trong ${mails} thư`,
    looked: 'Một khách đã mở trang khảo sát mà chưa gửi câu trả lời',
    chose: 'Một khách đã chọn nội dung muốn nhận',
    stuck: (because: string) => `Một khách đã không làm được điều muốn làm: ${because}`,
    theMail: 'xem thư',
    rawGone: 'một thư gốc đã bị xóa trước khi được đọc',
    erased: 'đã xóa mọi dữ liệu của khách',
    purged: 'đã xóa dữ liệu quá hạn lưu giữ',
    unerased: 'chưa xóa xong dữ liệu của khách; hãy chạy lại lệnh xóa',
    unswept: 'chưa dọn hết phần đến muộn về một khách đã xóa; đêm sau làm tiếp',
    behind: (nights: number) => `${nights} đêm liền chưa xóa hết dữ liệu quá hạn lưu giữ`,
    failed: (reason: string) => `không gửi được: ${reason}`,
    unknown: 'không rõ thư đã đi hay chưa',
    decided: 'đã có người quyết định',
    mismatch: (counted: number, audience: number) => `cân đối không khớp: đếm được ${counted}, lẽ ra ${audience}`,
    consent: 'không đọc được sự đồng ý của',
    suppression: 'không đọc được danh sách chặn cho',
    noWords: 'không có lời văn của phiên bản này, khách đang chờ',
    stopped: (why: string) => `không gửi được thư nào cho ai: ${why}`,
    resumed: 'nhà cung cấp lại nhận thư; gửi tiếp',
    notReady: 'khi đến giờ gửi, thư sẽ không đi được hoặc không đi hết; xem cần làm gì bằng lệnh',
    ready: 'mọi thứ để gửi thư đã ổn',
    losses: ({ lost, unknown, reached }: Losses) =>
      `${lost} người đáng lẽ có thư mà không có, ${unknown} người chưa rõ, ${reached} người có`,
    record: 'một tin không xử lý được và sẽ thử lại',
    waits: 'một tin chưa tới lượt và sẽ thử lại',
    stopRefused: 'một yêu cầu ngừng nhận thư từ liên kết không dùng được',
    move: 'thời gian dừng vì lỗi',
  },
  en: {
    none: 'Nothing has happened yet. Let time move.',
    planned: (audience: number, planned: number) => `${audience} people listed, ${planned} planned`,
    closed: (audience: number) => `closed with ${audience} people`,
    accepted: (version: number) => `version ${version} is in force`,
    optedOut: (purpose: string) => `opted out of ${purpose}`,
    redeemed: 'used a voucher',
    answered: {
      page: 'answered the survey on the page',
      reply: 'answered the survey by mail',
      staff: 'had an answer entered by staff',
    },
    suspected: {
      survey: 'an answer was pressed that looks like a machine’s, and does not count',
      unsubscribe: 'a stop was pressed that looks like a machine’s, and nothing was stopped',
      preferences: 'a choice was pressed that looks like a machine’s, and nothing was changed',
    },
    changed: (times: number) => (times > 1 ? ` (change ${times - 1})` : ''),
    received: 'wrote a mail',
    stranger: 'Somebody unknown',
    opened: 'work was opened',
    done: 'work was closed',
    confirmed: 'the stop was confirmed by mail',
    scanned: (mails: number) =>
      `A mail scanner opened every link and pressed every button of ${mails === 1 ? 'one mail' : `${mails} mails`}`,
    looked: 'A customer opened the survey’s page and has not answered',
    chose: 'A customer chose what to receive',
    stuck: (because: string) => `A customer could not do what they wanted: ${because}`,
    theMail: 'see the mail',
    rawGone: 'a mail was deleted before it was read',
    erased: 'everything about a customer was erased',
    purged: 'what had been kept long enough was deleted',
    unerased: 'a customer’s data is not wholly erased; run the erasure again',
    unswept: 'what came late about an erased customer is not wholly removed; the next night goes on',
    behind: (nights: number) => `for ${nights} nights not all that was kept long enough could be deleted`,
    failed: (reason: string) => `could not be sent: ${reason}`,
    unknown: 'nobody knows whether the mail left',
    decided: 'somebody has decided',
    mismatch: (counted: number, audience: number) => `does not add up: counted ${counted}, expected ${audience}`,
    consent: 'the consent could not be read of',
    suppression: 'the suppression list could not be read for',
    noWords: 'the words of this version are not there, its customers wait',
    stopped: (why: string) => `nothing can be sent to anybody: ${why}`,
    resumed: 'the provider takes mails again; sending goes on',
    notReady: 'when the hours for sending begin, mails will not leave, or not all of them; what to mend says',
    ready: 'everything is ready for sending again',
    losses: ({ lost, unknown, reached }: Losses) =>
      `${lost} people got no mail who should have, ${unknown} are unknown, ${reached} got theirs`,
    record: 'a message could not be dealt with and will be tried again',
    waits: 'a message whose turn has not come; it will be tried again',
    stopRefused: 'a stop by a link that does not work',
    move: 'time stopped with an error',
  },
})

interface Reader {
  readonly locale: PageLocale
  readonly campaigns: CampaignNames
}

export function eventList({
  frame: { locale, company },
  campaigns,
  logged,
}: {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly logged: readonly LoggedEvent[]
}): Html {
  if (logged.length === 0) return html`<p class="quiet">${WORDS[locale].none}</p>`
  return html`<ul class="plain">${logged.map(
    (each) =>
      html`<li>${eventInWords(each, { locale, campaigns })}<br><small>${writtenInstant(each.at, { zone: company.zone, locale })}</small></li>`,
  )}</ul>`
}

export function eventInWords({ name, values }: LoggedEvent, { locale, campaigns }: Reader): Html {
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
    case 'survey.answered': {
      const via = (['page', 'reply', 'staff'] as const).find((one) => one === values.via) ?? 'page'
      return html`${customer()}: ${words.answered[via]}${words.changed(count('answers'))}, ${occurrence()}`
    }
    case 'press.suspected': {
      const page = (['survey', 'unsubscribe', 'preferences'] as const).find((one) => one === values.page) ?? 'survey'
      const because = SUSPICIONS.find((one) => one === values.because)
      return html`${customer()}: ${words.suspected[page]}${because ? ` (${SUSPICION_WORDS[locale][because]})` : ''}`
    }
    case 'reply.received': {
      const kind = REPLY_KINDS.find((one) => one === values.kind)
      const who = values.customerId === null ? words.stranger : customer()
      return html`${who}: ${words.received} (<a href="/listening?show=replies">${kind ? REPLY_WORDS[locale][kind] : text('kind')}</a>)`
    }
    case 'work.opened':
    case 'work.closed': {
      const reason = WORK_REASONS.find((one) => one === values.reason)
      return html`<a href="/work">${reason ? WORK_WORDS[locale][reason] : text('reason')}</a>: ${name === 'work.opened' ? words.opened : words.done}`
    }
    case 'notice.sent':
      return html`${customer()}: ${words.confirmed}`
    case 'listener.scanned':
      return html`${words.scanned(count('mails'))}`
    case 'listener.acted': {
      const done = values.way === 'look' ? words.looked : words.chose
      const what = values.because === null ? done : words.stuck(text('because'))
      return html`${what} (<a href="${mailPath(text('messageId'))}">${words.theMail}</a>)`
    }
    case 'reply.rawMailGone':
      return html`${words.rawGone}`
    case 'person.erased':
      return html`${words.erased}: ${text('customerId')}`
    case 'data.purged':
      return html`${words.purged}`
    case 'erasure.unfinished':
      return html`${words.unerased}: ${text('customerId')}`
    case 'erasure.contended':
    case 'erasure.broken':
      return html`${words.unswept}: ${text('customerId')}`
    case 'purge.behind':
      return html`${words.behind(count('nights'))}`
    case 'occurrence.mismatch':
      return html`${occurrence()}: ${words.mismatch(count('counted'), count('audience'))}`
    case 'consent.unreadable':
      return html`${words.consent} ${customer()}`
    case 'suppression.unreadable':
      return html`${words.suppression} ${customer()}`
    case 'words.missing':
      return html`${values.occurrenceId === undefined ? text('template') : occurrence()}: ${words.noWords} (${text('why')})`
    case 'sender.stopped':
    case 'sender.stillStopped':
      return html`${words.stopped(faultInWords(values.fault, locale))}`
    case 'sender.resumed':
      return html`${words.resumed}`
    case 'sender.notReady':
      return html`${words.notReady} <code>care doctor</code>`
    case 'sender.ready':
      return html`${words.ready}`
    case 'occurrence.losses':
      return html`${occurrence()}: ${words.losses({ lost: count('failed') + count('stopped'), unknown: count('unknown'), reached: count('reached') })}`
    case 'record.failed':
      return html`${words.record}: ${text('error')}`
    case 'record.comesAgain':
      return html`${words.waits}: ${text('error')}`
    case 'stop.refused':
      return html`${words.stopRefused} (${text('because')})`
    case 'drain.failed':
    case 'move.failed':
    case 'tick.failed':
      return html`${words.move}: ${text('because')}`
    default:
      return html`${name} <code>${JSON.stringify(values)}</code>`
  }
}
