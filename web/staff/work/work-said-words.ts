/** What becomes of forms about work, in words: what was done, and why something was not. What belongs to cases alone has files of its own. */
import { LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { PROMISE_DAYS, PROMISE_REFUSALS } from '#core/duty/promise.ts'
import { LONGEST_FOLLOW_UP } from '#core/work/call-subject.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { OUTSIDE_DONE, OUTSIDE_NOT_DONE, OUTSIDE_SAID_WORDS } from '#web/staff/work/asked-outside-words.ts'
import { CASE_DONE, CASE_NOT_DONE, CASE_SAID_WORDS } from '#web/staff/work/case-said-words.ts'
import { COMPENSATION_DONE, COMPENSATION_NOT_DONE, COMPENSATION_SAID_WORDS } from '#web/staff/work/compensation-said-words.ts'
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
  ...CASE_DONE,
  ...OUTSIDE_DONE,
  ...COMPENSATION_DONE,
] as const
export const WORK_REFUSED = [
  'who-and-what',
  'which-outcome',
  'not-offered',
  'another-team',
  'needs-note',
  'needs-time',
  'follow-up-days',
  'follow-up-unspoken',
  'follow-up-no-customer',
  'guide-unspoken',
  'at-first-unspoken',
  'nothing-to-solve',
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
  'who-and-why',
  'reached-or-not',
  'already-closed',
  'already-extended',
  'not-closed',
  'no-right',
  'no-such-work',
  'nobody-there',
  'raised',
  'changed-meanwhile',
  'sent-already',
  'contended',
  'other-window',
  'too-long',
  'full',
  ...CASE_NOT_DONE,
  ...OUTSIDE_NOT_DONE,
  ...COMPENSATION_NOT_DONE,
] as const
export type WorkDone = (typeof WORK_DONE)[number]
export type WorkRefused = (typeof WORK_REFUSED)[number]

const WORDS = bothLanguages<Readonly<Record<WorkDone | WorkRefused, string>>>({
  vi: {
    ...CASE_SAID_WORDS.vi,
    ...OUTSIDE_SAID_WORDS.vi,
    ...COMPENSATION_SAID_WORDS.vi,
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
    'at-first-unspoken': 'Giải quyết xong ngay lần đầu hay không chỉ ghi được khi đã nói chuyện với khách. Chưa có gì được ghi.',
    'nothing-to-solve':
      'Việc này không có gì phải giải quyết cho khách, nên không ghi giải quyết ngay lần đầu. Chưa có gì được ghi.',
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
    closed: 'Đã đóng việc.',
    noted: 'Đã ghi chú, việc vẫn mở.',
    reopened: 'Đã mở lại việc.',
    assigned: 'Đã giao việc.',
    taken: 'Bạn đã nhận việc này.',
    extended: 'Đã gia hạn. Hãy báo khách lý do trước khi hạn cũ hết.',
    'who-and-what': 'Hãy ghi rõ đã làm gì, kết quả thế nào. Chưa có gì được ghi.',
    'who-and-why': 'Hãy ghi rõ lý do. Chưa có gì thay đổi.',
    'sent-already': 'Mẫu này đã được ghi rồi với kết quả hay lời khác; lần này chưa ghi gì, lời bạn viết còn ở bên dưới.',
    raised:
      'Vụ việc đã báo lên trên: chỉ người được báo, hoặc cấp mà vụ việc được báo lên, mới nhận về mình hay giao cho đồng nghiệp khác. Chưa có gì thay đổi.',
    'another-team':
      'Việc này của nhóm khác: nhân viên chỉ nhận, ghi cuộc gọi và đóng việc của nhóm mình. Hãy nhờ trưởng nhóm giao việc này cho nhóm bạn. Chưa có gì được ghi.',
    'which-outcome': 'Hãy chọn cuộc gọi kết thúc thế nào. Chưa có gì được ghi.',
    'not-offered':
      'Mẫu gửi lên có lựa chọn không có trong danh sách. Hãy xem lại các ô đã chọn rồi ghi lần nữa. Chưa có gì được ghi.',
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
    full: 'Việc này không còn chỗ ghi thêm: chỉ còn đóng được, hoặc với vụ việc thì đi tiếp trong một vụ việc mới. Khi khách liên hệ lại, việc mới sẽ được mở.',
  },
  en: {
    ...CASE_SAID_WORDS.en,
    ...OUTSIDE_SAID_WORDS.en,
    ...COMPENSATION_SAID_WORDS.en,
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
    'at-first-unspoken':
      'Whether it was solved at the first contact is noted only when the customer was spoken with. Nothing was written.',
    'nothing-to-solve': 'There is nothing to solve for the customer here, at the first contact or later. Nothing was written.',
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
    raised:
      'The case has gone up: only those who were told of it, or to whose level it went, take it or hand it to another colleague. Nothing was changed.',
    'another-team':
      'This work is of another team: agents take, log and close the work of their own team. Ask a lead to hand it to yours. Nothing was written.',
    'which-outcome': 'Choose how the call ended. Nothing was written.',
    'not-offered':
      'The form came with a choice that it does not offer. Look at what is chosen, and save once more. Nothing was written.',
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
    full: 'There is no room for more: it can only be closed, and a case goes on in a new one. When the customer is in touch again, new work is opened.',
  },
})

export const workSaidInWords = (said: WorkDone | WorkRefused, locale: PageLocale): string => WORDS[locale][said]
