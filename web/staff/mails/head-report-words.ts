/** What the report by mail says besides the figures. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const HEAD_REPORT_WORDS = bothLanguages({
  vi: { open: 'Mở báo cáo', privacy: 'Thư này chỉ có số liệu, không có tên khách hàng. Tải CSV và Excel ở cuối trang báo cáo.' },
  en: {
    open: 'Open the report',
    privacy: 'This mail holds figures and no names of customers. CSV and Excel stand at the end of the report’s page.',
  },
})
