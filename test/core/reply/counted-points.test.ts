import { describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const scoreOf = (text: string, kind: SurveyKind = 'nps') => readReply(aMail(text), { kind }).score

describe('numbers of "điểm" and "points" that are no score', () => {
  test.each([
    'Mình góp ý 2 điểm: giao nhanh hơn và gói kỹ hơn',
    'Góp ý 3 điểm: hộp nên dày hơn, thêm túi lọc, thêm hướng dẫn pha',
    'Gop y 2 diem: giao nhanh hon',
    'Góp ý hai điểm nhé',
    'Cần sửa 2 điểm. Một là hộp, hai là nắp',
    'Cần cải thiện 3 điểm',
    'Tôi thích 3 điểm: trà ngon, giao nhanh, gói đẹp',
    'Lưu ý 2 điểm giúp em',
    'Có 2 điểm cần sửa',
    '2 điểm cần cải thiện là giao hàng và đóng gói',
    'Two points: the lid leaks and the spoon is gone',
    'One point: packaging could be greener',
    'I want to raise 3 points',
    '2 points to improve: the box and the price',
    'Thẻ thành viên của em được 10 điểm ạ',
    'Tài khoản của chị còn 9 điểm',
    'I have 10 points on my card',
    'My loyalty card shows 9 points',
  ])('%j', (text) => expect(scoreOf(text)).toBeNull())

  test.each<[string, number]>([
    ['9 điểm: trà ngon', 9],
    ['Mình cho 2 điểm: trà nhạt', 2],
    ['Tôi chấm 3 điểm: không ưng', 3],
    ['Shop được 10 điểm nhé', 10],
    ['I give 4 points: too slow', 4],
    ['9 points for the service', 9],
    ['Xứng đáng 9 điểm', 9],
  ])('but %j is %d', (text, score) => expect(scoreOf(text)).toBe(score))
})

describe('days that look like a score', () => {
  test.each<[SurveyKind, string]>([
    ['csat', 'Chúc shop nghỉ lễ 1/5 vui vẻ'],
    ['csat', 'Lễ 1/5 shop nghỉ nhé'],
    ['csat', 'Sinh nhật con mình 1/5 nhé'],
    ['csat', 'sinh nhat con minh 1/5 nhe'],
    ['csat', 'My birthday is 3/5'],
    ['ces', 'Ngày mai 1/7 mình qua shop lấy'],
    ['ces', '1/7 mình ghé lấy hàng'],
    ['ces', 'Delivered 5/7'],
    ['nps', 'Giao 2/10 mà hôm nay vẫn chưa thấy'],
    ['nps', 'Mình nhận hàng 9/10, trà ngon'],
    ['nps', 'Sinh nhật chị là 10/10 em nhé'],
    ['nps', 'Hẹn 10/10 giao mà chưa thấy hàng'],
    ['nps', 'Chúc mừng 20/10 các chị em trong shop'],
    ['nps', 'Đặt từ 1/10 rồi đó'],
    ['nps', 'Ordered on 3/10'],
    ['nps', 'Since 2/10 no news'],
  ])('%s %j', (kind, text) => expect(scoreOf(text, kind)).toBeNull())

  test.each<[SurveyKind, string, number]>([
    ['nps', '9/10', 9],
    ['nps', 'Trà ngon 9/10 luôn', 9],
    ['nps', '9/10 giao hàng nhanh', 9],
    ['nps', 'Nhận hàng rồi, 9/10', 9],
    ['nps', 'Dịch vụ chăm sóc 10/10', 10],
    ['nps', 'service was 9/10', 9],
    ['nps', '9/10 mình rất thích', 9],
    ['csat', '5/5 nhé', 5],
    ['ces', '7/7', 7],
  ])('but to %s %j is %d', (kind, text, score) => expect(scoreOf(text, kind)).toBe(score))
})

describe('a score in chat spelling is a score', () => {
  test.each<[SurveyKind, string, number]>([
    ['nps', '9 nha e', 9],
    ['nps', 'c cho 10 nha e', 10],
    ['nps', '10đ nha sốp ơi', 10],
    ['nps', '10 nhaaa', 10],
    ['nps', 'mười điểmmm luôn', 10],
    ['nps', '10 đỉm nhoa', 10],
    ['nps', 'e cho 8 ạ', 8],
    ['fcr', 'Đã xong rồi em nhé', 1],
    ['fcr', 'Đã xong rồi', 1],
    ['fcr', 'r nha e', 1],
    ['csat', 'bt', 3],
    ['csat', 'bth thôi', 3],
    ['csat', 'hài lòng nha shop', 4],
  ])('to %s %j is %d, and nothing else', (kind, text, score) =>
    expect(readReply(aMail(text), { kind })).toMatchObject({ kind: 'answer', score, holds: [] }),
  )

  test('laughter denies nothing', () => expect(scoreOf('kkk', 'fcr')).toBeNull())
})
