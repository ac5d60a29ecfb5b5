/** Requests about one's own data. They are told apart because the law gives each a clock. Staff read every one of them. */
import { type Spoken, says, type Wording, wording } from '#core/reply/spoken.ts'

export const DATA_RIGHTS = ['access', 'correct', 'erase', 'restrict', 'object'] as const
export type DataRight = (typeof DATA_RIGHTS)[number]

const DATA = '(dữ liệu|thông tin|dữ liệu cá nhân|thông tin cá nhân|tài khoản|hồ sơ)'
const MINE = '( cá nhân| khách hàng| riêng)?( của)? (tôi|mình|em|anh|chị|tui|chúng tôi)'
const DATA_EN = '(data|personal data|information|personal information|info|account|details|records?|profile)'

const RIGHTS: readonly (readonly [DataRight, readonly Wording[]])[] = [
  [
    'erase',
    [
      `(xóa|xóa bỏ|hủy|gỡ)( [^ |]+){0,3} ${DATA}${MINE}`,
      `(xóa|xóa bỏ|hủy)( hết| toàn bộ| tất cả| mọi| các){0,3} (dữ liệu|thông tin)( cá nhân)`,
      `(xóa|xóa bỏ)( hết| toàn bộ| tất cả| mọi| các){1,3} ${DATA}`,
      '(xóa|xóa bỏ) tài khoản',
      `(delete|erase|destroy|wipe|remove)( [^ |]+){0,4} (my|our)( [^ |]+){0,2} ${DATA_EN}`,
      `(delete|erase|wipe|remove)( all)?( the)? ${DATA_EN}( [^ |]+){0,4} (about|on) me`,
      'right to (be forgotten|erasure)',
      'forget me',
    ].map((source) => wording(source)),
  ],
  [
    'access',
    [
      `(cung cấp|gửi|cho)( [^ |]+){0,4} (bản sao|xem)( [^ |]+){0,3} ${DATA}( [^ |]+){0,3} (tôi|mình|em)`,
      `(dữ liệu|thông tin)( cá nhân)?( gì| nào)( [^ |]+){0,3} (về|của) (tôi|mình|em)`,
      `(lấy|có|mua|biết)( được)? (thông tin|dữ liệu|email|địa chỉ|số điện thoại)( [^ |]+){0,3} (tôi|mình|em)( [^ |]+){0,2} (ở đâu|từ đâu|đâu ra)`,
      `(tại sao|vì sao|sao)( [^ |]+){0,3} (có|biết)( được)? (thông tin|dữ liệu|email|địa chỉ|số điện thoại|số)( [^ |]+){0,2} (tôi|mình|em)`,
      `all( the)? ${DATA_EN}( [^ |]+){0,4} (about|on|of) me`,
      `(what|which)( [^ |]+){0,2} ${DATA_EN}( [^ |]+){0,4} (about|on|of) me`,
      `(copy|export) of( all)? (my|the)( [^ |]+){0,2} ${DATA_EN}`,
      '(subject access|data access) request',
      '(ai|người nào)( [^ |]+){0,1} cho( [^ |]+){1,3} (thông tin|dữ liệu|email|địa chỉ|số điện thoại|số)( [^ |]+){0,1} (tôi|mình|em)',
      'who (gave|told|sold)( you)?( [^ |]+){0,2} my( [^ |]+){0,3} (email|address|data|information|number|details|name)',
      '(where|how) did you get my( [^ |]+){0,3} (email|address|data|information|number|details|name)',
      'access to my( personal)? (data|information)',
    ].map((source) => wording(source)),
  ],
  [
    'correct',
    [
      `(sửa|sửa lại|sửa đổi|chỉnh sửa|cập nhật|cập nhật lại|đính chính|điều chỉnh|thay đổi)( giúp| giùm| lại| cho){0,2} (thông tin|dữ liệu|hồ sơ)( [^ |]+){0,2} (tôi|mình|em|cá nhân)`,
      `(correct|update|rectify|change|fix) my( personal)? (data|information|details|records?|name|profile)`,
      '(sai|nhầm) (tên|họ tên|ngày sinh)( của)? (tôi|mình|em)',
      '(tên|họ tên|ngày sinh) (của )?(tôi|mình|em) (bị )?(sai|nhầm)',
      '(tên|họ tên|ngày sinh|sinh nhật)( của)? (tôi|mình|em|anh|chị) là( [^ |]+){1,4}( \\|)?( chứ| mà)? không phải( là)?( [^ |]+){1,4}',
      '(anh|tôi|mình|em|chị) (là|tên|tên là) ([^ |]+ ){1,3}(chứ )không phải( [^ |]+){1,3}',
      '(anh|tôi|mình|em|chị)( đây)? là (nam|nữ|đàn ông|con trai|phụ nữ|con gái)( \\|)? (sao|mà|chứ)( [^ |]+){0,4} (gọi|ghi|viết)',
      'my (name|birthday|date of birth) is( [^ |]+){1,3}( \\|)? not( [^ |]+){1,3}',
      'my (name|birthday|date of birth) is (wrong|incorrect|misspelled|misspelt)',
    ].map((source) => wording(source)),
  ],
  [
    'restrict',
    [
      '(hạn chế|tạm dừng|tạm ngừng|ngừng|dừng)( việc)? (xử lý|sử dụng)( [^ |]+){0,2} (dữ liệu|thông tin)',
      '(restrict|limit|stop)( the)? (processing|use|using)( of)?( my)?( [^ |]+){0,2} (data|information)',
    ].map((source) => wording(source)),
  ],
  [
    'object',
    [
      'phản đối( việc)? (xử lý|sử dụng)( [^ |]+){0,2} (dữ liệu|thông tin)',
      'object to( the)?( [^ |]+){0,3} (processing|use)( of)?( my)?( [^ |]+){0,2} (data|information)?',
    ].map((source) => wording(source)),
  ],
]

/** Every right that is requested, in the order of the table. "Delete all the data you have about me" is no request to see it first. */
export function rightsIn(text: Spoken): readonly DataRight[] {
  const found = RIGHTS.filter(([, phrases]) => phrases.some((phrase) => says(text, phrase))).map(([right]) => right)
  return found.includes('erase') ? found.filter((right) => right !== 'access') : found
}
