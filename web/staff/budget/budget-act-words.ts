/** What the acts on a budget do, what they are called, and why one is refused. */
import { LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { LONGEST_TITLE, MOST_ADDED } from '#core/planned-budget/by-hand.ts'
import type { PlanRefusal } from '#core/planned-budget/plan-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

type Refusals = Readonly<
  Record<
    PlanRefusal | 'overlaps' | 'locking-now' | 'no-such-campaign' | 'no-such-budget' | 'not-permitted' | 'books-open',
    string
  >
>

export const BUDGET_ACT_WORDS = bothLanguages({
  vi: {
    becomes: {
      propose: ['Ban giám đốc nhận thư và thấy ngân sách này chờ duyệt.', 'Không sửa khoản nào được nữa, trừ khi bị trả lại.'],
      return: ['Trưởng phòng chăm sóc nhận thư cùng lý do của bạn, sửa rồi trình lại.', 'Bản này vẫn được giữ để xem lại.'],
      approve: [
        'Đúng bản số này được duyệt: có ai đổi một số trước khi bạn bấm thì việc duyệt bị từ chối.',
        'Trưởng phòng chăm sóc nhận thư; ngân sách chờ được chốt.',
      ],
      lock: [
        'Số tiền không đổi được nữa.',
        'Từ đây, lập danh sách giữ chỗ và dịp khép lại ghi số đã tốn vào ngân sách này, từng lô thư và từng lượt gọi.',
        'Không khách nào bị bỏ qua vì ngân sách này: chỉ `budget` trong tệp của chiến dịch mới dừng chiến dịch.',
      ],
      change: ['Số này thay cho số đã tính, lý do của bạn đứng bên cạnh.', 'Dự phòng, thuế và tổng cộng được tính lại.'],
      computed: ['Khoản này trở lại số đã tính.', 'Dự phòng, thuế và tổng cộng được tính lại.'],
      add: ['Khoản này được cộng vào ngân sách, lý do của bạn đứng bên cạnh.', 'Dự phòng, thuế và tổng cộng được tính lại.'],
      remove: ['Khoản đã thêm này được bỏ đi.', 'Dự phòng, thuế và tổng cộng được tính lại.'],
      explain: ['Lời của bạn đứng cạnh chênh lệch này, ở đây và trên báo cáo.'],
    },
    titles: {
      change: 'Sửa khoản này',
      computed: 'Lấy lại số đã tính',
      add: 'Thêm khoản này',
      remove: 'Bỏ khoản này',
      explain: 'Giải trình chênh lệch',
    },
    notYet: {
      propose: 'Chỉ trình được bản nháp hoặc bản bị trả lại.',
      return: 'Chỉ trả lại được ngân sách đã trình hoặc đã duyệt, trước khi chốt.',
      approve: 'Chỉ duyệt được ngân sách đã trình.',
      lock: 'Chỉ chốt được ngân sách đã duyệt.',
    },
    finish: 'Việc chốt bị đứt giữa chừng: hãy chốt lần nữa để mở sổ cho từng chiến dịch.',
    refused: {
      stale: 'Ngân sách đã đổi từ lúc bạn mở trang này, nên chưa có gì được làm. Hãy xem bản mới rồi quyết định.',
      'wrong-state': 'Ngân sách đang ở bước khác, nên việc này không làm được.',
      'same-person': 'Người trình không tự duyệt: cần một người khác.',
      'no-reason': 'Hãy cho biết vì sao. Chưa có gì thay đổi.',
      'too-long': `Lý do dài quá ${LONGEST_REASON} ký tự hoặc tên khoản dài quá ${LONGEST_TITLE} ký tự. Chưa có gì thay đổi.`,
      'no-such-line': 'Không có khoản này, hoặc khoản này đã đúng số ấy rồi. Chưa có gì thay đổi.',
      'bad-amount': 'Số tiền phải là số nguyên, không âm và không quá lớn. Chưa có gì thay đổi.',
      'no-title': 'Hãy ghi khoản này là gì. Chưa có gì thay đổi.',
      'too-many-lines': `Khoản này đã được thêm rồi, hoặc đã có ${MOST_ADDED} khoản thêm. Chưa có gì thay đổi.`,
      overlaps: 'Một ngân sách khác đã chốt có chung ngày với kỳ này: tiền sẽ bị ghi hai lần, nên không chốt được.',
      'locking-now': 'Một ngân sách đang được chốt ngay lúc này. Chưa có gì thay đổi: hãy thử lại sau vài phút.',
      'no-such-campaign': 'Không có chiến dịch hay khoản này. Chưa có gì thay đổi.',
      'no-such-budget': 'Không có ngân sách này.',
      'not-permitted': 'Vai trò của bạn không làm được việc này.',
      'books-open': 'Ngân sách đã chốt rồi: không có gì để làm.',
    } satisfies Refusals,
  },
  en: {
    becomes: {
      propose: ['The directors get a mail and see the budget wait for them.', 'No line can be changed, unless it is returned.'],
      return: [
        'The head of care gets a mail with your reason, changes it and proposes it again.',
        'This version is kept to be looked at.',
      ],
      approve: [
        'This very version is approved: if a figure changes before you press the button, the approval is refused.',
        'The head of care gets a mail; the budget waits to be locked.',
      ],
      lock: [
        'Amounts can no longer be changed.',
        'From now on planning reserves and closing books against this budget, for each batch of mails and each call.',
        'It stops no customer’s mail: only the `budget` in a campaign’s file stops a campaign.',
      ],
      change: ['It takes the place of what was computed; your reason stands beside it.', 'Contingency, tax and total follow.'],
      computed: ['The line is again what was computed.', 'Contingency, tax and total follow.'],
      add: ['The line is added to the budget; your reason stands beside it.', 'Contingency, tax and total follow.'],
      remove: ['The added line is taken away.', 'Contingency, tax and total follow.'],
      explain: ['Your words stand beside this difference, here and on the report.'],
    },
    titles: {
      change: 'Change this line',
      computed: 'Back to what was computed',
      add: 'Add this line',
      remove: 'Take this line away',
      explain: 'Explain the difference',
    },
    notYet: {
      propose: 'Only a draft, or a budget that was returned, can be proposed.',
      return: 'Only a proposed or approved budget can be returned, before it is locked.',
      approve: 'Only a proposed budget can be approved.',
      lock: 'Only an approved budget can be locked.',
    },
    finish: 'Locking broke off in the middle: lock it once more, so that every campaign has its book.',
    refused: {
      stale: 'The budget has changed since you opened this page, so nothing was done. Look at the new version, then decide.',
      'wrong-state': 'The budget is at another step, so this cannot be done.',
      'same-person': 'Who proposed it does not approve it: another person is needed.',
      'no-reason': 'Say why. Nothing was changed.',
      'too-long': `The reason is longer than ${LONGEST_REASON} characters, or the name of the line longer than ${LONGEST_TITLE}. Nothing was changed.`,
      'no-such-line': 'There is no such line, or it has this amount already. Nothing was changed.',
      'bad-amount': 'The amount must be a whole number, not below zero and not too large. Nothing was changed.',
      'no-title': 'Say what the line is for. Nothing was changed.',
      'too-many-lines': `The line was added already, or there are ${MOST_ADDED} added lines. Nothing was changed.`,
      overlaps: 'Another locked budget has days of this period: money would be booked twice, so it cannot be locked.',
      'locking-now': 'A budget is being locked at this very moment. Nothing was changed: try again in some minutes.',
      'no-such-campaign': 'There is no such campaign or item. Nothing was changed.',
      'no-such-budget': 'There is no such budget.',
      'not-permitted': 'Your role cannot do this.',
      'books-open': 'The budget is locked already: there is nothing to do.',
    },
  },
})

export type BudgetRefusedWord = keyof Refusals
