/** What the columns of a customer table are called in the files of shops and accounting programs. */
import type { Headings } from '#adapters/csv/headings.ts'
import type { CustomerColumn } from '#core/customer/customer-row.ts'

export const CUSTOMER_HEADINGS: Headings<CustomerColumn> = {
  names: {
    customer_id: ['Mã khách hàng', 'Mã KH', 'Mã', 'id', 'Customer code', 'Customer no', 'Mã số khách hàng'],
    full_name: ['Họ và tên', 'Họ tên', 'Tên khách hàng', 'Tên đầy đủ', 'name', 'Customer name', 'Khách hàng', 'Tên KH'],
    family_name: ['Họ', 'Họ đệm', 'Họ và tên đệm', 'Last name', 'Surname'],
    given_name: ['Tên', 'First name', 'Tên gọi chính'],
    address_name: ['Tên gọi', 'Tên xưng hô', 'Call name', 'Preferred name'],
    name_order: ['Thứ tự tên', 'Thứ tự họ tên'],
    honorific: ['Xưng hô', 'Danh xưng', 'Cách xưng hô', 'Title', 'Salutation'],
    gender: ['Giới tính', 'Giới', 'sex', 'Phái'],
    email: ['Thư điện tử', 'E-mail', 'Email address', 'Địa chỉ email', 'Hộp thư'],
    phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'Di động', 'Điện thoại di động', 'Số di động', 'mobile', 'Phone number', 'tel', 'ĐT'],
    zone: ['Múi giờ', 'Time zone', 'timezone', 'tz'],
    locale: ['Ngôn ngữ', 'language', 'lang'],
    country: ['Quốc gia', 'Nước', 'Country code', 'Mã quốc gia'],
    birthday: ['Ngày sinh', 'Sinh nhật', 'Ngày tháng năm sinh', 'Date of birth', 'dob', 'birthdate', 'birth date'],
    lunar_birthday: ['Sinh nhật âm lịch', 'Ngày sinh âm lịch', 'Sinh nhật âl', 'Ngày sinh âl', 'Lunar birthday'],
    tier: ['Hạng', 'Hạng khách hàng', 'Hạng thành viên', 'Cấp', 'level', 'Membership'],
    profession: ['Nghề nghiệp', 'Nghề', 'job', 'occupation'],
    tags: ['Nhãn', 'Thẻ', 'tag', 'labels', 'Nhóm', 'Nhóm khách hàng'],
    owner: ['Nhân viên phụ trách', 'Người phụ trách', 'Phụ trách', 'NV phụ trách', 'Account manager', 'Sales rep'],
    consent_advertising: ['Đồng ý nhận quảng cáo', 'Nhận quảng cáo', 'Đồng ý quảng cáo', 'Advertising consent', 'Marketing consent'],
    consent_survey: ['Đồng ý nhận khảo sát', 'Đồng ý khảo sát', 'Survey consent'],
    consent_care: ['Đồng ý nhận chăm sóc', 'Đồng ý chăm sóc', 'Care consent'],
    consent_date: ['Ngày đồng ý', 'Ngày đồng ý nhận quảng cáo', 'Consent given on', 'Consent on'],
    care_opt_out: ['Từ chối chăm sóc', 'Không nhận thư chăm sóc', 'Không nhận thư', 'Opt out', 'Opted out'],
    opt_out_date: ['Ngày từ chối', 'Ngày từ chối chăm sóc', 'Opted out on'],
  },
  required: [['customer_id'], ['full_name', 'given_name']],
}
