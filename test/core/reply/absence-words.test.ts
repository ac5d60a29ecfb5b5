import { describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const read = (text: string, kind: SurveyKind | null = 'nps') => readReply(aMail(text), kind && { kind })

describe('an absence note that only its words give away', () => {
  test.each([
    'I am currently out of the office and will return on Monday, 5 April. For urgent matters please contact Lan at lan@example.com.',
    'Hello,\n\nThank you for your email. I am out of office until 12/04 with limited access to email. I will reply when I return.\n\nBest regards,\nJohn',
    "I'm on annual leave from 1 to 9 April. I will respond to your message upon my return.",
    'Thanks for your message. I am on maternity leave until June. Please contact my colleague Mai in the meantime.',
    'I will be away from my desk until Tuesday and will have no access to email.',
    'Out of office\n\nI am travelling this week and will get back to you as soon as possible when I am back.',
    'This is an automatic reply. I have received your message and will answer soon.',
    'This is an automated response. Please do not reply to this email.',
    'Thank you for contacting us. We have received your email and will get back to you within 24 hours. This is an automated message.',
    'This mailbox is no longer monitored. Please write to info@example.com instead.',
    'Tôi hiện đang nghỉ phép từ ngày 1/4 đến 9/4 và sẽ trả lời email khi quay lại làm việc. Việc gấp vui lòng liên hệ chị Mai, 0909 123 456.',
    'Xin chào,\n\nCảm ơn anh/chị đã gửi email. Hiện tôi đang đi công tác, hạn chế truy cập email. Tôi sẽ phản hồi sớm nhất khi trở lại văn phòng.\n\nTrân trọng,\nLan',
    'Hiện tại tôi vắng mặt tại văn phòng đến hết ngày 10/04. Vui lòng liên hệ đồng nghiệp của tôi khi cần gấp.',
    'Tôi đang nghỉ thai sản đến tháng 6. Mọi công việc vui lòng liên hệ với chị Hoa: hoa@example.com',
    'toi dang nghi phep den ngay 9/4, se tra loi email khi quay lai',
    'Đây là thư trả lời tự động. Tôi đã nhận được email của bạn và sẽ trả lời sớm.',
    'Email này được gửi tự động, vui lòng không trả lời.',
    'Cảm ơn bạn đã liên hệ với chúng tôi. Chúng tôi đã nhận được email của bạn và sẽ phản hồi trong vòng 24 giờ. Đây là email tự động.',
    'Hộp thư này không còn được sử dụng. Vui lòng gửi email tới info@example.com.',
    "Hi, I'm currently on PTO and back on the 9th. For anything urgent, ping Anna.",
    "Thank you for your email. I'm currently out of office, returning on 5 April.",
    'I am on parental leave. For support please contact support@example.com',
    'Xin chào! Tôi đang trong kỳ nghỉ phép năm từ 01/04 đến 10/04. Tôi sẽ kiểm tra email định kỳ. Nếu gấp xin liên hệ 0909123456',
    'Em đang đi công tác ở Singapore tới hết tuần, em sẽ trả lời thư sau ạ',
    'Cảm ơn bạn đã gửi thư. Chúng tôi đã nhận được và sẽ phản hồi trong 24h làm việc.',
    'We received your email. Your ticket number is 12345. A member of our team will respond within one business day.',
    'Em đang nghỉ lễ từ 29/4 đến 3/5, email sẽ được trả lời sau khi em đi làm lại ạ.',
  ])('%j', (text) => {
    expect(read(text)).toMatchObject({ kind: 'autoReply', score: null })
    expect(read(text, null)).toMatchObject({ kind: 'autoReply' })
    expect(read(text).reasons[0]).toMatch(/^text:(absence|automatic)$/)
  })

  test.each([
    '9. Hôm qua tôi nhận được thư trả lời tự động của shop',
    'Tôi đang đi công tác, gọi lại cho tôi tuần sau nhé',
    'Tôi đang nghỉ phép đến thứ hai, giao hàng sau ngày đó giúp tôi',
    'I am on vacation until Monday, please deliver my order after that',
    'I am out of the office until 5 April. Could you call me after that?',
    'I am on leave until Monday and will reply then. Stop sending me emails.',
    'Tôi đang nghỉ phép đến 9/4, sẽ trả lời sau. Hàng bị vỡ, đổi giúp tôi.',
    'I am away until Friday, 9 points, will write more when I return',
    'Your automatic reply did not answer my question',
    'This is an automatic reply? I want a person.',
    'Shop toàn trả lời tự động, không ai giải quyết',
    'Tôi vắng nhà đến chiều',
    'I was out of the office when the parcel came',
    'Nhân viên nói đang nghỉ phép và sẽ trả lời sau, tới giờ chưa thấy',
  ])('a person wrote: %j', (text) => expect(read(text).kind).not.toBe('autoReply'))
})
