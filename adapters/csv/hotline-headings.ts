/** What the columns of a telephone system's history are called. */
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import type { Headings } from '#adapters/csv/headings.ts'
import type { HotlineColumn } from '#core/customer/hotline-row.ts'

export const HOTLINE_HEADINGS: Headings<HotlineColumn> = {
  names: {
    phone: [
      ...CUSTOMER_HEADINGS.names.phone,
      'number',
      'caller',
      'caller number',
      'caller id',
      'from',
      'from number',
      'Số gọi',
      'Số gọi đến',
      'Số máy gọi',
      'Số khách',
      'Số khách hàng',
      'Người gọi',
    ],
    time: [
      'date time',
      'datetime',
      'start time',
      'started at',
      'call time',
      'called at',
      'Thời gian',
      'Thời gian gọi',
      'Thời gian bắt đầu',
      'Giờ gọi',
      'Ngày giờ',
      'Lúc',
    ],
    status: ['call status', 'result', 'answered', 'Trạng thái', 'Trạng thái cuộc gọi', 'Kết quả', 'Tình trạng'],
  },
  required: [['phone'], ['time']],
}
