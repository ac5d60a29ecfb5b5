/** A row of the sample company's list, under the headings that a shop would write. */

export const SAMPLE_CUSTOMER_HEADING = [
  ...[
    'Mã khách hàng',
    'Họ và tên',
    'Tên gọi',
    'Xưng hô',
    'Giới tính',
    'Email',
    'Điện thoại',
    'Ngày sinh',
    'Sinh nhật âm lịch',
    'Múi giờ',
  ],
  ...['Ngôn ngữ', 'Quốc gia', 'Hạng', 'Nghề nghiệp', 'Nhãn', 'Nhân viên phụ trách', 'Đồng ý nhận quảng cáo', 'Ngày đồng ý'],
  ...['Từ chối chăm sóc', 'Ngày từ chối'],
] as const
type Heading = (typeof SAMPLE_CUSTOMER_HEADING)[number]
export type SampleCustomer = Readonly<Record<Heading, string>>
