/** What becomes of the forms with which staff work on a case, merge it, add a file and correct its themes. */
import { CASE_REFUSALS } from '#core/work/case/case-act.ts'
import { FILE_REFUSALS, LARGEST_FILE, MOST_FILES } from '#core/work/case/case-file.ts'
import { MERGE_REFUSALS } from '#core/work/case/merging.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenSize } from '#web/words/files.ts'

export const CASE_DONE = [
  'case-moved',
  'case-described',
  'case-graded',
  'case-waits',
  'case-heard',
  'case-wrote',
  'case-escalated',
  'case-handed-back',
  'case-merged',
  'case-goes-on',
  'theme-set',
  'file-added',
] as const
export const CASE_NOT_DONE = [
  ...CASE_REFUSALS,
  ...MERGE_REFUSALS,
  ...FILE_REFUSALS,
  'no-case',
  'not-full',
  'no-such-theme',
] as const

export const CASE_SAID_WORDS = bothLanguages<
  Readonly<Record<(typeof CASE_DONE)[number] | (typeof CASE_NOT_DONE)[number], string>>
>({
  vi: {
    'case-moved': 'Vụ việc đã chuyển bước.',
    'case-described': 'Đã ghi vụ việc là về điều gì.',
    'case-graded': 'Đã đổi mức: các hạn tính lại theo mức mới.',
    'case-waits': 'Đã ghi: chờ khách trả lời. Hạn giải quyết dừng cho đến khi khách trả lời.',
    'case-heard': 'Đã ghi lời khách. Các hạn chạy tiếp.',
    'case-wrote': 'Đã ghi: đã viết cho khách.',
    'case-escalated': 'Đã báo lên trên.',
    'case-handed-back': 'Đã giao lại.',
    'case-merged': 'Đã gộp: vụ việc này đã đóng, khách chờ trả lời ở vụ việc trước.',
    'case-goes-on': 'Vụ việc này đã đóng và đi tiếp trong một vụ việc mới: liên kết đứng ở mục Vụ việc.',
    'not-full': 'Diễn biến vụ việc này còn chỗ: hãy làm tiếp ở đây. Chưa có gì được ghi.',
    'theme-set': 'Đã sửa chủ đề: từ nay theo lời bạn, dù quy tắc nói khác.',
    'no-such-theme': 'Không có chủ đề ấy trong campaigns/themes.json. Chưa có gì được ghi.',
    'file-added': 'Tệp đã nằm trong vụ việc.',
    'no-file': 'Hãy chọn một ảnh hoặc tệp. Chưa có gì được ghi; chữ bạn viết còn trong ô.',
    'file-empty': 'Tệp này trống (0 byte). Chưa có gì được ghi; chữ bạn viết còn trong ô.',
    'file-too-large': `Tệp lớn hơn ${writtenSize(LARGEST_FILE, 'vi')}. Hãy chọn ảnh nhỏ hơn, ví dụ ảnh tải về từ Zalo. Chưa có gì được ghi; chữ bạn viết còn trong ô.`,
    'file-of-other-type':
      'Chỉ nhận ảnh JPEG, PNG, WebP, HEIC và tệp PDF; tệp này không phải loại nào trong số đó, dù tên có ghi như vậy. Chưa có gì được ghi; chữ bạn viết còn trong ô.',
    'too-many-files': `Vụ việc đã có nhiều tệp (nhiều nhất ${MOST_FILES}). Tệp này chưa được giữ; chữ bạn viết còn trong ô.`,
    'no-case': 'Việc này không phải vụ việc.',
    'which-step': 'Hãy chọn bước. Chưa có gì thay đổi.',
    'already-there': 'Vụ việc đang như vậy rồi, hoặc đã lên cao hơn. Chưa có gì thay đổi.',
    'needs-words': 'Hãy ghi vài lời. Chưa có gì thay đổi.',
    'needs-reason':
      'Ghi như vậy thì vụ việc không còn là khiếu nại, hoặc nhẹ hơn: hãy ghi vì sao. Chưa có gì được ghi; chữ bạn viết còn trong ô.',
    'no-such-category': 'Hãy chọn một loại vụ việc trong danh sách. Chưa có gì được ghi.',
    'needs-category': 'Muốn đề xuất giải pháp thì phải chọn loại vụ việc trước. Chưa chuyển bước.',
    'fields-missing': 'Loại vụ việc này còn thiếu thông tin bắt buộc: hãy ghi đủ rồi chuyển bước. Chưa chuyển bước.',
    'unfit-field':
      'Có ô chưa đúng: ngày ghi như 2027-03-09, mã số thuế 10, 13 hoặc 12 chữ số, các ô khác nhiều nhất 300 ký tự. Chưa có gì được ghi.',
    'which-severity': 'Hãy chọn mức. Chưa có gì thay đổi.',
    'which-level': 'Hãy chọn báo lên ai. Chưa có gì thay đổi.',
    'no-other-case': 'Hãy chọn một vụ việc đang mở khác của chính khách này. Chưa gộp.',
    'newer-case': 'Vụ việc kia mở sau vụ việc này: hãy gộp vụ việc kia vào đây. Chưa gộp.',
    'reopened-since':
      'Vụ việc kia được mở lại sau khi có vụ việc này, nên các hạn của nó muộn hơn: hãy xử lý riêng từng vụ việc. Chưa gộp.',
    'less-grave-case': 'Vụ việc kia ở mức nhẹ hơn: hãy đổi mức của nó trước. Chưa gộp.',
    'no-complaint': 'Đây là khiếu nại mà vụ việc kia thì không: hãy ghi vụ việc kia là khiếu nại trước. Chưa gộp.',
    'department-asked-about-it': 'Đang chờ bộ phận trả lời cho vụ việc này: hãy rút câu hỏi hoặc chờ trả lời trước. Chưa gộp.',
    'not-escalated': 'Vụ việc chưa được báo lên trên nên không có gì để giao lại.',
    'only-above': 'Chỉ người được báo, hoặc cấp mà vụ việc được báo lên, mới giao lại được.',
    'not-proposed': 'Khiếu nại chưa đóng được: chưa có đề xuất cho khách. Hãy chuyển sang bước theo dõi và ghi đề xuất.',
    'not-asked-enough':
      'Khiếu nại chưa đóng được khi khách chưa xác nhận: hãy hỏi khách thêm, mỗi lần ghi ở mục chờ khách trả lời.',
  },
  en: {
    'case-moved': 'Moved.',
    'case-described': 'What it is about is noted.',
    'case-graded': 'The severity is changed, and the clocks with it.',
    'case-waits': 'Noted: the customer is waited for. The time to solve it stands still until they answer.',
    'case-heard': 'What the customer said is noted. The clocks run on.',
    'case-wrote': 'Noted: the customer was written to.',
    'case-escalated': 'Taken up.',
    'case-handed-back': 'Handed back down.',
    'case-merged': 'It is part of the earlier case now and closed; the customer waits for an answer there.',
    'case-goes-on': 'This case is closed and goes on in a new one: the link stands under Case.',
    'not-full': 'The history of this case has room: go on here. Nothing was noted.',
    'theme-set': 'The theme is corrected: your word holds, whatever the rules say.',
    'no-such-theme': 'There is no such theme in campaigns/themes.json. Nothing was written.',
    'file-added': 'The file is in the case.',
    'no-file': 'Choose a photo or a file. Nothing was written; what you typed is still in its field.',
    'file-empty': 'This file is empty (0 bytes). Nothing was written; what you typed is still in its field.',
    'file-too-large': `The file is larger than ${writtenSize(LARGEST_FILE, 'en')}. Choose a smaller picture, such as one saved from Zalo. Nothing was written; what you typed is still in its field.`,
    'file-of-other-type':
      'Photos as JPEG, PNG, WebP or HEIC and files as PDF are taken; this one is none of them, whatever its name says. Nothing was written; what you typed is still in its field.',
    'too-many-files': `The case has as many files as it may have (${MOST_FILES}). This one was not kept; what you typed is still in its field.`,
    'no-case': 'This work is no case.',
    'which-step': 'Choose the step. Nothing has changed.',
    'already-there': 'It is so already, or has gone further up. Nothing has changed.',
    'needs-words': 'Write a few words. Nothing has changed.',
    'needs-reason':
      'So it is no complaint any more, or less grave: write why. Nothing was written; what you typed is still in its field.',
    'no-such-category': 'Choose a category of the list. Nothing was written.',
    'needs-category': 'A proposal needs a category: choose it first. It was not moved.',
    'fields-missing': 'What its category asks for is not complete: fill it in first. It was not moved.',
    'unfit-field':
      'A field is not right: days are written like 2027-03-09, a tax code has 10, 13 or 12 digits, other fields at most 300 characters. Nothing was written.',
    'which-severity': 'Choose the severity. Nothing has changed.',
    'which-level': 'Choose to whom it goes up. Nothing has changed.',
    'no-other-case': 'Choose another open case of the same customer. Nothing was merged.',
    'newer-case': 'The other case is the newer one: merge that one into this. Nothing was merged.',
    'reopened-since':
      'The other case was opened again after this one came in, so its times are later: work on each by itself. Nothing was merged.',
    'less-grave-case': 'The other case is less grave: change its severity first. Nothing was merged.',
    'no-complaint': 'This is a complaint and the other case is none: describe that one as a complaint first. Nothing was merged.',
    'department-asked-about-it':
      'A department was asked about this case: withdraw the question or wait for the answer first. Nothing was merged.',
    'not-escalated': 'It has not gone up, so there is nothing to hand back.',
    'only-above': 'Only those who were told of it, or to whose level it went up, hand it back.',
    'not-proposed': 'A complaint is not closed without a proposal: move it to the step “follow up”, and write the proposal.',
    'not-asked-enough':
      'A complaint is not closed without the customer’s word until they were asked often enough: note each time that you wait for them.',
  },
})
