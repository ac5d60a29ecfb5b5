/** The acts of staff: what each is called in the log and on its button, and the grounds that can be chosen. */
import type { AuditEntry, AuditedAct, Ground } from '#core/staff/audit-entry.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

/** As it heads its page, stands on its button and in the log. */
export const ACT_WORDS = bothLanguages<Readonly<Record<AuditedAct, string>>>({
  vi: {
    'sign-in': 'Đăng nhập',
    'sign-out': 'Đăng xuất',
    'publish-roster': 'Công bố danh sách nhân viên',
    'pause-campaign': 'Tạm dừng chiến dịch',
    'resume-campaign': 'Chạy tiếp chiến dịch',
    'cancel-campaign': 'Hủy hẳn chiến dịch',
    'settle-sent': 'Ghi là đã gửi',
    'settle-not-sent': 'Ghi là chưa gửi',
    resend: 'Gửi lại một lần',
    'plan-again': 'Lập lại danh sách',
    'send-again': 'Giao lại các lô',
    redrive: 'Trả tin lỗi về hàng đợi',
    'assign-work': 'Nhận hoặc giao việc',
    'take-work': 'Nhận việc',
    'hand-over-work': 'Giao việc',
    'note-work': 'Ghi chú việc',
    'start-call': 'Gọi khách qua tổng đài',
    'log-call': 'Ghi kết quả cuộc gọi',
    'close-work': 'Đóng việc',
    'reopen-work': 'Mở lại việc',
    'change-duty': 'Đổi ca trực',
    'extend-right': 'Gia hạn yêu cầu dữ liệu',
    'correct-person': 'Sửa thông tin khách',
    'write-to-this-one': 'Chọn khách nhận thư chung',
    'export-person': 'Xuất dữ liệu khách',
    'erase-person': 'Xóa dữ liệu khách',
  },
  en: {
    'sign-in': 'Sign in',
    'sign-out': 'Sign out',
    'publish-roster': 'Publish the roster',
    'pause-campaign': 'Pause the campaign',
    'resume-campaign': 'Resume the campaign',
    'cancel-campaign': 'Cancel the campaign for good',
    'settle-sent': 'Settle as sent',
    'settle-not-sent': 'Settle as not sent',
    resend: 'Send once more',
    'plan-again': 'Plan again',
    'send-again': 'Hand the batches out again',
    redrive: 'Put dead letters back',
    'assign-work': 'Take work or hand it over',
    'take-work': 'Take work',
    'hand-over-work': 'Hand work over',
    'note-work': 'Note on work',
    'start-call': 'Ring the customer by the telephone system',
    'log-call': 'Log a call',
    'close-work': 'Close work',
    'reopen-work': 'Reopen work',
    'change-duty': 'Change a shift',
    'extend-right': 'Extend a data request',
    'correct-person': 'Correct a customer',
    'write-to-this-one': 'Choose who gets the shared mail',
    'export-person': 'Export a customer’s data',
    'erase-person': 'Erase a customer',
  },
})

export const GROUND_WORDS = bothLanguages<Readonly<Record<Ground, string>>>({
  vi: {
    'customer-asked': 'khách yêu cầu',
    'consent-withdrawn': 'khách rút lại sự đồng ý',
    'no-longer-needed': 'công ty không còn cần dữ liệu này',
    'authority-asked': 'cơ quan có thẩm quyền yêu cầu',
    'own-check': 'để kiểm tra',
    'after-a-failure': 'sau một sự cố',
    'after-a-change': 'sau khi đã sửa chiến dịch hoặc dữ liệu',
    'reads-the-mail': 'khách này là người đọc hộp thư',
  },
  en: {
    'customer-asked': 'the customer asks for it',
    'consent-withdrawn': 'the customer withdrew the consent',
    'no-longer-needed': 'the company no longer needs the data',
    'authority-asked': 'an authority asks for it',
    'own-check': 'to check',
    'after-a-failure': 'after a failure',
    'after-a-change': 'after the campaign or the data was changed',
    'reads-the-mail': 'this customer is the one who reads the mailbox',
  },
})

/** What became of an act. `begun`: its end is not in the log. */
export const AUDIT_RESULT_WORDS = bothLanguages<Readonly<Record<AuditEntry['result'], string>>>({
  vi: { begun: 'đã bắt đầu, chưa rõ kết quả', done: 'xong', refused: 'bị từ chối', failed: 'bị lỗi' },
  en: { begun: 'begun, end not known', done: 'done', refused: 'refused', failed: 'broke off' },
})
