/** The words of the report's pages, in both languages. What the head writes and hands in has its own (report-act-words.ts). */
import type { NoReport } from '#core/report/report-view.ts'
import { REPORT_FIGURE_WORDS } from '#web/staff/report/report-figure-words.ts'
import { REPORT_SECTION_WORDS } from '#web/staff/report/report-section-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'

const DAYS = ['day', 'days'] as const

const PAGE_WORDS = bothLanguages({
  vi: {
    title: 'Báo cáo',
    heading: (period: string) => `Báo cáo chăm sóc khách hàng: ${period}`,
    made: (at: string) => `Số liệu tổng hợp lúc ${at}.`,
    kinds: 'Kỳ báo cáo',
    earlier: 'Kỳ trước',
    later: 'Kỳ sau',
    segment: 'Phần xem',
    show: 'Xem',
    print: 'In trang này, hoặc lưu thành PDF, bằng lệnh in của trình duyệt.',
    noSuchPart: (what: string) => `Không có kỳ hay phần nào tên “${what}”.`,
    unknown: (what: string) => `Không có kỳ hay phần nào tên “${what}”. Đang xem kỳ gần nhất đã trọn.`,
    notOver: 'chưa hết kỳ',
    exceptions: 'Cần chú ý trước',
    nothingWrong: 'Không có gì bất thường trong kỳ này.',
    recurring: 'Phản ánh lặp lại, cách xử lý, báo cho khách',
    headline: 'Các chỉ số chính',
    files: 'Tải về',
    csv: 'CSV',
    xlsx: 'Excel (mọi bảng)',
    picture: 'Ảnh tóm tắt cho nhóm lãnh đạo',
    data: 'Bảng số liệu',
    chartNone: 'Chưa đủ số liệu để vẽ.',
    nothing: {
      'before-first-data': 'Kỳ này ở trước khi hệ thống có dữ liệu.',
      'not-begun': 'Kỳ này chưa bắt đầu.',
      'not-rolled-up': 'Kỳ này chưa được tổng hợp. Việc tổng hợp chạy mỗi đêm.',
    } as Readonly<Record<NoReport, string>>,
    nothingNarrowed: 'Không có gì về phần này trong kỳ, hoặc phần này chưa được tổng hợp.',
    daysMissing: 'Các ngày còn thiếu',
    countOfDays: (count: number) => `${count} ngày`,
  },
  en: {
    title: 'Report',
    heading: (period) => `Customer care report: ${period}`,
    made: (at) => `Figures made at ${at}.`,
    kinds: 'Kind of period',
    earlier: 'Period before',
    later: 'Period after',
    segment: 'Part',
    show: 'Show',
    print: 'Print this page, or save it as PDF, with the browser’s own print command.',
    noSuchPart: (what) => `There is no period or part called “${what}”.`,
    unknown: (what) => `There is no period or part called “${what}”. This is the last whole period.`,
    notOver: 'not over',
    exceptions: 'Look at this first',
    nothingWrong: 'Nothing out of the ordinary in this period.',
    recurring: 'Complaints that recur, what to do, telling customers',
    headline: 'Main figures',
    files: 'Download',
    csv: 'CSV',
    xlsx: 'Excel (all tables)',
    picture: 'Picture of the summary for the leaders’ group',
    data: 'Table of the data',
    chartNone: 'Too little to draw.',
    nothing: {
      'before-first-data': 'This period lies before the system had any data.',
      'not-begun': 'This period has not begun.',
      'not-rolled-up': 'This period is not rolled up yet. That is done every night.',
    },
    nothingNarrowed: 'There is nothing about this part in the period, or it is not rolled up yet.',
    daysMissing: 'Days that are missing',
    countOfDays: (count) => numberOf(count, DAYS),
  },
})

/** With those of its figures and of its sections. */
export const REPORT_WORDS = {
  vi: { ...PAGE_WORDS.vi, ...REPORT_FIGURE_WORDS.vi, ...REPORT_SECTION_WORDS.vi },
  en: { ...PAGE_WORDS.en, ...REPORT_FIGURE_WORDS.en, ...REPORT_SECTION_WORDS.en },
} as const
