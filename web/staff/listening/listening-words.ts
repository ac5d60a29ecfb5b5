/** The words of the page of everything heard, in both languages. */
import type { ScoreBand } from '#core/campaign/survey-definition.ts'
import type { ListeningShow } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

type Shows = Readonly<Record<ListeningShow, string>>
type Bands = Readonly<Record<ScoreBand, string>>

export const LISTENING_WORDS = bothLanguages({
  vi: {
    title: 'Lắng nghe',
    lead: 'Mọi câu trả lời và thư của khách, mới nhất trước. Câu trả lời bằng thư đứng ở dòng của thư ấy.',
    showLabel: 'Nghe được gì',
    shows: {
      all: 'Tất cả',
      answers: 'Câu trả lời',
      replies: 'Thư của khách',
      complaints: 'Khiếu nại',
      requests: 'Yêu cầu',
      stops: 'Xin ngừng nhận',
      unmatched: 'Không rõ của ai',
    } as Shows,
    campaign: 'Chiến dịch',
    survey: 'Khảo sát',
    reply: 'Thư là',
    band: 'Điểm',
    bands: { low: 'thấp', middle: 'trung bình', high: 'cao' } as Bands,
    any: 'tất cả',
    suspects: 'Lượt nghi là máy bấm',
    without: 'không kể',
    from: 'Từ ngày',
    to: 'Đến ngày',
    filter: 'Lọc',
    clear: 'Bỏ lọc',
    columns: ['Lúc', 'Khách hàng', 'Là gì', 'Lời của khách', 'Về'],
    nobody: 'không rõ của ai',
    none: {
      all: (since: string) =>
        `Từ ${since} chưa nghe được gì. Câu trả lời khảo sát và thư khách gửi lại sẽ đứng ở đây, mới nhất trước.`,
      narrowed: (since: string) =>
        `Từ ${since} không có gì đúng với bộ lọc này. Câu trả lời và thư đúng với bộ lọc sẽ đứng ở đây.`,
    },
    since: (day: string) => `Đã xem đến ngày ${day}.`,
    older:
      'Trước đó, lời khách viết và thư đã được xóa theo hạn lưu. Điểm của các câu trả lời cũ hơn vẫn còn ở trang của dịp và của khách.',
    work: 'Việc',
  },
  en: {
    title: 'Listening',
    lead: 'All answers and mails of customers, newest first. An answer by mail stands at that mail.',
    showLabel: 'What was heard',
    shows: {
      all: 'Everything',
      answers: 'Answers',
      replies: 'Mails',
      complaints: 'Complaints',
      requests: 'Requests',
      stops: 'Asked to stop',
      unmatched: 'Of nobody known',
    } as Shows,
    campaign: 'Campaign',
    survey: 'Survey',
    reply: 'Mail is',
    band: 'Score',
    bands: { low: 'low', middle: 'middle', high: 'high' } as Bands,
    any: 'all',
    suspects: 'What looks like a machine',
    without: 'without it',
    from: 'From',
    to: 'To',
    filter: 'Filter',
    clear: 'Clear the filter',
    columns: ['At', 'Customer', 'What', 'In their words', 'About'],
    nobody: 'of nobody known',
    none: {
      all: (since: string) =>
        `Nothing was heard since ${since}. Answers to surveys, and mails that customers send back, will stand here, newest first.`,
      narrowed: (since: string) => `Nothing since ${since} fits this filter. Answers and mails that fit it will stand here.`,
    },
    since: (day: string) => `Looked back to ${day}.`,
    older:
      'Before that, what customers wrote and their mails were deleted when their time was over. The scores of older answers stay on the pages of the occurrence and of the customer.',
    work: 'Work',
  },
})
