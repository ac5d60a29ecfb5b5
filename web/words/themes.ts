/** How themes are said, on the report, on the page of everything heard and on a case. */
import { bothLanguages } from '#web/words/both-languages.ts'

/** What becomes of a correction on the page of everything heard. */
export const THEME_OUTCOMES = ['theme-set', 'no-such-theme', 'no-answer', 'full', 'contended', 'who-and-what', 'failed'] as const
export type ThemeOutcome = (typeof THEME_OUTCOMES)[number]

export const THEME_WORDS = bothLanguages({
  vi: {
    theme: 'Chủ đề',
    themes: 'Chủ đề',
    heading: 'Chủ đề khách nói tới',
    lead: (customers: string) =>
      `Trong kỳ, ${customers} khách có lời để đọc: câu trả lời, thư, cuộc gọi và vụ việc. Mỗi khách tính một lần ở mỗi chủ đề; một khách có thể nói nhiều chủ đề.`,
    columns: ['Chủ đề', 'Khách', 'Tỷ lệ', 'Câu trả lời', 'Thư', 'Cuộc gọi, vụ việc', 'Khách kỳ trước', 'So với kỳ trước'],
    none: 'Trong kỳ này chưa có lời nào của khách để xếp chủ đề.',
    notCounted: 'Kỳ này được tổng hợp trước khi có chủ đề: chưa có dữ liệu.',
    noRules: 'Công ty chưa có tệp campaigns/themes.json, nên lời khách chưa được xếp chủ đề.',
    said: 'Lời mới nhất theo chủ đề',
    more: 'Xem các câu trả lời và thư',
    untaken: 'Cụm từ chưa thuộc chủ đề nào',
    untakenLead: (texts: string) =>
      `Hay gặp trong ${texts} lời mới nhất không khớp quy tắc nào. Nếu đáng theo dõi, thêm vào campaigns/themes.json.`,
    untakenColumns: ['Cụm từ', 'Số lời'],
    correct: 'Sửa chủ đề',
    remove: (theme: string) => `Bỏ “${theme}”`,
    add: 'Thêm chủ đề',
    addNow: 'Thêm',
    noneOfCase: 'Ghi chú và lời khách trong vụ việc này chưa thuộc chủ đề nào.',
    corrected: {
      added: (at: string, who: string, theme: string) => `${who} thêm “${theme}” lúc ${at}`,
      removed: (at: string, who: string, theme: string) => `${who} bỏ “${theme}” lúc ${at}`,
    },
    outcome: {
      'theme-set': 'Đã sửa chủ đề: từ nay theo lời bạn, dù quy tắc nói khác.',
      'no-such-theme': 'Không có chủ đề ấy trong campaigns/themes.json. Chưa có gì được ghi.',
      'no-answer': 'Câu trả lời này không còn nữa. Chưa có gì được ghi.',
      full: 'Câu trả lời này đã được sửa quá nhiều lần: không ghi thêm được.',
      contended: 'Đồng nghiệp đang sửa cùng lúc. Chưa có gì được ghi: hãy thử lại.',
      'who-and-what': 'Không rõ ai đang sửa. Chưa có gì được ghi.',
      failed: 'Chưa sửa được, và người vận hành đã được báo. Hãy thử lại.',
    },
  },
  en: {
    theme: 'Theme',
    themes: 'Themes',
    heading: 'What customers talk about',
    lead: (customers: string) =>
      `Customers of whom there was something to read in the period (answers, mails, calls and cases): ${customers}. Each counts once in a theme, and may talk about several.`,
    columns: [
      'Theme',
      'Customers',
      'Share',
      'Answers',
      'Mails',
      'Calls and cases',
      'Customers before',
      'Since the period before',
    ],
    none: 'Nothing that customers said in this period can be sorted by theme yet.',
    notCounted: 'This period was counted before there were themes: no data.',
    noRules: 'The company has no campaigns/themes.json, so nothing is sorted by theme.',
    said: 'The newest words by theme',
    more: 'Open the answers and mails',
    untaken: 'Words that no theme took',
    untakenLead: (texts: string) =>
      `Frequent in the newest ${texts} texts that no rule takes. What is worth following belongs into campaigns/themes.json.`,
    untakenColumns: ['Words', 'Texts'],
    correct: 'Correct the themes',
    remove: (theme: string) => `Remove “${theme}”`,
    add: 'Add a theme',
    addNow: 'Add',
    noneOfCase: 'No theme in the notes of this case and what the customer said in it.',
    corrected: {
      added: (at: string, who: string, theme: string) => `${who} added “${theme}” at ${at}`,
      removed: (at: string, who: string, theme: string) => `${who} removed “${theme}” at ${at}`,
    },
    outcome: {
      'theme-set': 'The theme is corrected: your word holds, whatever the rules say.',
      'no-such-theme': 'There is no such theme in campaigns/themes.json. Nothing was written.',
      'no-answer': 'This answer is gone. Nothing was written.',
      full: 'This answer was corrected too often: there is no room for more.',
      contended: 'Colleagues correct it at the same moment. Nothing was written: try again.',
      'who-and-what': 'It is not known who corrects it. Nothing was written.',
      failed: 'It could not be corrected, and an operator has been told. Try again.',
    },
  },
})
