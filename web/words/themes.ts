/** How themes are said, on the report, on the page of everything heard and on a case. */
import { bothLanguages } from '#web/words/both-languages.ts'

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
  },
})
