/** The words of the page of one figure. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const BEHIND_WORDS = bothLanguages({
  vi: {
    lead: (period: string) => `Số này gồm những gì, ${period}`,
    back: 'Báo cáo',
    outcomes: 'Khách thuộc các dịp, theo kết quả',
    skips: 'Vì sao bị bỏ qua',
    withheld: 'Vì sao được giữ lại để so sánh',
    delivery: 'Thư đã gửi, theo báo cáo của nhà cung cấp',
    unreported: 'chưa có báo cáo',
    invitations: 'Lời mời khảo sát',
    invitationStates: { answered: 'đã trả lời', unanswered: 'không trả lời', open: 'còn chờ', undeliverable: 'không đến' },
    scores: 'Câu trả lời cuối cùng của mỗi khách, theo nhóm điểm',
    calls: 'Việc gọi đã kết thúc',
    dispositions: 'Từng lần gọi',
    opened: 'Việc mở, theo lý do',
    closed: 'Việc đóng, theo lý do',
    buyers: {
      retention: { title: 'Khách mua lần đầu trong kỳ', did: 'đã mua lại trong thời hạn', didNot: 'chưa mua lại trong thời hạn' },
      kept: { title: 'Khách còn mua hàng trước kỳ này', did: 'còn mua hàng đến cuối kỳ', didNot: 'đã quá hạn không mua' },
      active: { title: 'Khách từng mua hàng', did: 'có mua trong kỳ', didNot: 'không mua trong kỳ' },
    },
    columns: ['Là gì', 'Số', 'Tỷ lệ', 'Các dòng'],
    rows: 'mở danh sách',
    noRows:
      'Số này tính từ ngày khách mua hàng. Chưa có trang nào liệt kê từng khách ấy; cần đối chiếu thì người vận hành tính lại từ dữ liệu xuất ra (docs/numbers.md).',
    nothing: 'Trong kỳ này chưa có gì để liệt kê.',
    notYours: 'vai trò của bạn không mở được',
    values: 'Các con số',
    trend: 'Qua các kỳ',
    trendColumns: ['Kỳ', 'Giá trị', 'Khoảng tin cậy', 'n'],
    differs:
      'Các trang liệt kê cho thấy dữ liệu lúc này. Số của báo cáo được tổng hợp lúc ghi ở trên, nên có thể khác khi có gì đến sau.',
  },
  en: {
    lead: (period) => `What this figure is made of, ${period}`,
    back: 'Report',
    outcomes: 'Customers meant, by what came of it',
    skips: 'Why they were left out',
    withheld: 'Why they were withheld',
    delivery: 'Mails sent, by the provider’s report',
    unreported: 'no report yet',
    invitations: 'Invitations to surveys',
    invitationStates: { answered: 'answered', unanswered: 'unanswered', open: 'open', undeliverable: 'undeliverable' },
    scores: 'The last answer of each customer, by band',
    calls: 'Calls that ended',
    dispositions: 'Each attempt',
    opened: 'Work opened, by reason',
    closed: 'Work closed, by reason',
    buyers: {
      retention: {
        title: 'Customers who first bought in the period',
        did: 'bought again within the window',
        didNot: 'did not buy again within it',
      },
      kept: { title: 'Customers active before the period', did: 'still active at its end', didNot: 'no longer active' },
      active: { title: 'Customers who ever bought', did: 'bought in the period', didNot: 'did not buy in it' },
    },
    columns: ['What', 'Count', 'Share', 'Rows'],
    rows: 'open the list',
    noRows:
      'This figure comes from the days on which customers bought. No page lists these customers one by one; the operator can compute it again from exported facts (docs/numbers.md).',
    nothing: 'There is nothing to list in this period.',
    notYours: 'not for your role',
    values: 'The numbers',
    trend: 'Over the periods',
    trendColumns: ['Period', 'Value', 'Interval', 'n'],
    differs:
      'The pages that list rows show the data of now. The report’s figures were made at the time above and may differ where something came later.',
  },
})
