/** The words of the readable document about a person, in both languages: its headings, and the names of lists that stand nowhere else. */
import type { Customer } from '#core/customer/customer.ts'
import type { AnswerOrigin } from '#core/survey/response.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

type Heading = readonly [title: string, ...columns: string[]]
type Listed<Key extends string> = Readonly<Record<Key, string>>
/** Rows may be written by a later version of the program, and a source is free text: what is not listed is shown as it stands. */

export interface PersonWords {
  readonly profile: Heading
  readonly fields: Listed<Exclude<keyof Customer, 'addressName'> | 'frequency'>
  readonly genders: Listed<NonNullable<Customer['gender']>>
  readonly nameOrders: Listed<Customer['nameOrder']>
  readonly consents: Heading
  readonly purchases: Heading
  readonly contacts: Heading
  readonly voucher: (code: string) => string
  readonly responses: Heading
  readonly via: Listed<AnswerOrigin['via']>
  readonly replaced: string
  readonly suspect: string
  readonly replies: Heading
  readonly work: Heading
  readonly workStates: Listed<'open' | 'closed'>
  readonly doneBy: (at: string) => string
  readonly vouchers: Heading
  readonly suppression: Heading
  /** By kind. */
  readonly contactPoints: Listed<string>
  readonly unreadable: string
}

export const PERSON_WORDS = bothLanguages<PersonWords>({
  vi: {
    profile: ['Hồ sơ', 'Mục', 'Giá trị'],
    fields: {
      customerId: 'Mã khách hàng',
      fullName: 'Họ và tên',
      familyName: 'Họ',
      givenName: 'Tên',
      nameRemark: 'Ghi chú cạnh tên',
      honorific: 'Xưng hô',
      nameOrder: 'Thứ tự họ tên',
      gender: 'Giới tính',
      email: 'Email',
      phone: 'Điện thoại',
      wrongPhone: 'Số gọi nhầm người khác',
      zone: 'Múi giờ',
      locale: 'Ngôn ngữ',
      country: 'Quốc gia',
      birthday: 'Sinh nhật',
      tier: 'Hạng',
      profession: 'Nghề nghiệp',
      tags: 'Nhãn',
      owner: 'Người phụ trách',
      firstPurchaseOn: 'Mua hàng lần đầu',
      lastPurchaseOn: 'Mua hàng gần nhất',
      products: 'Đã mua',
      renewsOn: 'Ngày gia hạn',
      preferredChannel: 'Muốn được liên hệ',
      preferredParts: 'Muốn được gọi vào',
      corrections: 'Nhân viên sửa hồ sơ',
      frequency: 'Muốn nhận thư',
    },
    genders: { female: 'nữ', male: 'nam' },
    nameOrders: { 'family-first': 'họ trước, tên sau', 'given-first': 'tên trước, họ sau' },
    consents: ['Sự đồng ý', 'Lúc', 'Loại thư', 'Quyết định', 'Nguồn', 'Bằng chứng'],
    purchases: ['Mua hàng', 'Ngày mua', 'Ngày giao', 'Mã', 'Sản phẩm', 'Số lượng', 'Số tiền'],
    contacts: ['Liên hệ', 'Ngày', 'Chiến dịch', 'Kết quả', 'Chi tiết', 'Thư đến nơi'],
    voucher: (code) => `phiếu quà tặng ${code}`,
    responses: ['Trả lời khảo sát', 'Lúc', 'Khảo sát', 'Câu trả lời', 'Lời và lựa chọn', 'Trả lời bằng cách'],
    via: { page: 'trên trang khảo sát', reply: 'bằng thư', staff: 'nhân viên nhập thay' },
    replaced: 'đã được thay bằng câu trả lời sau',
    suspect: 'nghi là máy bấm, không được tính',
    replies: ['Thư đã gửi cho chúng tôi', 'Lúc', 'Tiêu đề', 'Nội dung', 'Tệp đính kèm', 'Được xem là'],
    work: ['Việc chăm sóc', 'Mở lúc', 'Việc', 'Hạn', 'Tình trạng', 'Ghi chú'],
    workStates: { open: 'đang mở', closed: 'đã xong' },
    doneBy: (at) => `phải xong trước ${at}`,
    vouchers: ['Phiếu quà tặng', 'Mã', 'Chiến dịch', 'Giá trị', 'Hạn dùng', 'Đã dùng'],
    suppression: ['Địa chỉ và số không được liên hệ', 'Nơi liên hệ', 'Lúc', 'Lý do', 'Bằng chứng'],
    contactPoints: { email: 'email', phone: 'điện thoại' },
    unreadable: 'không đọc được danh sách, nên không liên hệ',
  },
  en: {
    profile: ['Profile', 'Field', 'Value'],
    fields: {
      customerId: 'Customer id',
      fullName: 'Full name',
      familyName: 'Family name',
      givenName: 'Given name',
      nameRemark: 'Remark beside the name',
      honorific: 'Form of address',
      nameOrder: 'Order of the name',
      gender: 'Gender',
      email: 'E-mail',
      phone: 'Phone',
      wrongPhone: 'Number of another person',
      zone: 'Time zone',
      locale: 'Language',
      country: 'Country',
      birthday: 'Birthday',
      tier: 'Tier',
      profession: 'Profession',
      tags: 'Tags',
      owner: 'Looked after by',
      firstPurchaseOn: 'First purchase',
      lastPurchaseOn: 'Latest purchase',
      products: 'Bought',
      renewsOn: 'Renewal date',
      preferredChannel: 'Would rather be reached',
      preferredParts: 'Would rather be rung',
      corrections: 'Corrected by staff',
      frequency: 'Wants to hear from us',
    },
    genders: { female: 'female', male: 'male' },
    nameOrders: { 'family-first': 'family name first', 'given-first': 'given name first' },
    consents: ['Consent', 'At', 'Purpose', 'Decision', 'Source', 'Evidence'],
    purchases: ['Purchases', 'Bought', 'Delivered', 'Id', 'Product', 'Units', 'Amount'],
    contacts: ['Contacts', 'Date', 'Campaign', 'Outcome', 'Details', 'Delivery'],
    voucher: (code) => `voucher ${code}`,
    responses: ['Survey answers', 'At', 'Survey', 'Answer', 'Words and choices', 'Came by'],
    via: { page: 'on the survey’s page', reply: 'by mail', staff: 'entered by staff' },
    replaced: 'replaced by a later answer',
    suspect: 'looks like a machine, and counts nowhere',
    replies: ['Mails to us', 'At', 'Subject', 'Text', 'Attachments', 'Taken for'],
    work: ['Follow-up work', 'Opened', 'Work', 'Due', 'State', 'Note'],
    workStates: { open: 'open', closed: 'done' },
    doneBy: (at) => `to be done before ${at}`,
    vouchers: ['Vouchers', 'Code', 'Campaign', 'Value', 'Valid until', 'Redeemed'],
    suppression: ['Addresses and numbers never to be used', 'Contact point', 'At', 'Reason', 'Evidence'],
    contactPoints: { email: 'e-mail', phone: 'telephone' },
    unreadable: 'the list cannot be read, so it is not used',
  },
})
