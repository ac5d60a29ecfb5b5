import { describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import type { ReplyKind } from '#core/reply/reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const read = (text: string, kind: SurveyKind | null = 'nps') => readReply(aMail(text), kind && { kind })

describe('who wants us to stop', () => {
  test.each([
    'Dừng',
    'dừng lại',
    'DỪNG!',
    'hủy',
    'huỷ',
    'Hủy đăng ký',
    'HUY',
    'huy',
    'TC',
    'tc',
    'STOP',
    'Stop.',
    'stop please',
    'Please stop',
    'STOPALL',
    'unsubscribe',
    'Unsubscribe me please',
    'UNSUBSCRIBE ALL',
    'remove me',
    'Remove me from your list',
    'Please remove my email from this mailing list',
    'take me off your list',
    'opt out',
    'Please opt me out',
    'từ chối',
    'Tôi từ chối nhận quảng cáo',
    'tu choi',
    'không nhận nữa',
    'Tôi không nhận nữa',
    'khong nhan nua',
    'Tôi không muốn nhận email nữa',
    'toi khong muon nhan mail nua',
    'Không muốn nhận thư này nữa nhé',
    'Đừng gửi',
    'Đừng gửi nữa',
    'đừng gửi mail cho tôi nữa',
    'dung gui mail cho toi nua',
    'Xin đừng gửi thư cho tôi',
    'Vui lòng ngừng gửi',
    'ngừng gửi email giúp tôi',
    'Ngưng gửi thông báo cho mình nhé',
    'Dừng gửi khảo sát',
    'Đừng làm phiền tôi nữa',
    'Đừng gọi cho tôi nữa',
    'Xóa tôi khỏi danh sách',
    'Cho tôi ra khỏi danh sách nhận tin',
    'Hủy nhận tin',
    'Tôi muốn hủy đăng ký nhận mail',
    'Chào shop, mình không có nhu cầu nhận tin nữa, cảm ơn.',
    'STOP\nLan',
    'Dừng\n\nTrân trọng,\nNguyễn Lan',
    'stop sending me emails',
    'Stop emailing me',
    'Please stop these surveys',
    'stop all emails',
    'stop it',
    "Please don't email me again",
    'do not contact me anymore',
    'Do not send me any more emails',
    "Don't send me surveys",
    'no more emails please',
    'No more surveys',
    'I no longer wish to receive these emails',
    "I don't want to receive your mails",
    "I don't want your emails",
    'leave me alone',
    'Not interested',
    'I unsubscribed last week and still get mails',
    'Tôi không muốn tham gia khảo sát',
    'ko muốn nhận mail nữa',
    'Tôi rút lại sự đồng ý',
    'I withdraw my consent',
    'Anh Dũng nghỉ việc rồi, đừng gửi mail cho anh ấy nữa',
    'Lan no longer works here. Please remove her from your list.',
    'Enough. Stop.',
    'Không quan tâm',
    'dừng tất cả khảo sát',
    'dừng mấy cái email này lại nữa',
    'tu choi qc',
    'từ chối qc',
    'k nhận nữa',
    'k nhan nua',
    'kg nhận thư nữa',
    'hong nhận nữa',
    'đừng có mà gửi nữa',
    'đừng bao giờ gửi thư cho tôi nữa',
    'Đừng gọi lại cho tôi nữa',
    'unsubcribe',
    'unsuscribe',
    'please unsubcribe me',
    'Tôi đã hủy đăng ký mà vẫn nhận được thư',
    'Đã hủy đăng ký rồi, sao vẫn gửi email cho tôi?',
    "I don't need anything from you",
    "I don't want to receive anything",
    'Hàng tốt. Tôi không nhận thư nữa',
    'Hàng giao trễ quá, tôi không nhận thư nữa',
    'Cho tôi hủy đăng ký được không?',
    'Bạn có thể ngừng gửi email cho tôi được không?',
    'Can you unsubscribe me?',
    'please unsubscribe me?',
    'Could you please stop emailing me?',
    'How do I unsubscribe?',
    'Stop emailing me, ok?',
    'Sao cứ gửi hoài vậy? Đừng gửi nữa',
    'Why are you still emailing me, stop sending me emails',
    'Why? Stop it. You had your answer.',
    'Không sao đâu, đừng gửi thư nữa nhé',
    'Nhưng đừng gửi vào 0912 345 678 nữa',
    '10 điểm\nXin cảm ơn\nNhưng đừng gửi vào số này nữa',
    'Đừng gửi vào mail công ty của tôi nữa',
    'Đừng gửi vào lan.nguyen@example.com nữa',
    'đừng nhắn qua zalo nữa',
    'Thanks,\nStop emailing lan@example.com',
    'Stop texting my wife',
  ])('%j', (text) => expect(read(text)).toMatchObject({ kind: 'optOut' }))

  test.each([
    'đừng hủy đơn hàng',
    'Đừng hủy đơn của tôi nhé',
    'hủy đơn 123',
    'Tôi muốn hủy đơn hàng',
    'stop by the shop',
    'I will stop by the shop tomorrow',
    'Please cancel my order',
    "please don't stop sending these",
    "Don't unsubscribe me please",
    'I accidentally unsubscribed, please sign me up again',
    'Tôi lỡ hủy đăng ký, cho tôi đăng ký lại',
    'Tôi không muốn hủy nhận tin',
    'Tôi không nhận được hàng',
    'Tôi không nhận được email xác nhận',
    'Đừng gửi hàng vào buổi tối',
    "don't send me the wrong size again",
    'Shop từ chối bảo hành',
    'Nhân viên từ chối đổi hàng cho tôi',
    'Ngừng kinh doanh loại trà này rồi à?',
    'nonstop service, great',
    'The bus stop is near your shop',
    'Chị Huy phục vụ rất tốt',
    'Anh Dừng giao hàng rất nhanh',
    'Remove the sticker from the box please',
    'I cannot stop drinking your tea',
    'Xe dừng trước nhà nhưng không giao',
    'Tôi chuyển nhà rồi, đừng gửi vào địa chỉ cũ nữa',
    'Đừng gửi hàng vào buổi tối nữa',
    'Đừng gửi vào buổi tối nữa',
    'Đừng gửi hàng qua số nhà 12 nữa',
  ])('not: %j', (text) => expect(read(text).kind).not.toBe('optOut'))

  test.each<[string, ReplyKind, number | null]>([
    ["I don't need anything else, thank you!", 'unclear', null],
    ['I do not need anything, all good, 10', 'answer', 10],
    ['Không cần gọi lại nhé, tôi ổn rồi', 'request', null],
    ['Không cần gửi lại', 'request', null],
    ['Không cần liên hệ lại', 'request', null],
    ['Không cần gọi điện lại cho tôi', 'request', null],
    ['Tại sao không gửi thư cho tôi nữa? Tôi rất thích', 'request', null],
    ['Tai sao khong gui thu cho toi nua', 'request', null],
    ['Sao lại ngừng gửi email cho mình vậy', 'unclear', null],
    ['Shop không gửi thư cho tôi nữa à?', 'request', null],
    ['Xin hỏi shop không gửi thư cho tôi nữa à?', 'request', null],
    ['Shop không gửi thư cho tôi nữa, phải không?', 'request', null],
    ['why did you stop sending me emails', 'request', null],
    ['Why do you no longer send me emails?', 'request', null],
    ['đừng bao giờ ngừng gửi thư cho tôi nhé', 'unclear', null],
    ['never stop sending me emails', 'unclear', null],
    ['Chín điểm, không nhận nữa thì uổng', 'answer', 9],
    ['ngừng gửi thư thì tiếc lắm', 'unclear', null],
    ['Hàng giao trễ quá, tôi không nhận nữa', 'complaint', null],
    ['Tôi không muốn nhận nữa, hàng trễ', 'complaint', null],
    ['Giá 50 k nhận hàng rồi', 'unclear', null],
    ['Chi Hong nhan thu roi', 'unclear', null],
  ])('must not stop: %j is %s, %s', (text, kind, score) => expect(read(text)).toMatchObject({ kind, score }))

  test.each([
    'Dừng gửi email cho tôi. Nhờ gọi lại cho tôi về đơn hàng 123.',
    'Please stop emailing me. Can you send me the invoice for order 12?',
    'Unsubscribe me and call me back',
  ])('what is asked beside a stop is named: %j', (text) => {
    expect(read(text)).toMatchObject({ kind: 'optOut', reasons: expect.arrayContaining(['also:request']) })
    expect(read(text, null).reasons).toContain('also:request')
  })

  test.each([
    'Tôi muốn hủy đăng ký nhận mail',
    'Đừng gọi cho tôi nữa',
    'Can you unsubscribe me?',
    'Cho tôi hủy đăng ký được không?',
    'Dừng gửi email. Dịch vụ rất tốt, cảm ơn.',
  ])('a stop put as a request asks for nothing else: %j', (text) => {
    const { kind, reasons } = read(text)
    expect(kind).toBe('optOut')
    expect(reasons).not.toContain('also:request')
  })

  test('mail after a stop is a complaint as well', () => {
    expect(read('Tôi đã hủy đăng ký mà vẫn nhận được thư').reasons).toContain('also:complaint')
  })

  test.each([
    ['Dừng tất cả', true],
    ['Đừng gửi bất cứ thứ gì nữa', true],
    ['Đừng gửi gì nữa', true],
    ['stop all emails', true],
    ['STOPALL', true],
    ['Do not send me anything', true],
    ['TC ALL', true],
    ['I withdraw my consent', true],
    ['Dừng', false],
    ['No more surveys', false],
    ['dừng tất cả khảo sát', false],
    ["I don't want anything from you", true],
    ['stop all surveys', false],
    ['Do not send me any more surveys', false],
    ['Đừng gửi khảo sát nữa', false],
  ])('everything or only this kind: %j', (text, all) => {
    const { kind, reasons } = read(text)
    expect(kind).toBe('optOut')
    expect(reasons.includes('optOut:all')).toBe(all)
  })

  test('a stop keeps the score and the complaint that came with it', () => {
    expect(read('2 điểm. Hàng bị vỡ. Đừng gửi mail cho tôi nữa')).toMatchObject({
      kind: 'optOut',
      score: 2,
      reasons: expect.arrayContaining(['also:complaint', 'also:answer']),
    })
  })

  test('the subject of an empty mail counts, for that is what a mailbox sends', () => {
    expect(readReply(aMail('', { subject: 'unsubscribe' }), null)).toMatchObject({ kind: 'optOut', text: '' })
    expect(readReply(aMail('', { subject: 'Re: STOP by today' }), null)).toMatchObject({ kind: 'unclear' })
    expect(readReply(aMail('Trà ngon', { subject: 'unsubscribe' }), null).kind).not.toBe('optOut')
  })
})

describe('who is unhappy', () => {
  test.each([
    'Tôi muốn khiếu nại',
    'toi muon khieu nai',
    'Rất thất vọng',
    'rat that vong',
    'Dịch vụ quá tệ',
    'dich vu qua te',
    'tệ',
    'Hàng bị lỗi',
    'hang loi roi shop oi',
    'Hộp trà bị vỡ',
    'Giao sai hàng rồi',
    'giao thiếu 2 hộp',
    'Giao hàng chậm quá',
    'Tôi chưa nhận được hàng',
    'Không nhận được quà như đã hứa',
    'thái độ nhân viên rất tệ',
    'Lừa đảo',
    'Yêu cầu hoàn tiền',
    'Trả lại tiền cho tôi',
    'Không thể chấp nhận được',
    'Tôi không hài lòng',
    'Sẽ không bao giờ mua nữa',
    'Gọi mãi không ai nghe máy',
    'Chất lượng kém',
    'I want a refund',
    'The cup arrived broken',
    'This is a scam',
    'Very disappointed',
    'terrible service',
    'wrong item',
    'It does not work',
    'The delivery was too slow and the staff rude',
    'I am not happy with this',
    'never buying again',
    'nobody answered my calls',
    'I want to complain',
    'Trà không ngon như lần trước',
    'Hàng tới trễ 3 ngày',
    'ship lâu quá',
    'The box was crushed',
    'I got the wrong tea',
  ])('%j', (text) => expect(read(text)).toMatchObject({ kind: 'complaint' }))

  test.each([
    'không có gì phàn nàn',
    'Không có gì để khiếu nại cả',
    'khong co gi phan nan',
    'không tệ',
    'Không hề thất vọng',
    'Chưa bao giờ thất vọng về shop',
    'hàng không bị lỗi gì',
    'Nothing to complain about',
    'no complaints',
    'not bad',
    'never disappointed',
    'Kem trà xanh ngon lắm',
    'Cho minh xin cong thuc te bao goc tra',
    'toi tra loi roi',
  ])('not: %j', (text) => expect(read(text).kind).not.toBe('complaint'))

  test('a complaint keeps its score, and both are acted upon', () => {
    expect(read('3 điểm. Hàng bị vỡ, tôi rất thất vọng')).toMatchObject({
      kind: 'complaint',
      score: 3,
      reasons: expect.arrayContaining(['score:number', 'also:answer']),
    })
  })

  test.each([['10 điểm cho sự chậm trễ'], ['10/10 hàng vỡ nát, quá tệ'], ['10 points for the broken cup']])(
    'top marks for a fault are irony: the score stands, and a person reads the words: %j',
    (text) => {
      const reasons = expect.arrayContaining(['score:contradicted', 'also:answer'])
      expect(read(text)).toMatchObject({ kind: 'complaint', score: 10, reasons })
    },
  )

  test('bottom marks with praise are the scale read upside down: a person must ask', () => {
    expect(read('1 - excellent service')).toMatchObject({ kind: 'unclear', score: 1 })
  })

  test.each<[string, SurveyKind | null]>([
    ['0 hài lòng', 'nps'],
    ['0 hai long', 'nps'],
    ['0 hài lòng', 'csat'],
    ['Tôi 0 hài lòng về dịch vụ', 'csat'],
  ])('a nought for "không" is no praise: %j to %s', (text, kind) => {
    expect(read(text, kind)).toMatchObject({ kind: 'unclear', score: null })
  })

  test('a nought takes no complaint away, and a ten no praise', () => {
    expect(read('0 điểm quá tệ').kind).toBe('complaint')
    expect(read('10 hài lòng').kind).toBe('answer')
  })

  test('where contentment is asked, not being content is an answer', () => {
    expect(read('Không hài lòng', 'csat')).toMatchObject({ kind: 'answer', score: 2 })
    expect(read('Không hài lòng')).toMatchObject({ kind: 'complaint', score: null })
  })
})

describe('who asks about their own data', () => {
  test.each([
    ['Xóa dữ liệu của tôi', 'erase'],
    ['Vui lòng xóa toàn bộ thông tin cá nhân của tôi', 'erase'],
    ['xoa thong tin cua toi', 'erase'],
    ['Tôi muốn xóa tài khoản', 'erase'],
    ['Please delete my data', 'erase'],
    ['Delete all the data you have about me', 'erase'],
    ['delete my account', 'erase'],
    ['What data do you hold about me?', 'access'],
    ['I want a copy of my personal data', 'access'],
    ['Công ty lấy thông tin của tôi ở đâu?', 'access'],
    ['Cho tôi xem thông tin nào về tôi đang được lưu', 'access'],
    ['Cập nhật thông tin của tôi giúp', 'correct'],
    ['My name is misspelled', 'correct'],
    ['Tên tôi bị sai', 'correct'],
    ['Hạn chế xử lý dữ liệu của tôi', 'restrict'],
    ['I object to the processing of my data', 'object'],
    ['Tôi phản đối việc sử dụng dữ liệu', 'object'],
  ])('%j: %s', (text, right) => {
    expect(read(text)).toMatchObject({ kind: 'request', reasons: expect.arrayContaining([`rights:${right}`]) })
  })

  test('withdrawn consent is a stop of everything, and told as a right too', () => {
    expect(read('Tôi rút lại sự đồng ý').reasons).toEqual(expect.arrayContaining(['rights:withdraw', 'optOut:all']))
  })

  test('a wish about an order is no wish about data', () => {
    for (const text of ['Xóa đơn hàng của tôi', 'Delete my order please', 'Cập nhật giá giúp tôi'])
      expect(read(text).reasons.filter((reason) => reason.startsWith('rights:'))).toEqual([])
  })
})

describe('who answers, asks, or must be read by a person', () => {
  test.each<[string, SurveyKind | null, ReplyKind, number | null]>([
    ['9', 'nps', 'answer', 9],
    ['9', null, 'unclear', null],
    ['Rồi', 'fcr', 'answer', 1],
    ['Rất hài lòng', 'csat', 'answer', 5],
    ['Rất tốt, cảm ơn shop', 'nps', 'answer', null],
    ['Great service, thanks!', 'nps', 'answer', null],
    ['Cảm ơn shop', null, 'thanks', null],
    ['Cảm ơn', 'nps', 'thanks', null],
    ['8-9', 'nps', 'unclear', null],
    ['5 sao', 'nps', 'unclear', null],
    ['😀', 'nps', 'unclear', null],
    ['11', 'nps', 'unclear', null],
    ['tôi đợi 3 ngày', 'nps', 'unclear', null],
    ['', 'nps', 'unclear', null],
    ['asdf qwer', 'nps', 'unclear', null],
    ['Khi nào có trà mới?', 'nps', 'request', null],
    ['Gọi lại cho tôi', 'nps', 'request', null],
    ['hủy đơn 123', 'nps', 'request', null],
    ['đừng hủy đơn hàng', 'nps', 'request', null],
    ['Please call me back', 'nps', 'request', null],
    ['Could you send me an invoice?', null, 'request', null],
    ['9. Khi nào có trà mới?', 'nps', 'answer', 9],
  ])('%j to %s: %s, %s', (text, kind, expected, score) => expect(read(text, kind)).toMatchObject({ kind: expected, score }))

  test('a question beside a score is named, so that it is not lost', () => {
    expect(read('9. Khi nào có trà mới?').reasons).toContain('also:request')
  })

  test('thanks in a mail that is not clear are named, so that nobody need be called to read it', () => {
    expect(read('Cảm ơn shop nhiều nhé, để mình xem', null)).toMatchObject({ kind: 'unclear', reasons: ['word:thanks'] })
  })
})

describe('the language', () => {
  test.each([
    ['Giao hàng nhanh, cảm ơn', 'vi'],
    ['giao hang nhanh, cam on shop nhieu', 'vi'],
    ['Chín điểm', 'vi'],
    ['chin diem', 'vi'],
    ['dừng', 'vi'],
    ['Great service, thank you', 'en'],
    ['Thanks for everything, Nguyễn Hồng Ngữ', 'en'],
    ['STOP', 'en'],
    ['9', 'und'],
    ['', 'und'],
    ['😀', 'und'],
    ['非常好', 'und'],
  ])('%j: %s', (text, language) => expect(read(text).language).toBe(language))
})

describe('what a machine wrote', () => {
  const machine = (headers: Record<string, string>, overrides: Parameters<typeof aMail>[1] = {}) =>
    readReply(aMail('9', { ...overrides, headers }), { kind: 'nps' })

  test.each<[string, Record<string, string>, ReplyKind]>([
    ['auto-replied', { 'Auto-Submitted': 'auto-replied' }, 'autoReply'],
    ['auto-generated, with a comment', { 'Auto-Submitted': 'auto-generated (vacation)' }, 'autoReply'],
    ['auto-notified', { 'Auto-Submitted': 'Auto-Notified; owner-email="a@b"' }, 'autoReply'],
    ['X-Autoreply', { 'X-Autoreply': 'yes' }, 'autoReply'],
    ['X-Autorespond', { 'X-Autorespond': 'Re: hello' }, 'autoReply'],
    ['Precedence auto_reply', { Precedence: 'auto_reply' }, 'autoReply'],
    ['Precedence bulk', { Precedence: 'bulk' }, 'autoReply'],
    ['Precedence junk', { Precedence: 'junk' }, 'autoReply'],
    ['Precedence list', { Precedence: 'list' }, 'autoReply'],
    ['a list', { 'List-Id': '<a.example.com>' }, 'autoReply'],
    ['a newsletter', { 'List-Unsubscribe': '<https://example.com/u>' }, 'autoReply'],
    ['a null return path', { 'Return-Path': '<>' }, 'autoReply'],
    ['a loop', { 'X-Loop': 'cskh@example.com' }, 'autoReply'],
    ['a read receipt', { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' }, 'autoReply'],
    ['a delivery report', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x' }, 'bounce'],
    ['failed recipients', { 'X-Failed-Recipients': 'a@b.example' }, 'bounce'],
    [
      'a report that is also automatic',
      { 'Content-Type': 'multipart/report; report-type="delivery-status"', 'Auto-Submitted': 'auto-replied' },
      'bounce',
    ],
  ])('%s', (_what, headers, kind) => {
    const reading = machine(headers)
    expect(reading).toMatchObject({ kind, score: null })
    expect(reading.reasons[0]).toMatch(/^(header|type):/)
  })

  test.each<[string, Record<string, string>]>([
    ['Auto-Submitted: no', { 'Auto-Submitted': 'no' }],
    ['X-Auto-Response-Suppress, which Outlook gives to people', { 'X-Auto-Response-Suppress': 'All' }],
    ['a usual return path', { 'Return-Path': '<lan@example.com>' }],
    ['Precedence: normal', { Precedence: 'first-class' }],
  ])('a person: %s', (_what, headers) => expect(machine(headers)).toMatchObject({ kind: 'answer', score: 9 }))

  test.each<[string, ReplyKind]>([
    ['MAILER-DAEMON@mail.example.com', 'bounce'],
    ['no-reply@example.com', 'autoReply'],
    ['noreply@example.com', 'autoReply'],
    ['donotreply@example.com', 'autoReply'],
    ['noreply-lan@example.com', 'autoReply'],
    ['nora.reply@example.com', 'answer'],
    ['', 'answer'],
  ])('from %s: %s', (from, kind) => expect(machine({}, { from }).kind).toBe(kind))

  test.each<[string, ReplyKind]>([
    ['Trả lời tự động: Khảo sát', 'autoReply'],
    ['Tự động trả lời: Khảo sát', 'autoReply'],
    ['Automatic reply: Survey', 'autoReply'],
    ['Auto-reply: Survey', 'autoReply'],
    ['Out of office', 'autoReply'],
    ['Out of Office: Re: Survey', 'autoReply'],
    ['Vắng mặt', 'autoReply'],
    ['Vắng mặt: Khảo sát', 'autoReply'],
    ['Re: Out of office', 'answer'],
    ['Re: Trả lời tự động', 'answer'],
    ['Vắng mặt khi giao hàng', 'answer'],
    ['Away game tickets', 'answer'],
  ])('the subject %j: %s', (subject, kind) => expect(machine({}, { subject }).kind).toBe(kind))

  test('the words "trả lời tự động" in a person’s text make no machine of them', () => {
    expect(readReply(aMail('9. Hôm qua tôi nhận được thư trả lời tự động của shop'), { kind: 'nps' })).toMatchObject({
      kind: 'answer',
      score: 9,
    })
  })

  test('a stop in an absence note stops nothing', () => {
    expect(readReply(aMail('STOP', { headers: { 'Auto-Submitted': 'auto-replied' } }), { kind: 'nps' }).kind).toBe('autoReply')
  })
})

describe('what the mail service warns of', () => {
  test.each([
    ['x-ses-spam-verdict', 'verdict:spam'],
    ['x-ses-virus-verdict', 'verdict:virus'],
  ])('%s FAIL: nobody’s answer', (name, reason) => {
    expect(readReply(aMail('9', { headers: { [name]: 'FAIL' } }), { kind: 'nps' })).toMatchObject({
      kind: 'unclear',
      score: null,
      reasons: [reason],
    })
  })

  test('passed or not made: an answer', () => {
    for (const verdict of ['PASS', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'])
      expect(readReply(aMail('9', { headers: { 'x-ses-spam-verdict': verdict } }), { kind: 'nps' }).kind).toBe('answer')
  })

  test('what was found out about the sender is noted, by the topmost header alone', () => {
    const mail = {
      ...aMail('9'),
      headers: new Map([
        [
          'authentication-results',
          ['amazonses.com; spf=fail (x) smtp.mailfrom=a; dkim=pass; dmarc=fail', 'forged; spf=pass; dkim=temperror'],
        ],
      ]),
    }
    expect(readReply(mail, { kind: 'nps' })).toMatchObject({
      kind: 'answer',
      reasons: ['score:number', 'auth:spf-fail', 'auth:dmarc-fail'],
    })
  })
})

describe('harmless text', () => {
  test('controls, zero-width marks and marks that turn writing are gone; lines stay', () => {
    expect(read('A\u0000B\u200B\u202Eevil\u2066\r\nC\u00A0D\u0007\rE\uFEFF').text).toBe('ABevil\nC D\nE')
  })
  test('a word cannot be hidden by invisible marks', () => {
    expect(read('S\u200BT\u00ADO\u2060P')).toMatchObject({ kind: 'optOut', text: 'STOP' })
  })
  test('decomposed letters are composed', () => {
    expect(read('Chín điểm'.normalize('NFD'))).toMatchObject({ kind: 'answer', score: 9, text: 'Chín điểm' })
  })
  test('at most 10,000 characters are kept, never half of one, and it is said', () => {
    const { text, reasons } = read('😀'.repeat(9000))
    expect(text.length).toBeLessThanOrEqual(10_000)
    expect(text.isWellFormed()).toBe(true)
    expect(reasons).toContain('text:cut')
  })
  test('markup stays as it was written, for whoever shows it to escape', () => {
    expect(read('<script>alert(1)</script> 9').text).toBe('<script>alert(1)</script> 9')
  })
})
