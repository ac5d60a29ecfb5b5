/**
 * The goods that customers buy from us or are sent, and their packaging: one list for every reader. Complaints are about them. A refusal to take
 * them in stops no mail. An absence note never names them.
 */

/** Read without marks too. */
export const GOODS =
  'hàng|hàng hóa|sản phẩm|đơn|đơn hàng|kiện|kiện hàng|bưu kiện|hộp|chai|thùng|món hàng|quà|ấm trà|hộp trà|bộ ấm|ấm chén|voucher'
/** Without marks these are other words: "am", "tra lời", "gọi", "do". */
export const GOODS_WITH_MARKS = 'trà|ấm|chén|cốc|tách|gói|lọ|hũ|món|đồ|nắp|quai'
export const GOODS_EN =
  'orders?|goods|items?|products?|parcels?|packages?|box(es)?|tins?|bags?|bottles?|tea|teas|teapots?|kettles?|cups?|mugs?|lids?|handles?|spoons?|gifts?|voucher'
/** The ways of delivery. */
export const HANDING_OVER = 'giao|giao hàng|ship|shipper|delivery|deliver'
