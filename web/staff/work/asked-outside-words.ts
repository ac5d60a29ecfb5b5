/** What becomes of mails to the customer of a case, and of questions to departments. */
import { LETTER_REFUSALS, LONGEST_LETTER, LONGEST_SUBJECT } from '#core/work/case/letter-text.ts'
import { MOST_OPEN_QUESTIONS, QUESTION_REFUSALS } from '#core/work/case/question-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const OUTSIDE_DONE = ['mail-on-its-way', 'department-asked', 'question-withdrawn', 'department-noted'] as const
export const OUTSIDE_NOT_DONE = [
  ...LETTER_REFUSALS,
  'nobody-to-write-to',
  'no-address',
  'address-stopped',
  'no-mail-words',
  'not-proposed-yet',
  ...QUESTION_REFUSALS,
] as const

export const OUTSIDE_SAID_WORDS = bothLanguages<
  Readonly<Record<(typeof OUTSIDE_DONE)[number] | (typeof OUTSIDE_NOT_DONE)[number], string>>
>({
  vi: {
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
    'department-asked': 'Đã hỏi bộ phận: thư kèm liên kết đang được gửi, câu trả lời sẽ về vụ việc này.',
    'question-withdrawn': 'Đã rút câu hỏi: liên kết trong thư không dùng được nữa.',
    'department-noted': 'Đã ghi câu trả lời của bộ phận.',
    'which-department': 'Hãy chọn một bộ phận có trong danh sách. Chưa hỏi ai.',
    'which-addressee': 'Người ấy không còn trong bộ phận. Hãy chọn người khác. Chưa hỏi ai.',
    'needs-question': 'Hãy viết câu hỏi. Chưa hỏi ai.',
    'too-many-questions': `Vụ việc đang có ${MOST_OPEN_QUESTIONS} câu hỏi chưa trả lời: hãy rút bớt trước. Chưa hỏi ai.`,
    'which-question': 'Hãy chọn câu hỏi. Chưa có gì được ghi.',
    'question-closed': 'Câu hỏi ấy đã khép lại: xem diễn biến. Chưa có gì được ghi.',
  },
  en: {
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
    'department-asked': 'The department is asked: the mail with its link is on its way, and the answer comes into this case.',
    'question-withdrawn': 'The question is withdrawn: the link in the mail works no more.',
    'department-noted': 'The answer of the department is noted.',
    'which-department': 'Choose a department of the list. Nobody was asked.',
    'which-addressee': 'That person is in the department no more. Choose another. Nobody was asked.',
    'needs-question': 'Write the question. Nobody was asked.',
    'too-many-questions': `${MOST_OPEN_QUESTIONS} questions of this case are open: withdraw one first. Nobody was asked.`,
    'which-question': 'Choose the question. Nothing was written.',
    'question-closed': 'That question is closed: see the history. Nothing was written.',
  },
})
