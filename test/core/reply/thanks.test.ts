import { describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import type { ReplyKind } from '#core/reply/reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const read = (text: string, kind: SurveyKind | null = null, over: Parameters<typeof aMail>[1] = {}) =>
  readReply(aMail(text, over), kind && { kind })

describe('plain thanks and good wishes', () => {
  const PLAIN = [
    'Cảm ơn shop nhé ❤️',
    'Cảm ơn',
    'cảm ơn.',
    'cam on shop nhieu',
    'Cám ơn em nha',
    'Thanks!',
    'thanks shop',
    'tks shop',
    'thx',
    'ok cảm ơn em',
    'Ok, thank you.',
    'dạ em cảm ơn ạ',
    'Dạ, em cảm ơn anh chị nhiều lắm ạ!',
    'dạ vâng cảm ơn shop',
    'Mình cảm ơn nhé!!!',
    'Xin cảm ơn quý công ty.',
    'Chân thành cảm ơn',
    'Xin chân thành cảm ơn quý công ty đã quan tâm',
    'chúc mừng năm mới shop',
    'Chúc mừng năm mới!',
    'chuc mung nam moi shop nha',
    'Happy new year!',
    'Happy New Year to you too',
    'Chúc shop buôn bán phát đạt',
    'Chúc shop ngày càng phát triển nhé',
    'Cảm ơn shop, chúc cả nhà sức khỏe và hạnh phúc',
    'Cảm ơn Trà Sen đã nhớ sinh nhật mình',
    'Cảm ơn shop đã gửi lời chúc',
    'Cảm ơn vì món quà nhé',
    'cảm ơn lời chúc của shop ạ',
    'Em cảm ơn shop đã tặng quà ạ 🥰',
    'Cảm ơn nhiều nha shop, iu shop',
    'Thank you so much for the birthday wishes!',
    'Thanks for remembering my birthday 🎂',
    'Thank you for the gift',
    'Many thanks, Lan',
    'Thanks,\nNguyễn Thị Lan',
    'Cảm ơn shop\n\nTrân trọng,\nLan',
    'Hi team,\n\nThank you very much!\n\nBest regards,\nJohn Smith',
    'Chào shop,\nMình cảm ơn nhiều nhé.\nThân mến,\nLan',
    'Thank you, you too!',
    'Thank you and have a nice day',
    'Cảm ơn bạn. Chúc bạn một ngày tốt lành!',
    'Cảm ơn, mình nhận được rồi nhé',
    'Received, thanks',
    'đã nhận được thư, cảm ơn shop',
    'Năm mới vui vẻ nha',
    'Merry Christmas!',
    'Cảm ơn shop 🙏🙏🙏',
    'tks ad nha',
    'thank kiu shop',
    'Merci shop nhé',
    'Quà xinh quá, cảm ơn shop',
    'c cảm ơn e nhé',
    'Cảm ơn shop đã báo ạ',
    'Mình biết rồi, cảm ơn',
    'Thanks for the kind wishes. Same to you and your family!',
    'Noted with thanks',
  ]
  test.each(PLAIN)('make no work: %j', (text) => expect(read(text)).toMatchObject({ kind: 'thanks', score: null }))
  test.each(PLAIN)('and are no answer to a survey: %j', (text) => {
    expect(read(text, 'nps')).toMatchObject({ kind: 'thanks', score: null })
  })

  test.each(['❤️', '❤️❤️❤️', '🥰', '🙏', '👍'])('a mere %s to a greeting is thanks; to a question it is for a person', (text) => {
    expect(read(text)).toMatchObject({ kind: 'thanks' })
    expect(read(text, 'csat')).toMatchObject({ kind: 'unclear' })
  })
})

describe('thanks with anything else in it are not plain', () => {
  test.each<[string, ReplyKind]>([
    ['Cảm ơn shop, khi nào có hàng lại?', 'request'],
    ['Cảm ơn shop. Gọi lại cho tôi nhé', 'request'],
    ['Thanks! Can you call me?', 'request'],
    ['Thanks, please send the invoice', 'request'],
    ['Cảm ơn, gửi quà cho mình nhé', 'unclear'],
    ['Cảm ơn, giao hàng cho mình nhé', 'unclear'],
    ['Cảm ơn shop đã gửi quà nhưng mình chưa nhận được', 'complaint'],
    ['Cảm ơn shop đã làm mất hàng của tôi', 'complaint'],
    ['Cảm ơn vì đã giao hàng bể', 'complaint'],
    ['Thanks for losing my order', 'complaint'],
    ['Thanks, the box is empty', 'complaint'],
    ['Thanks, the lid is gone', 'unclear'],
    ['Thanks for nothing', 'complaint'],
    ['Cảm ơn nhưng đừng gửi nữa nhé', 'optOut'],
    ['Cảm ơn shop. Hủy đăng ký giúp em', 'optOut'],
    ['Thanks, unsubscribe', 'optOut'],
    ['Cảm ơn. Xóa dữ liệu của tôi', 'request'],
    ['Cảm ơn shop nhưng', 'unclear'],
    ['Thanks but', 'unclear'],
    ['Cảm ơn shop, mình sẽ ghé', 'unclear'],
    ['Cảm ơn?', 'request'],
    ['Thanks?', 'request'],
    ['Cảm ơn 9', 'unclear'],
    ['Không cần cảm ơn', 'unclear'],
    ['No thanks', 'unclear'],
    ['Khỏi cảm ơn', 'unclear'],
    ['Cảm ơn cái gì', 'unclear'],
    ['Xin chào', 'unclear'],
    ['Trân trọng,\nLan', 'unclear'],
    ['Lan', 'unclear'],
    ['Cảm ơn shop xem hình giúp', 'unclear'],
    ['Cảm ơn shop, http://example.com/anh', 'unclear'],
  ])('%j: %s', (text, kind) => expect(read(text).kind).toBe(kind))

  test('an attachment may show what the words do not say', () => {
    const attachments = [{ name: 'IMG_1.jpg', type: 'image/jpeg', bytes: 90_000 }]
    expect(read('Cảm ơn shop', null, { attachments }).kind).toBe('unclear')
  })

  test('a subject of their own may say what the words do not', () => {
    expect(read('Cảm ơn shop', null, { subject: 'Hàng bị vỡ' }).kind).toBe('unclear')
    expect(read('Thanks', null, { subject: 'Please call me back' }).kind).toBe('unclear')
    expect(read('Cảm ơn shop', null, { subject: 'Cảm ơn' }).kind).toBe('thanks')
    expect(read('Cảm ơn shop', null, { subject: '' }).kind).toBe('thanks')
    expect(read('Cảm ơn shop', null, { subject: 'Trả lời: Hàng bị vỡ thì sao?' }).kind).toBe('thanks')
  })

  test('one star beside words is an ornament', () => {
    expect(read('Cảm ơn shop ⭐', 'csat')).toMatchObject({ kind: 'thanks', score: null })
  })

  test('thanks beside a score are a score', () => {
    expect(read('9, cảm ơn shop', 'nps')).toMatchObject({ kind: 'answer', score: 9 })
    expect(read('Rồi, cảm ơn bạn', 'fcr')).toMatchObject({ kind: 'answer', score: 1 })
  })
})
