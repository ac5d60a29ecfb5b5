/** How the departments of the sample company take questions: one answers as it promised, one is late, one answers something else than was asked. */
import type { Department } from '#core/campaign/departments.ts'

/** on-time: accepts within the hour. late: accepts when its head was told, and answers after the promised time. wrong: answers what nobody asked. */
export type DepartmentManner = 'on-time' | 'late' | 'wrong'

const MANNERS: readonly DepartmentManner[] = ['on-time', 'late', 'wrong', 'on-time']

/** By the place in departments.json. */
export const mannerOf = (departments: readonly Department[], address: string): DepartmentManner | undefined => {
  const place = departments.findIndex(({ head, addressees }) =>
    [head, ...addressees].some((person) => person.address === address),
  )
  return place === -1 ? undefined : MANNERS[place % MANNERS.length]
}

/** After the mail, in hours: when a person of it accepts, and when they answer. A head who was told acts for their people. */
export const HOURS: Readonly<Record<DepartmentManner, { readonly accept: number; readonly answer: number }>> = {
  'on-time': { accept: 1, answer: 5 },
  late: { accept: 30, answer: 80 },
  wrong: { accept: 2, answer: 7 },
}

export const ANSWERS: Readonly<Record<DepartmentManner, Readonly<Record<'vi' | 'en', readonly string[]>>>> = {
  'on-time': {
    vi: [
      'Đã kiểm tra: lô này đóng gói đạt chuẩn, độ ẩm 4,8 %. Đề nghị đổi hộp mới cho khách.',
      'Đúng là lỗi của bên mình. Hàng thay đã để sẵn, mai giao cho khách.',
      'Đã xem lại sổ ngày hôm ấy: khách nói đúng. Nhờ chăm sóc khách hàng xin lỗi giúp.',
    ],
    en: [
      'Checked: this batch was packed as it should be. Please replace the box.',
      'It was our mistake. The replacement leaves tomorrow.',
    ],
  },
  late: {
    vi: [
      'Xin lỗi vì trả lời muộn. Hàng của khách nằm ở kho từ thứ Ba, hôm nay mới giao được.',
      'Giờ mới xem được: đơn bị ghi sai địa chỉ.',
    ],
    en: ['Sorry for the late answer. The parcel lay in the store since Tuesday.'],
  },
  wrong: {
    vi: ['Bên mình không thấy đơn nào tên như vậy.', 'Hóa đơn tháng trước đã gửi đủ rồi nhé.', 'Việc này hỏi bộ phận khác.'],
    en: ['We find no such order.', 'Last month’s invoices were all sent.'],
  },
}
