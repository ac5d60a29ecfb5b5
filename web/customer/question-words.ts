/** What the page of a question to a department says. */
import { LONGEST_NAME } from '#core/campaign/staff-text.ts'
import { LARGEST_FILE } from '#core/work/case/case-file.ts'
import { LONGEST_DEPARTMENT_ANSWER } from '#core/work/case/question-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenSize } from '#web/words/files.ts'

const [ANSWER_VI, ANSWER_EN] = ['vi', 'en'].map((locale) => new Intl.NumberFormat(locale).format(LONGEST_DEPARTMENT_ANSWER))

export const QUESTION_PAGE_WORDS = bothLanguages({
  vi: {
    title: (department: string) => `Câu hỏi gửi bộ phận ${department}`,
    closedTitle: 'Câu hỏi đã khép lại',
    holder: (name: string, department: string) => `Liên kết này là của ${name}, bộ phận ${department}.`,
    others: 'Anh/chị là đồng nghiệp thì vẫn trả lời thay được: xin ghi tên mình vào ô bên dưới.',
    asks: (who: string) => `${who} hỏi:`,
    staff: 'Bộ phận chăm sóc khách hàng',
    stands: (stands: string) => `Hiện tại: ${stands}.`,
    acceptedBy: (who: string) => `Người tiếp nhận: ${who}.`,
    promise: 'Hẹn trả lời trước lúc nào?',
    noLater:
      'Khách đang chờ, nên không hẹn muộn hơn được. Nếu cần lâu hơn, xin chọn giờ cuối và trả lời bằng điều đã biết đến lúc ấy.',
    colleague: (name: string) => `Trả lời thay ${name}? Tên anh/chị`,
    optional: 'nếu đúng',
    accept: 'Tiếp nhận',
    answer: 'Câu trả lời',
    yourAnswer: 'Câu trả lời của anh/chị',
    once: 'Câu trả lời được ghi vào vụ việc và chỉ gửi một lần.',
    send: 'Gửi câu trả lời',
    kept: 'Nội dung anh/chị vừa viết, chưa được ghi nhận',
    wouldAccept: (at: string) => `Hẹn trả lời trước ${at}.`,
    wouldSend: 'Câu trả lời sẽ được gửi:',
    ended: {
      answered: 'Câu hỏi này đã có câu trả lời. Cảm ơn anh/chị.',
      withdrawn: 'Bộ phận chăm sóc khách hàng đã rút câu hỏi này hoặc hỏi người khác. Anh/chị không cần làm gì thêm.',
      over: 'Vụ việc đã đóng. Anh/chị không cần trả lời nữa.',
    },
    refused: {
      'which-promise': 'Chưa tiếp nhận: xin chọn giờ hẹn trả lời.',
      'promise-past': 'Chưa tiếp nhận: giờ hẹn đã qua. Xin chọn giờ khác.',
      'promise-too-far': 'Chưa tiếp nhận: giờ hẹn muộn hơn lúc khách có thể chờ. Xin chọn giờ khác.',
      'needs-answer': 'Chưa gửi: xin viết câu trả lời.',
      'answer-too-long': `Chưa gửi: câu trả lời nhiều nhất ${ANSWER_VI} ký tự. Nội dung anh/chị viết vẫn còn ở dưới.`,
      'colleague-too-long': `Chưa gửi: tên nhiều nhất ${LONGEST_NAME} ký tự. Nội dung anh/chị viết vẫn còn ở dưới.`,
      'accepted-already': 'Câu hỏi đã được tiếp nhận trước đó: giờ hẹn có ở bên dưới. Lần bấm này không thay đổi gì.',
      'not-accepted': 'Chưa gửi: xin tiếp nhận câu hỏi trước.',
      'answered-already':
        'Câu hỏi đã được trả lời trước đó, nên lần gửi này không được ghi nhận. Cần nói thêm thì xin gọi hay viết cho bộ phận chăm sóc khách hàng.',
      'no-file': 'Chưa gửi: xin chọn ảnh hoặc tệp. Nội dung anh/chị viết vẫn còn ở dưới.',
      'file-empty': 'Chưa gửi: tệp này trống (0 byte). Nội dung anh/chị viết vẫn còn ở dưới.',
      'file-too-large': `Chưa gửi: tệp lớn hơn ${writtenSize(LARGEST_FILE, 'vi')}. Xin chọn ảnh nhỏ hơn, hoặc gửi ảnh qua Zalo cho người hỏi. Nội dung anh/chị viết vẫn còn ở dưới.`,
      'file-of-other-type':
        'Chưa gửi: chỉ nhận ảnh JPEG, PNG, WebP, HEIC và tệp PDF; tệp này không phải loại nào trong số đó, dù tên có ghi như vậy. Nội dung anh/chị viết vẫn còn ở dưới.',
      'too-many-files':
        'Chưa gửi: vụ việc không nhận thêm tệp. Xin gửi câu trả lời không kèm tệp. Nội dung anh/chị viết vẫn còn ở dưới.',
      'choose-again':
        'Chưa gửi: có phần mềm quét thư tự bấm nút nên đôi khi chúng tôi phải hỏi lại. Xin đợi một phút, chọn lại ảnh rồi bấm gửi. Nội dung anh/chị viết vẫn còn ở dưới.',
      withdrawn: 'Lần bấm này không được ghi nhận: câu hỏi đã được rút.',
      over: 'Lần bấm này không được ghi nhận: vụ việc đã đóng.',
      contended: 'Vụ việc đang thay đổi, nên chưa ghi nhận được. Xin bấm lại.',
    },
  },
  en: {
    title: (department) => `A question for ${department}`,
    closedTitle: 'This question is closed',
    holder: (name, department) => `This link is that of ${name}, ${department}.`,
    others: 'A colleague may answer in their place: please write your name in the field below.',
    asks: (who) => `${who} asks:`,
    staff: 'Customer care',
    stands: (stands) => `At present: ${stands}.`,
    acceptedBy: (who) => `Accepted by ${who}.`,
    promise: 'When will you answer at the latest?',
    noLater:
      'The customer is waiting, so no later time can be promised. If you need longer, choose the last one, and answer by then with what you know.',
    colleague: (name) => `Answering for ${name}? Your name`,
    optional: 'if so',
    accept: 'Accept',
    answer: 'The answer',
    yourAnswer: 'Your answer',
    once: 'Your answer goes into the case, and can be sent once.',
    send: 'Send the answer',
    kept: 'What you have just written, not recorded',
    wouldAccept: (at) => `The answer is promised before ${at}.`,
    wouldSend: 'The answer that will be sent:',
    ended: {
      answered: 'This question has been answered. Thank you.',
      withdrawn: 'Customer care has withdrawn this question, or asked another person. There is nothing left for you to do.',
      over: 'The case is closed. No answer is needed any more.',
    },
    refused: {
      'which-promise': 'Not accepted yet: please choose when you will answer.',
      'promise-past': 'Not accepted yet: that time is over. Please choose another.',
      'promise-too-far': 'Not accepted yet: that is later than the customer can wait. Please choose another time.',
      'needs-answer': 'Not sent yet: please write an answer.',
      'answer-too-long': `Not sent yet: please use no more than ${ANSWER_EN} characters. What you wrote stands below.`,
      'colleague-too-long': `Not sent yet: a name has at most ${LONGEST_NAME} characters. What you wrote stands below.`,
      'accepted-already': 'The question was accepted before: the promised time stands below. This press has changed nothing.',
      'not-accepted': 'Not sent yet: please accept the question first.',
      'answered-already':
        'The question was answered before, so this answer has not been recorded. If there is more to say, please call or write to customer care.',
      'no-file': 'Not sent yet: please choose a photo or a file. What you wrote stands below.',
      'file-empty': 'Not sent yet: this file is empty (0 bytes). What you wrote stands below.',
      'file-too-large': `Not sent yet: the file is larger than ${writtenSize(LARGEST_FILE, 'en')}. Please choose a smaller picture, or send it by Zalo to whoever asked. What you wrote stands below.`,
      'file-of-other-type':
        'Not sent yet: photos as JPEG, PNG, WebP or HEIC and files as PDF are taken; this one is none of them, whatever its name says. What you wrote stands below.',
      'too-many-files':
        'Not sent yet: the case takes no more files. Please send the answer without one. What you wrote stands below.',
      'choose-again':
        'Not sent yet: some mail scanners press buttons by themselves, so we sometimes have to ask again. Please wait a minute, choose the photo again, and send. What you wrote stands below.',
      withdrawn: 'This press has not been recorded: the question was withdrawn.',
      over: 'This press has not been recorded: the case is closed.',
      contended: 'The case is changing at this moment, so nothing has been recorded. Please press again.',
    },
  },
})
