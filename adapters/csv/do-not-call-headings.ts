/** What the column of numbers is called in files of do-not-call registers. */
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import type { Headings } from '#adapters/csv/headings.ts'
import type { DoNotCallColumn } from '#core/customer/do-not-call-row.ts'

export const DO_NOT_CALL_HEADINGS: Headings<DoNotCallColumn> = {
  names: {
    phone: [
      ...CUSTOMER_HEADINGS.names.phone,
      'Thuê bao',
      'Số thuê bao',
      'Số TB',
      'Số không gọi',
      'Số không quảng cáo',
      'Số điện thoại không quảng cáo',
      'Số điện thoại thuê bao',
      'number',
      'Phone numbers',
      'msisdn',
      'subscriber',
      'Subscriber number',
      'DNC',
      'Do not call',
      'Do not call number',
      'DNC number',
    ],
  },
  required: [['phone']],
}
