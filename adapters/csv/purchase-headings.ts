/** What the columns of a purchase table are called in the files of shops and accounting programs. */
import type { Headings } from '#adapters/csv/headings.ts'
import type { PurchaseColumn } from '#core/customer/purchase-row.ts'

export const PURCHASE_HEADINGS: Headings<PurchaseColumn> = {
  names: {
    customer_id: ['Mã khách hàng', 'Mã KH', 'Customer code', 'Customer no', 'Mã số khách hàng'],
    purchase_id: [
      'Mã đơn hàng',
      'Mã đơn',
      'Số đơn hàng',
      'Số hóa đơn',
      'Đơn hàng',
      'Order id',
      'Order no',
      'order',
      'Invoice no',
      'id',
    ],
    purchased_on: [
      'Ngày mua',
      'Ngày mua hàng',
      'Ngày đặt hàng',
      'Ngày đơn hàng',
      'Ngày',
      'date',
      'Order date',
      'Purchase date',
      'Ngày hóa đơn',
    ],
    delivered_on: ['Ngày giao', 'Ngày giao hàng', 'Ngày nhận hàng', 'Delivery date', 'delivered'],
    product: ['Sản phẩm', 'Tên sản phẩm', 'Tên hàng', 'Mặt hàng', 'Hàng hóa', 'item', 'Product name'],
    units: ['Số lượng', 'SL', 'quantity', 'qty'],
    amount: ['Thành tiền', 'Số tiền', 'Tổng tiền', 'Giá trị', 'Tổng cộng', 'total', 'price', 'value'],
    currency: ['Tiền tệ', 'Loại tiền', 'Đơn vị tiền tệ', 'Đồng tiền'],
  },
  required: [['customer_id'], ['purchased_on']],
}
