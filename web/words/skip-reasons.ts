/** Every reason why a customer is not contacted, in a sentence: no page shows a reason as a code. */
import { isSkipReason, type SkipReason } from '#core/audience/skip.ts'
import type { PageLocale } from '#web/customer/page.ts'

export const SKIP_WORDS: Readonly<Record<PageLocale, Readonly<Record<SkipReason, string>>>> = {
  vi: {
    'customer-gone': 'Không còn là khách hàng trong danh sách',
    'no-longer-due': 'Không còn đến dịp: thông tin của khách đã thay đổi',
    'campaign-cancelled': 'Chiến dịch đã hủy',
    blackout: 'Ngày công ty không gửi thư cho ai',
    'closed-day': 'Pháp luật áp dụng cho khách không cho liên hệ vào ngày này',
    'no-address': 'Không có địa chỉ hay số để liên hệ',
    'bad-address': 'Địa chỉ hay số không dùng được, hoặc là số của người khác',
    'suppression-unreadable': 'Không đọc được danh sách chặn, nên không gửi',
    suppressed: 'Địa chỉ nằm trong danh sách chặn',
    'consent-unreadable': 'Không đọc được sự đồng ý, nên không gửi',
    'opted-out': 'Khách đã từ chối nhận',
    'consent-missing': 'Khách chưa đồng ý nhận',
    'do-not-call': 'Số điện thoại nằm trong Danh sách không quảng cáo',
    'do-not-call-list-old': 'Chưa có Danh sách không quảng cáo, hoặc danh sách đã quá cũ, nên không gọi',
    'already-contacted': 'Đã liên hệ vì dịp này rồi',
    'already-asked': 'Đã hỏi về đơn hàng, cuộc gọi hoặc vụ việc này rồi',
    'already-answered': 'Khách đã trả lời hoặc viết thư về khảo sát này',
    'survey-closed': 'Khảo sát đã đóng',
    'held-for-case': 'Khách đang có vụ việc nghiêm trọng chưa xong',
    'same-address': 'Khách khác dùng chung địa chỉ email nhận thư này',
    outranked: 'Nhường cho dịp quan trọng hơn ở gần',
    'surveyed-recently': 'Mới được khảo sát gần đây',
    'frequency-cap': 'Đã đủ số lần liên hệ cho phép',
    'team-full': 'Nhóm gọi đã kín việc của ngày này',
    'budget-exhausted': 'Ngân sách của chiến dịch đã hết',
    'campaign-paused': 'Chiến dịch đang tạm dừng',
    'window-passed': 'Đã qua giờ được gửi',
    'words-missing': 'Đã qua giờ được gửi trong lúc chưa có lời văn của phiên bản này',
    'sender-stopped': 'Đã qua giờ được gửi trong lúc nhà cung cấp không nhận thư nào của công ty',
    'policy-missing': 'Chưa có quy định pháp luật nào được nhập cho loại thư, nước và ngày này',
  },
  en: {
    'customer-gone': 'No longer among the customers',
    'no-longer-due': 'No longer due: the customer’s details have changed',
    'campaign-cancelled': 'The campaign was cancelled',
    blackout: 'A day on which the company contacts nobody',
    'closed-day': 'The law that holds for the customer allows no contact on this day',
    'no-address': 'No address or number',
    'bad-address': 'The address or number is not valid, or another person’s',
    'suppression-unreadable': 'The suppression list could not be read, so nothing was sent',
    suppressed: 'The address is suppressed',
    'consent-unreadable': 'The consent could not be read, so nothing was sent',
    'opted-out': 'The customer opted out',
    'consent-missing': 'The customer has not consented',
    'do-not-call': 'The number is on the do-not-call register',
    'do-not-call-list-old': 'There is no do-not-call list, or it is too old, so nobody is called',
    'already-contacted': 'Already contacted for this occasion',
    'already-asked': 'Already asked about this order, call or case',
    'already-answered': 'Has answered this survey or written back about it',
    'survey-closed': 'The survey has closed',
    'held-for-case': 'A grave case of the customer is still open',
    'same-address': 'Another customer with the same address gets this mail',
    outranked: 'A more important occasion is close by',
    'surveyed-recently': 'Surveyed a short while ago',
    'frequency-cap': 'Contacted as often as allowed',
    'team-full': 'The team has no time for more calls on this day',
    'budget-exhausted': 'The campaign’s budget is used up',
    'campaign-paused': 'The campaign is paused',
    'window-passed': 'The hours for sending have passed',
    'words-missing': 'The hours for sending passed while the words of this version were not there',
    'sender-stopped': 'The hours for sending passed while the provider took no mail from us',
    'policy-missing': 'No policy pack covers this class, country and date',
  },
}

/** Of a skip that another version of the system stored; its code is shown beside it, for the operator. */
export const NOT_KNOWN_HERE: Readonly<Record<PageLocale, string>> = {
  vi: 'Bỏ qua, vì lý do mà phiên bản này chưa biết',
  en: 'Skipped, for a reason that this version does not know',
}

/** A reason as a balance counts it. */
export const countedInWords = (reason: string, locale: PageLocale): string =>
  isSkipReason(reason) ? SKIP_WORDS[locale][reason] : `${NOT_KNOWN_HERE[locale]} (${reason})`
