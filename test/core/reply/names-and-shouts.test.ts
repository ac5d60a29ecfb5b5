/** Capitals are names, offices, or a shout. */
import { describe, expect, test } from 'vitest'
import { newlyWritten } from '#core/reply/newly-written.ts'
import { isPersonName } from '#core/reply/person-names.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

describe('what is shouted above a number is no signature', () => {
  test.each([
    '9\nCảm ơn.\nTHIẾU MỘT HỘP TRÀ\n0912345678',
    '9\nThanks.\nLID MISSING\n0912345678',
    '10\nXin cảm ơn.\nGIAO TRƯỚC THỨ BẢY\n0912 345 678',
    '9\nThanks,\nLid Missing\nbob@example.com',
    '9\nCảm ơn.\nNắp Ấm Sứt\n0912 345 678',
    '9\nCảm ơn.\nThieu Mot Hop\n0912 345 678',
    '9\nCảm ơn.\nMai Giao Lại\n0912 345 678',
    '9\nTrân trọng,\nCHƯA NHẬN QUÀ\nlan@example.com',
    '9\n--\nSPOON GONE\n0912 345 678',
    '9\nRegards,\nWRONG TIN\n+84 912 345 678',
    '9\nCảm ơn.\nNguyễn Lan\nHỘP RỖNG\n0912 345 678',
    '9\nThanks,\nJohn Smith\nHANDLE SNAPPED OFF\njohn@example.com',
  ])('%j', (text) => {
    expect(newlyWritten(text).text).toBe(text)
    expect(readReply(aMail(text), { kind: 'nps' }).text).toBe(text)
  })

  test.each([
    'Cảm ơn.\nNGUYỄN THỊ LAN\n0912345678',
    'Trân trọng,\nNguyễn Văn Hùng\nTrưởng phòng kinh doanh\nĐT: 028 3822 1234',
    'Best regards,\nJohn Smith\nSales Manager | ACME Co., Ltd.\nwww.acme.example',
    'Best regards,\nJOHN SMITH\n+84 912 345 678',
    'Thanks,\nPriya Sharma\npriya@example.com',
    'Thân mến,\nThu Hà\n0912 345 678',
    'Regards,\nTran Thi Minh\nACME Vietnam Ltd.\n12 Hàng Bài, Hà Nội\n0912 345 678',
    'Cảm ơn,\nChị Mai\n0912 345 678',
    'Kính thư,\nLê Quốc Huy\nCÔNG TY TNHH ABC\nHotline: 1900 9999',
  ])('a signature goes: %j', (block) => expect(newlyWritten(`9 điểm\n${block}`).text).toBe('9 điểm'))
})

describe('words with capitals below or behind thanks', () => {
  test.each([
    'Cảm ơn shop.\nThiếu.',
    'Cảm ơn shop\nChưa Nhận',
    'Thanks, Lid Missing',
    'Cảm ơn, Thiếu Một Hộp',
    'Cảm ơn shop nhé\nĐổi Địa Chỉ',
    'Thanks.\nMissing.',
    'Thank you,\nSpoon Gone',
    'Thanks, Wrong Tin',
    'Cảm ơn shop\nHộp Rỗng',
    'Cảm ơn shop\nMai Giao Lại',
    'Cam on shop\nThieu Mot Hop',
    'Cảm ơn shop, Ấm Sứt',
  ])('are for a person: %j', (text) => {
    const { kind } = readReply(aMail(text), null)
    expect(['unclear', 'complaint', 'request']).toContain(kind)
  })

  test.each([
    'Cảm ơn shop\nThu Hà',
    'Cảm ơn shop\nNguyễn Thị Hồng Nhung',
    'Cảm ơn nhé\nLan Anh',
    'Thanks,\nPriya',
    'Many thanks, John Smith',
    'Cảm ơn, Lê Minh',
    'Cam on shop\nTran Van Hung',
    'Cảm ơn Trà Sen Việt rất nhiều',
  ])('are a name: %j', (text) => expect(readReply(aMail(text), null)).toMatchObject({ kind: 'thanks' }))
})

describe('a name is known', () => {
  test.each(['Nguyễn Thị Lan', 'LE VAN HUNG', 'Chị Mai', 'Lan', 'Bảo Ngọc', 'Mr John Smith', 'Mai Thị Hoa'])('%s', (name) =>
    expect(isPersonName(name)).toBe(true),
  )
  test.each(['Mai Giao Hàng', 'Chưa Nhận', 'Lid Missing', 'Nguyễn Giao Thiếu', 'Thiếu', 'Từ Thứ Hai', 'John Missing', ''])(
    'and is not: %j',
    (text) => expect(isPersonName(text)).toBe(false),
  )
})
