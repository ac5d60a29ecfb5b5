/** The words of the forms on an item's screen: what each act is called, and what it will do to whom before it is done. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const FORM_WORDS = bothLanguages({
  vi: {
    about: (name: string | null) => (name === null ? 'Không về khách nào đã biết.' : `Về 1 khách: ${name}.`),
    record: 'Ghi kết quả',
    note: 'Đã làm gì, kết quả thế nào',
    close: 'Đóng việc',
    onlyNote: 'Chỉ ghi chú, chưa đóng',
    willClose: 'Đóng: việc rời danh sách, kết quả ở lại trong diễn biến cùng tên bạn.',
    willLogCall: 'Ghi: cuộc gọi ở lại trong diễn biến cùng tên bạn. Khảo sát sau cuộc gọi, nếu có, chỉ hỏi khách đã gặp được.',
    desk: 'Ai làm việc này',
    to: 'Giao cho',
    people: 'Nhân viên',
    teams: 'Nhóm',
    everybody: 'mọi người: ai đến trước nhận trước',
    team: (team: string) => `nhóm ${team}`,
    handNote: 'Bàn giao: người nhận cần biết gì (không bắt buộc)',
    hand: 'Giao việc',
    raised:
      'Vụ việc đã báo lên trên: người được báo, hoặc cấp mà vụ việc được báo lên, mới nhận về mình hay giao cho đồng nghiệp khác. Bạn giao được cho họ; đang phụ trách thì còn trả lại được cho nhóm.',
    willHand: 'Việc đứng trong danh sách của người hoặc nhóm được giao. Đồng nghiệp trong nhóm vẫn ghi và đóng được.',
    extend: 'Gia hạn theo luật',
    because: 'Lý do',
    becauseTold: 'Lý do (khách phải được báo)',
    willExtend: (from: string, to: string) =>
      `Hạn làm xong dời từ ${from} sang ${to}, cho mọi yêu cầu trong việc này, chỉ một lần.`,
    extendedAlready: 'Đã gia hạn rồi: luật chỉ cho một lần.',
    noClock: 'Không có quy định nào của nước ấy cho biết hạn của ngày yêu cầu, nên không gia hạn được.',
    reopen: 'Mở lại',
    willReopen: (begin: string, isCall: boolean) =>
      `Việc trở lại danh sách đang mở, phải ${isCall ? 'gọi' : 'bắt đầu'} trước ${begin}. Kết quả đã ghi vẫn ở trong diễn biến.`,
    fullItem: 'Diễn biến đã đầy: việc này không mở lại được. Khi khách liên hệ lại, việc mới sẽ được mở.',
    draft: 'Chữ bạn vừa viết, chưa được ghi:',
  },
  en: {
    about: (name: string | null) =>
      name === null ? 'It is about no customer that is known.' : `It is about 1 customer: ${name}.`,
    record: 'Write what came of it',
    note: 'What was done, and what came of it',
    close: 'Close',
    onlyNote: 'Only note this, leave it open',
    willClose: 'Closing: it leaves the list, and what came of it stays in its history with your name.',
    willLogCall:
      'Saving: the call stays in the history with your name. A survey after the call, if there is one, asks only a customer who was reached.',
    desk: 'Who does it',
    to: 'Hand to',
    people: 'Staff',
    teams: 'Teams',
    everybody: 'everybody: first come, first served',
    team: (team: string) => `team ${team}`,
    handNote: 'Hand-over note: what the new owner should know (may be left empty)',
    hand: 'Hand over',
    raised:
      'The case has gone up: only those who were told of it, or to whose level it went, take it or hand it to another colleague. You may hand it to them; its owner may also give it back to the team.',
    willHand: 'It will stand in the list of that person or team. Colleagues of the team may still log and close it.',
    extend: 'Extend by law',
    because: 'Reason',
    becauseTold: 'Reason (the customer must be told)',
    willExtend: (from: string, to: string) => `To be done moves from ${from} to ${to}, for all requests in this item, once.`,
    extendedAlready: 'It was extended before: the law allows it once.',
    noClock: 'No policy pack gives the clock of the day of the request, so it cannot be extended.',
    reopen: 'Reopen',
    willReopen: (begin: string, isCall: boolean) =>
      `It comes back to the open ones, to be ${isCall ? 'called' : 'begun'} before ${begin}. What was written stays in its history.`,
    fullItem: 'Its history is full: it cannot be reopened. When the customer is in touch again, new work is opened.',
    draft: 'What you have just written, which was not kept:',
  },
})
