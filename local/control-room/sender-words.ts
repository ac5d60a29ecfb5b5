/** Why nothing can be sent to anybody, in both languages; and the sentence that stands first while that is so. */
import { html } from 'hono/html'
import { SENDER_FAULTS, type SenderFault, type SendingStop } from '#core/planning/sending-stop.ts'
import type { Frame } from '#local/control-room/frame.ts'
import { writtenInstant } from '#local/control-room/written.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'

export const FAULT_WORDS: Readonly<Record<PageLocale, Readonly<Record<SenderFault, string>>>> = {
  vi: {
    'identity-not-verified': 'địa chỉ gửi chưa được xác minh với nhà cung cấp',
    'mail-from-not-verified': 'tên miền MAIL FROM chưa được xác minh',
    'permission-missing': 'hệ thống thiếu quyền gửi thư',
    credentials: 'nhà cung cấp không nhận thông tin đăng nhập của hệ thống',
    'configuration-set-gone': 'bộ cấu hình gửi thư không còn',
    'sending-paused': 'việc gửi thư đang bị tạm dừng',
    'account-suspended': 'tài khoản gửi thư bị đình chỉ',
    'request-refused': 'nhà cung cấp từ chối mọi yêu cầu của hệ thống',
    unreachable: 'không liên lạc được với nhà cung cấp',
  },
  en: {
    'identity-not-verified': 'the identity of the sender is not verified',
    'mail-from-not-verified': 'the MAIL FROM domain is not verified',
    'permission-missing': 'the functions lack a permission',
    credentials: 'the credentials of the functions are not accepted',
    'configuration-set-gone': 'the configuration set is gone',
    'sending-paused': 'sending is paused',
    'account-suspended': 'the account is suspended',
    'request-refused': 'the provider refuses our requests as such',
    unreachable: 'the provider cannot be reached',
  },
}

export function faultInWords(fault: unknown, locale: PageLocale): string {
  const known = SENDER_FAULTS.find((one) => one === fault)
  return known ? FAULT_WORDS[locale][known] : String(fault)
}

const WORDS = {
  vi: {
    stopped: (since: string, why: string) => `Từ ${since} không gửi được thư nào cho ai: ${why}.`,
    waits: (next: string) =>
      `Khách đến lượt vẫn chờ trong giờ gửi của họ. Lần thử tới: ${next}; khi nhà cung cấp nhận thư, hệ thống tự gửi tiếp. Cần làm gì: care doctor.`,
  },
  en: {
    stopped: (since: string, why: string) => `Since ${since} nothing can be sent to anybody: ${why}.`,
    waits: (next: string) =>
      `Customers whose turn it is wait within their hours. Next try: ${next}; as soon as the provider takes a mail, sending goes on by itself. What to mend: care doctor.`,
  },
} as const

export function stopInWords(stop: SendingStop, { locale, company }: Pick<Frame, 'locale' | 'company'>): Html {
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  return html`<p data-sending="stopped"><strong>${words.stopped(at(stop.since), FAULT_WORDS[locale][stop.fault])}</strong> ${words.waits(at(stop.probeAt))}</p>`
}
