/** What becomes of forms about work, in words: what was done, and why something was not. */
import { LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { PROMISE_DAYS, PROMISE_REFUSALS } from '#core/duty/promise.ts'
import { LONGEST_FOLLOW_UP } from '#core/work/call-subject.ts'
import { CASE_REFUSALS } from '#core/work/case/case-act.ts'
import { LETTER_REFUSALS, LONGEST_LETTER, LONGEST_SUBJECT } from '#core/work/case/letter-text.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

export const WORK_DONE = [
  'closed',
  'noted',
  'reopened',
  'assigned',
  'taken',
  'extended',
  'call-logged',
  'held',
  'let-go',
  'taken-over',
  'draft-kept',
  'stop-in-force',
  'case-open',
  'follow-up-open',
  'guide-asked',
  'ringing',
  'case-opened',
  'case-moved',
  'case-described',
  'case-graded',
  'case-waits',
  'case-heard',
  'case-wrote',
  'mail-on-its-way',
  'case-escalated',
  'case-handed-back',
] as const
export const WORK_REFUSED = [
  'who-and-what',
  'which-outcome',
  'another-team',
  'needs-note',
  'needs-time',
  'follow-up-days',
  'follow-up-unspoken',
  'follow-up-no-customer',
  'guide-unspoken',
  'which-case',
  'case-needs-note',
  'no-such-customer',
  'no-call',
  'held-by-colleague',
  'may-not-ring',
  'no-telephone',
  'call-under-way',
  'telephone-busy',
  'telephone-refused',
  ...PROMISE_REFUSALS,
  ...CASE_REFUSALS,
  ...LETTER_REFUSALS,
  'nobody-to-write-to',
  'no-address',
  'address-stopped',
  'no-mail-words',
  'not-proposed-yet',
  'no-case',
  'who-and-why',
  'reached-or-not',
  'already-closed',
  'already-extended',
  'not-closed',
  'no-right',
  'no-such-work',
  'nobody-there',
  'changed-meanwhile',
  'sent-already',
  'contended',
  'other-window',
  'too-long',
  'full',
] as const
export type WorkDone = (typeof WORK_DONE)[number]
export type WorkRefused = (typeof WORK_REFUSED)[number]

const WORDS = bothLanguages<Readonly<Record<WorkDone | WorkRefused, string>>>({
  vi: {
    ringing: 'Tổng đài đang gọi máy của bạn, rồi nối với khách. Xong cuộc gọi, hãy ghi kết quả.',
    'may-not-ring': 'Lúc này chưa được gọi khách: xem lý do dưới số điện thoại. Tổng đài chưa gọi.',
    'no-telephone': 'Chưa gọi qua tổng đài được: tổng đài chưa được nối, hoặc bạn chưa có máy lẻ. Hãy bấm số để gọi.',
    'call-under-way':
      'Tổng đài đang gọi cuộc này: máy của bạn sắp đổ chuông. Không gọi thêm lần nữa; nếu 15 phút sau vẫn im, hãy bấm lại.',
    'telephone-busy': 'Tổng đài không trả lời kịp. Máy của bạn có thể vẫn đổ chuông; nếu không, hãy bấm số để gọi.',
    'telephone-refused': 'Tổng đài không nhận cuộc gọi này. Hãy bấm số để gọi, và báo cho người vận hành.',
    'call-logged': 'Đã ghi kết quả cuộc gọi.',
    held: 'Bạn đang giữ việc này.',
    'let-go': 'Đã thả ra: đồng nghiệp nhận được ngay.',
    'draft-kept': 'Đã giữ chữ bạn viết: chỉ bạn thấy, trên máy nào cũng còn, đến khi bạn ghi kết quả.',
    'other-window':
      'Ở cửa sổ khác bạn đã viết thêm hoặc đã ghi rồi: chữ ở đây chưa được giữ. Hãy chép lại chỗ cần, rồi tải lại trang.',
    'taken-over': 'Bạn đã nhận thay việc này.',
    'held-by-colleague':
      'Một đồng nghiệp đang giữ việc này: tên và giờ ở bên dưới. Chưa có gì được ghi; chữ bạn viết còn trong ô.',
    'stop-in-force':
      'Khách không muốn nhận cuộc gọi nữa: đã có hiệu lực. Việc này đã được đồng nghiệp ghi trước đó nên kết quả cuộc gọi của bạn chưa được ghi: xem diễn biến.',
    'guide-asked':
      'Hướng dẫn sẽ được gửi qua email. Việc này đã được đồng nghiệp đóng trước đó nên cuộc nói chuyện của bạn được ghi thành một lần liên hệ riêng, cùng lời bạn viết và điều đã hẹn: xem Mọi việc đã qua.',
    'case-opened': 'Đã mở vụ việc: xem ở Việc khác của khách.',
    'guide-unspoken': 'Hướng dẫn chỉ gửi sau cuộc gọi đã nói chuyện với khách. Chưa có gì được ghi.',
    'which-case': 'Hãy chọn khiếu nại, yêu cầu, câu hỏi hay góp ý. Chưa mở vụ việc nào.',
    'case-needs-note': 'Vụ việc cần vài lời: khách nói gì, cần gì. Chưa mở vụ việc nào.',
    'no-such-customer': 'Không còn hồ sơ của khách này. Chưa mở vụ việc nào.',
    'case-open':
      'Điều khách nói đã thành một việc riêng. Việc này đã được đồng nghiệp ghi trước đó nên kết quả cuộc gọi của bạn chưa được ghi: xem diễn biến.',
    'follow-up-open':
      'Cuộc gọi hỏi thăm lại đã được hẹn. Việc này đã được đồng nghiệp ghi trước đó nên kết quả cuộc gọi của bạn chưa được ghi: xem diễn biến.',
    'follow-up-days': `Hẹn hỏi thăm lại được sau 1 đến ${LONGEST_FOLLOW_UP} ngày làm việc. Chưa có gì được ghi.`,
    'follow-up-unspoken':
      'Chỉ hẹn hỏi thăm lại khi đã nói chuyện với khách; chưa gặp được thì việc này tự đến hạn lần nữa. Chưa có gì được ghi.',
    'follow-up-no-customer': 'Số này chưa có trong danh sách khách hàng: chưa hẹn hỏi thăm lại được. Chưa có gì được ghi.',
    'case-moved': 'Vụ việc đã chuyển bước.',
    'case-described': 'Đã ghi vụ việc là về điều gì.',
    'case-graded': 'Đã đổi mức: các hạn tính lại theo mức mới.',
    'case-waits': 'Đã ghi: chờ khách trả lời. Hạn giải quyết dừng cho đến khi khách trả lời.',
    'case-heard': 'Đã ghi lời khách. Các hạn chạy tiếp.',
    'case-wrote': 'Đã ghi: đã viết cho khách.',
    'case-escalated': 'Đã báo lên trên.',
    'case-handed-back': 'Đã giao lại.',
    'mail-on-its-way': 'Thư đang được gửi cho khách. Khách trả lời thì lời ấy vào ngay vụ việc này.',
    'no-subject': 'Thư cần có tiêu đề. Chưa có gì được gửi.',
    'no-letter': 'Thư chưa có lời nào. Chưa có gì được gửi.',
    'letter-too-long': `Dài quá: tiêu đề nhiều nhất ${LONGEST_SUBJECT} ký tự, thư nhiều nhất ${LONGEST_LETTER}. Chưa có gì được gửi.`,
    'blanks-left': 'Trong thư còn chỗ trong ngoặc vuông […] chưa điền. Chưa có gì được gửi.',
    'nobody-to-write-to':
      'Không có khách nào để viết: vụ việc này không biết là của ai, hoặc hồ sơ khách không còn. Chưa có gì được gửi.',
    'no-address': 'Khách không có địa chỉ email: hãy gọi cho khách. Chưa có gì được gửi.',
    'address-stopped':
      'Địa chỉ email của khách không nhận thư nữa (thư bị trả lại, hoặc khách báo thư rác): hãy gọi cho khách. Chưa có gì được gửi.',
    'not-proposed-yet':
      'Chưa hỏi khách đã ổn chưa được: khiếu nại này chưa có đề xuất cho khách (bước theo dõi). Chưa có gì được gửi.',
    'no-mail-words':
      'Chưa có mẫu thư cho vụ việc (templates/case-mail): hãy nhờ người vận hành chạy care accept. Chưa có gì được gửi.',
    'no-case': 'Việc này không phải vụ việc.',
    'which-step': 'Hãy chọn bước. Chưa có gì thay đổi.',
    'already-there': 'Vụ việc đang như vậy rồi, hoặc đã lên cao hơn. Chưa có gì thay đổi.',
    'needs-words': 'Hãy ghi vài lời. Chưa có gì thay đổi.',
    'no-such-category': 'Hãy chọn một loại vụ việc trong danh sách. Chưa có gì được ghi.',
    'needs-category': 'Muốn đề xuất giải pháp thì phải chọn loại vụ việc trước. Chưa chuyển bước.',
    'fields-missing': 'Loại vụ việc này còn thiếu thông tin bắt buộc: hãy ghi đủ rồi chuyển bước. Chưa chuyển bước.',
    'unfit-field':
      'Có ô chưa đúng: ngày ghi như 2027-03-09, mã số thuế 10, 13 hoặc 12 chữ số, các ô khác nhiều nhất 300 ký tự. Chưa có gì được ghi.',
    'which-severity': 'Hãy chọn mức. Chưa có gì thay đổi.',
    'which-level': 'Hãy chọn báo lên ai. Chưa có gì thay đổi.',
    'not-escalated': 'Vụ việc chưa được báo lên trên nên không có gì để giao lại.',
    'not-proposed': 'Khiếu nại chưa đóng được: chưa có đề xuất cho khách. Hãy chuyển sang bước theo dõi và ghi đề xuất.',
    'not-asked-enough':
      'Khiếu nại chưa đóng được khi khách chưa xác nhận: hãy hỏi khách thêm, mỗi lần ghi ở mục chờ khách trả lời.',
    closed: 'Đã đóng việc.',
    noted: 'Đã ghi chú, việc vẫn mở.',
    reopened: 'Đã mở lại việc.',
    assigned: 'Đã giao việc.',
    taken: 'Bạn đã nhận việc này.',
    extended: 'Đã gia hạn. Hãy báo khách lý do trước khi hạn cũ hết.',
    'who-and-what': 'Hãy ghi rõ đã làm gì, kết quả thế nào. Chưa có gì được ghi.',
    'who-and-why': 'Hãy ghi rõ lý do. Chưa có gì thay đổi.',
    'sent-already': 'Mẫu này đã được ghi rồi với kết quả hay lời khác; lần này chưa ghi gì, lời bạn viết còn ở bên dưới.',
    'another-team':
      'Việc này của nhóm khác: nhân viên chỉ nhận, ghi cuộc gọi và đóng việc của nhóm mình. Hãy nhờ trưởng nhóm giao việc này cho nhóm bạn. Chưa có gì được ghi.',
    'which-outcome': 'Hãy chọn cuộc gọi kết thúc thế nào. Chưa có gì được ghi.',
    'needs-note': 'Kết quả này cần vài lời: khách nói gì, cần gì. Chưa có gì được ghi.',
    'needs-time': 'Hẹn gọi lại thì cần ngày giờ đã hẹn với khách. Chưa có gì được ghi.',
    'no-call': 'Việc này không phải cuộc gọi.',
    'in-the-past': 'Giờ hẹn đã qua. Hãy hẹn một giờ sắp tới. Chưa có gì được ghi.',
    'too-far': `Chỉ hẹn được trong ${PROMISE_DAYS} ngày tới. Chưa có gì được ghi.`,
    'team-off': 'Ngày ấy nhóm của bạn không làm việc. Hãy hẹn ngày khác. Chưa có gì được ghi.',
    'before-holiday': 'Sát kỳ nghỉ dài không nhận hẹn ngày ấy nữa: xem trang Ca trực. Chưa có gì được ghi.',
    'outside-hours': 'Giờ ấy nhóm của bạn chưa làm hoặc đã nghỉ. Hãy hẹn giờ khác. Chưa có gì được ghi.',
    'against-law':
      'Quy định không cho gọi khách vào ngày giờ ấy (giờ nơi khách ở), hoặc chưa có quy định nào cho nơi ấy. Hãy hẹn lúc khác. Chưa có gì được ghi.',
    'company-silent':
      'Vào ngày giờ ấy (giờ nơi khách ở) công ty không liên hệ khách hàng. Hãy hẹn lúc khác. Chưa có gì được ghi.',
    'reached-or-not': 'Hãy chọn có gặp được khách hay không. Việc chưa đóng.',
    'already-closed': 'Việc này đã có người đóng trước đó: xem diễn biến bên dưới. Chưa có gì được ghi.',
    'already-extended': 'Việc này đã gia hạn rồi, và luật chỉ cho một lần.',
    'not-closed': 'Việc này đang mở, không cần mở lại.',
    'no-right': 'Việc này không có hạn theo luật để gia hạn.',
    'no-such-work': 'Không có việc này.',
    'nobody-there': 'Danh sách nhân viên không có người hay nhóm ấy, hoặc họ không đóng được việc. Việc vẫn ở chỗ cũ.',
    'changed-meanwhile': 'Trang bạn vừa xem đã cũ: có người đổi việc này sau đó. Hãy xem diễn biến rồi làm lại nếu vẫn cần.',
    contended: 'Việc này đang thay đổi: hãy thử lại.',
    'too-long': `Dài quá: tên nhiều nhất ${LONGEST_NAME} ký tự, lý do ${LONGEST_REASON}, kết quả nhiều nhất ${LONGEST_NOTE} ký tự. Chưa có gì được ghi.`,
    full: 'Việc này không còn chỗ ghi thêm: chỉ còn đóng được. Khi khách liên hệ lại, việc mới sẽ được mở.',
  },
  en: {
    ringing: 'The telephone system rings your telephone, then the customer. Log the outcome afterwards.',
    'may-not-ring': 'The customer may not be rung now: the line below the number says why. No call was started.',
    'no-telephone': 'There is no telephone system to ring by, or you have no extension. Dial the number instead.',
    'call-under-way':
      'The telephone system is making this call already, so no second one was started. If all stays silent for 15 minutes, press again.',
    'telephone-busy':
      'The telephone system did not answer in time. Your telephone may ring all the same; if not, dial the number.',
    'telephone-refused': 'The telephone system does not make this call. Dial the number instead, and tell the operator.',
    'call-logged': 'The call is logged.',
    held: 'You hold this.',
    'let-go': 'It is let go: a colleague can take it at once.',
    'draft-kept': 'What you wrote is kept: only you see it, on any device, until you save the outcome.',
    'other-window':
      'You have written in another window since, or saved the outcome: the words here are not kept. Copy what you need, and load the page again.',
    'taken-over': 'You have taken this over.',
    'held-by-colleague':
      'A colleague holds this: who, and until when, stands below. Nothing was written; what you typed is still in its field.',
    'stop-in-force':
      'That the customer wants no more calls is in force. A colleague had dealt with this task before, so your outcome is not noted: see its history.',
    'guide-asked':
      'The guide goes by mail. A colleague had closed this task before, so your talk stands as a contact of its own, with what you wrote and agreed: see Everything so far.',
    'case-opened': 'The case is opened: it stands under Other work for the customer.',
    'guide-unspoken': 'The guide is sent only after a call in which the customer was spoken with. Nothing was written.',
    'which-case': 'Choose complaint, request, question or suggestion. No case was opened.',
    'case-needs-note': 'A case needs a few words: what the customer said or needs. No case was opened.',
    'no-such-customer': 'There is no profile of this customer any more. No case was opened.',
    'case-open':
      'What the customer said is work of its own. A colleague had dealt with this task before, so your outcome is not noted: see its history.',
    'follow-up-open':
      'The further call is opened. A colleague had dealt with this task before, so your outcome is not noted: see its history.',
    'follow-up-days': `A further call can be agreed for the next ${numberOf(LONGEST_FOLLOW_UP, ['working day', 'working days'])}. Nothing was written.`,
    'follow-up-unspoken':
      'A further call is agreed only with a customer who was spoken with; otherwise this one comes due again by itself. Nothing was written.',
    'follow-up-no-customer':
      'A further call is agreed only with a customer, and no customer has this number. Nothing was written.',
    'case-moved': 'Moved.',
    'case-described': 'What it is about is noted.',
    'case-graded': 'The severity is changed, and the clocks with it.',
    'case-waits': 'Noted: the customer is waited for. The time to solve it stands still until they answer.',
    'case-heard': 'What the customer said is noted. The clocks run on.',
    'case-wrote': 'Noted: the customer was written to.',
    'case-escalated': 'Taken up.',
    'case-handed-back': 'Handed back down.',
    'mail-on-its-way': 'The mail is on its way. What the customer answers comes back into this case.',
    'no-subject': 'A mail needs a subject. Nothing was sent.',
    'no-letter': 'The mail has no words yet. Nothing was sent.',
    'letter-too-long': `Too long: a subject has at most ${LONGEST_SUBJECT} characters, a mail at most ${LONGEST_LETTER}. Nothing was sent.`,
    'blanks-left': 'The mail still has a place in square brackets […] to fill in. Nothing was sent.',
    'nobody-to-write-to':
      'There is no customer to write to: whose case it is is not known, or there is no profile any more. Nothing was sent.',
    'no-address': 'The customer has no e-mail address: ring them. Nothing was sent.',
    'address-stopped':
      'The address of the customer takes no more mails (a mail came back, or was reported as spam): ring them. Nothing was sent.',
    'not-proposed-yet':
      'The customer cannot be asked yet whether it is solved: this complaint has no proposal for them (step follow up). Nothing was sent.',
    'no-mail-words':
      'There are no words for mails of a case yet (templates/case-mail): ask the operator to run care accept. Nothing was sent.',
    'no-case': 'This work is no case.',
    'which-step': 'Choose the step. Nothing has changed.',
    'already-there': 'It is so already, or has gone further up. Nothing has changed.',
    'needs-words': 'Write a few words. Nothing has changed.',
    'no-such-category': 'Choose a category of the list. Nothing was written.',
    'needs-category': 'A proposal needs a category: choose it first. It was not moved.',
    'fields-missing': 'What its category asks for is not complete: fill it in first. It was not moved.',
    'unfit-field':
      'A field is not right: days are written like 2027-03-09, a tax code has 10, 13 or 12 digits, other fields at most 300 characters. Nothing was written.',
    'which-severity': 'Choose the severity. Nothing has changed.',
    'which-level': 'Choose to whom it goes up. Nothing has changed.',
    'not-escalated': 'It has not gone up, so there is nothing to hand back.',
    'not-proposed': 'A complaint is not closed without a proposal: move it to the step “follow up”, and write the proposal.',
    'not-asked-enough':
      'A complaint is not closed without the customer’s word until they were asked often enough: note each time that you wait for them.',
    closed: 'Closed.',
    noted: 'Noted; it stays open.',
    reopened: 'Reopened.',
    assigned: 'Handed over.',
    taken: 'You have taken it.',
    extended: 'Extended. Tell the customer why before the earlier deadline has passed.',
    'who-and-what': 'Say what was done, and what came of it. Nothing was written.',
    'who-and-why': 'Say why. Nothing has changed.',
    'sent-already':
      'This form was saved before with another outcome or other words. Nothing was written now; what you typed stands below.',
    'another-team':
      'This work is of another team: agents take, log and close the work of their own team. Ask a lead to hand it to yours. Nothing was written.',
    'which-outcome': 'Choose how the call ended. Nothing was written.',
    'needs-note': 'This outcome needs a few words: what the customer said or needs. Nothing was written.',
    'needs-time': 'A call-back needs the day and time agreed with the customer. Nothing was written.',
    'no-call': 'This work is no call.',
    'in-the-past': 'That time has passed. Agree on one to come. Nothing was written.',
    'too-far': `A call-back can be agreed for the next ${numberOf(PROMISE_DAYS, DAYS)}. Nothing was written.`,
    'team-off': 'Your team does not work on that day. Agree on another. Nothing was written.',
    'before-holiday':
      'No call-backs are promised for that day, so near a long holiday: see the page Shifts. Nothing was written.',
    'outside-hours': 'Your team does not work at that time. Agree on another. Nothing was written.',
    'against-law':
      'The rules allow no call on that day at that time where the customer lives, or none are known for that country. Agree on another. Nothing was written.',
    'company-silent':
      'The company contacts no customers on that day at that time where the customer lives. Agree on another. Nothing was written.',
    'reached-or-not': 'Say whether the customer was reached. It is not closed.',
    'already-closed': 'Somebody has closed this before: see its history below. Nothing was written.',
    'already-extended': 'It was extended before, and the law allows it once.',
    'not-closed': 'It is open: there is nothing to reopen.',
    'no-right': 'No law sets a deadline here that could be extended.',
    'no-such-work': 'There is no such work.',
    'nobody-there': 'The roster has no such person or team, or they could not close it. It stays where it was.',
    'changed-meanwhile':
      'The page you saw is out of date: somebody has changed this since. See its history, and do it again if it is still needed.',
    contended: 'It is being changed at this moment: try again.',
    'too-long': `Too long: a name has at most ${LONGEST_NAME} characters, a reason ${LONGEST_REASON}, what came of it at most ${LONGEST_NOTE}. Nothing was written.`,
    full: 'There is no room for more: it can only be closed. When the customer is in touch again, new work is opened.',
  },
})

export const workSaidInWords = (said: WorkDone | WorkRefused, locale: PageLocale): string => WORDS[locale][said]
