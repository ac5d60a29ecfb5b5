/** Why sending is stopped for every customer, in both languages. */
import { SENDER_FAULTS, type SenderFault } from '#core/planning/sending-stop.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const FAULT_WORDS = bothLanguages<Readonly<Record<SenderFault, string>>>({
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
})

export function faultInWords(fault: unknown, locale: PageLocale): string {
  const known = SENDER_FAULTS.find((one) => one === fault)
  return known ? FAULT_WORDS[locale][known] : String(fault)
}
