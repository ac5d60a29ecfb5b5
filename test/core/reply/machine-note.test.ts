/** A person who is away, and a program that says so for them. */
import { describe, expect, test } from 'vitest'
import { readReply } from '#core/reply/read-reply.ts'
import type { ReplyKind } from '#core/reply/reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const read = (text: string, over: Parameters<typeof aMail>[1] = {}) => readReply(aMail(text, over), null)

describe('the words of a person who is away are theirs', () => {
  test.each<[string, string, ReplyKind]>([
    ['Vắng mặt từ ngày 10/3', 'Đừng gửi thư cho tôi nữa', 'optOut'],
    ['Away: stop writing', 'Please stop emailing me.', 'optOut'],
    ['Out of office', 'Unsubscribe', 'optOut'],
    ['Out of office', 'Hàng bị vỡ, tôi đang đi vắng', 'complaint'],
    ['Vắng mặt', 'Vui lòng xóa toàn bộ dữ liệu cá nhân của tôi.', 'request'],
    ['Vắng mặt từ ngày 10/3', 'Nhờ shop giao sau giúp mình', 'unclear'],
    ['Away until Friday', 'Please deliver on Saturday instead.', 'unclear'],
    ['Away until Friday', 'My neighbour takes it in', 'unclear'],
    ['On leave', 'Is the shop open on Sunday?', 'request'],
    ['Automatic reply: Survey', 'Lan no longer works here. Please remove her from your mailing list.', 'optOut'],
  ])('under the subject %j: %j', (subject, text, kind) => {
    const reading = read(text, { subject })
    expect(reading.kind === kind || (kind === 'unclear' && reading.kind === 'request')).toBe(true)
    expect(reading.reasons.join()).not.toMatch(/(subject|text):/)
  })

  test.each([
    'Mình đang đi du lịch, lúc trở về mình ghé lấy, nhớ giữ giúp 2 hộp nhé',
    'Mình đang nghỉ thai sản, vui lòng liên hệ số mới 0912 345 678 nhé',
    'Mình đang nghỉ thai sản, vui lòng liên hệ số mới 0912 345 678',
    'I am away this week, please leave it at the gate, will be back on Monday',
    'I am on vacation, back on Monday, my neighbour takes it in',
    "I'm away until Friday, keep my tea until I return",
    'I am out of the office until 5 April, the tea was lovely, will write when I return',
    'Tôi đang đi công tác, khi trở về tôi uống thử rồi nói',
    'Tôi đang đi công tác, chị nhà tôi uống khen ngon, khi trở về tôi viết thêm',
    'Em đang nghỉ phép, sau khi trở lại em qua lấy ấm',
    'Hiện tôi đi vắng, ấm nước vẫn để ở bảo vệ, khi quay lại tôi lấy',
    'Đây là thư tự động hay người viết, mình muốn đổi địa chỉ',
    'Thư này là thư tự động, tôi cần gặp người thật',
    'This is an automated message, I need a person to call me',
    'We received your email and the box. We will reply when we have tasted it, please send two more.',
  ])('%j', (text) => expect(read(text).kind).not.toBe('autoReply'))

  test.each<[string, Record<string, string>]>([
    ['a group passed it on', { 'List-Id': '<nhom.googlegroups.com>', Precedence: 'list' }],
    ['Precedence: bulk', { Precedence: 'bulk' }],
    ['a loop mark', { 'X-Loop': 'office@example.com' }],
  ])('a stop and a complaint stand where only %s', (_what, headers) => {
    expect(read('Unsubscribe me please', { headers })).toMatchObject({ kind: 'optOut' })
    expect(read('Ấm bị vỡ, đổi giúp tôi', { headers })).toMatchObject({ kind: 'complaint' })
    expect(read(`${'Tin tức trong tuần của nhóm. '.repeat(30)}\nUnsubscribe`, { headers })).toMatchObject({ kind: 'autoReply' })
  })
})

describe('a program’s note is told by its words', () => {
  test.each([
    'Out of office 9-15 March. Back on the 16th. For urgent matters call 0912 345 678',
    'Out of the office until 16 March. In urgent cases please contact Lan.',
    'Em hiện nghỉ phép tới 15/3. Việc gấp vui lòng liên hệ chị Hoa 0912 345 678.',
    'Xin chào, hiện tôi đang nghỉ phép đến hết ngày 15/03, tôi sẽ phản hồi sau khi đi làm lại.',
    'I am on parental leave until 1 June with no access to email.',
    'Hello,\nI am currently travelling and will be checking email from time to time.\nIn case of urgency, contact Mai.\nBest regards,\nJohn Smith\nACME',
    'Kính gửi anh/chị,\nTôi đang đi công tác đến 20/3. Tôi sẽ trả lời thư khi trở lại. Rất mong anh chị thông cảm.\nTrân trọng,\nNguyễn Lan',
    'Đây là thư trả lời tự động. Vui lòng gửi email tới info@example.com.',
  ])('%j', (text) => {
    expect(read(text).kind).toBe('autoReply')
    expect(readReply(aMail(text), { kind: 'nps' })).toMatchObject({ kind: 'autoReply', score: null })
  })

  test.each([
    ['Out of office', 'I will return on Monday. Lan'],
    ['Vắng mặt', 'Tôi sẽ trả lời sau.'],
    ['Away until Friday', ''],
    ['Automatic reply: Survey', 'Please stop by room 9.'],
  ])('and under the subject %j: %j', (subject, text) => expect(read(text, { subject }).kind).toBe('autoReply'))
})
