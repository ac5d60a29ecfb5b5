import { describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const heldIn = (text: string, kind: SurveyKind | null = 'nps') =>
  readReply(aMail(text), kind && { kind }).holds.map(({ is }) => is)

describe('a word of complaint that complains of nothing', () => {
  test.each([
    '10 điểm. Nhâm nhi chậm rãi mới thấy ngon',
    'Uống trà sen, sống chậm lại. 10 điểm',
    '9 điểm, trà không thua kém hàng ngoại',
    '10 điểm, vỡ òa hạnh phúc luôn',
    '10. Thanks an awful lot',
    'You crushed it! 10',
    "10, too bad I can't give 11",
    '9, ngon hết chán',
    '10 điểm, uống hoài không chán',
    '9. Worth every penny, never a bad cup',
    '9, not bad at all',
    'Chúc mừng cột mốc 18 năm của shop',
    'Giao lúc 9 giờ kém 15 giúp chị',
    '10 điểm, mẻ trà mới thơm quá',
  ])('%j', (text) => expect(heldIn(text)).not.toContain('complaint'))
})

describe('a complaint beside a high score is held as one', () => {
  test.each([
    '10 điểm, có con gián trong hộp',
    '9 điểm, uống xong đau bụng cả ngày',
    '9 điểm, uống vào bị dị ứng',
    '10. The tea made my mother sick',
    '9 điểm, thiếu 1 hộp',
    '8, missing one tin',
    '8 điểm, chén mẻ',
    '8 điểm, quai ấm gãy',
    '8 điểm, ấm rỉ nước',
    '10 - the handle snapped off',
    '8. Still no refund',
    '8. Charged me double',
    '10 điểm, nhân viên chửi khách',
    '9 diem nhung tra moc meo het',
    '10 điểm cho tốc độ ốc sên',
    '9. Hộp ẩm ướt, trà vón cục',
    '9đ, trà hôi mùi nhựa',
    '9 điểm, shipper ném hàng qua cổng',
    '9 diem, am nut',
    '10 diem nhung hop mop',
    '10 points for effort, shame about the tea',
    '9, found an insect in the tea',
    '10 điểm, hàng chậm',
    '9 điểm, chất lượng kém',
    '9 điểm, ấm vỡ',
  ])('%j', (text) => expect(heldIn(text)).toContain('complaint'))
})

describe('requests and corrections beside a score', () => {
  test.each<[string, string]>([
    ['8 điểm. Email cũ của chị hỏng rồi, dùng lan2@example.com nhé', 'request'],
    ['9. Chị đổi số điện thoại: 0987 654 321', 'request'],
    ['10 điểm! Có đại lý ở Cần Thơ chưa em', 'request'],
    ['10. Too many emails.', 'request'],
    ['9 điểm. Gửi ít thôi nhé, nhiều mail quá', 'request'],
    ['9 điểm, tên tôi là Hằng chứ không phải Hăng', 'right'],
    ['9. My name is Lan not Loan', 'right'],
    ['9. Ai cho shop số điện thoại của tôi vậy', 'right'],
    ['9. Who gave you my phone number', 'right'],
  ])('%j holds a %s', (text, held) => expect(heldIn(text)).toContain(held))
})

describe('thanks in more words than "thanks"', () => {
  test.each([
    'Cảm ơn shop năm nào cũng nhớ sinh nhật mình',
    'Cảm ơn lời chúc của shop, chúc shop mua may bán đắt',
    'Chúc shop năm mới an khang thịnh vượng, tấn tài tấn lộc',
    'You made my day 🥰 thank you',
    'Thanks a bunch!',
    'Cung chúc tân xuân',
    'Cảm ơn shop nhìu nha, iu iu',
    'Cảm ơn nhoa 💕',
  ])('%j', (text) => expect(readReply(aMail(text), null)).toMatchObject({ kind: 'thanks', holds: [] }))
})
