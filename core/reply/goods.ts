/**
 * What customers buy from us or are sent, and what it comes in: the one list of it. Complaints are about them, refusals to take them in stop no
 * mail, and a note of absence never speaks of them.
 */

/** Without marks too. */
export const GOODS =
  'hàng|hàng hóa|sản phẩm|đơn|đơn hàng|kiện|kiện hàng|bưu kiện|hộp|chai|thùng|món hàng|quà|ấm trà|hộp trà|bộ ấm|ấm chén|voucher'
/** Without marks these are other words: "am", "tra lời", "gọi", "do". */
export const GOODS_WITH_MARKS = 'trà|ấm|chén|cốc|tách|gói|lọ|hũ|món|đồ|nắp|quai'
export const GOODS_EN =
  'orders?|goods|items?|products?|parcels?|packages?|box(es)?|tins?|bags?|bottles?|tea|teas|teapots?|kettles?|cups?|mugs?|lids?|handles?|spoons?|gifts?|voucher'
/** How they come. */
export const HANDING_OVER = 'giao|giao hàng|ship|shipper|delivery|deliver'
