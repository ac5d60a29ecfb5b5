import { describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const read = (text: string, kind: SurveyKind | null = 'nps') => readReply(aMail(text), kind && { kind })

describe('a complaint beside a score', () => {
  test.each<[string, number]>([
    ['3 điểm. Hàng bị vỡ', 3],
    ['7 điểm, giao hàng chậm quá', 7],
    ['8. Thanks! The cup arrived broken, please call', 8],
    ['9 nhưng giao hơi lâu', 9],
    ['9 điểm, nhưng hàng bị móp', 9],
    ['10 điểm vì đã làm mất hàng của tôi', 10],
    ['10 điểm cho sự chậm trễ', 10],
    ['10/10 hàng vỡ nát, quá tệ', 10],
    ['10 points for the broken cup', 10],
    ['10 for losing my parcel', 10],
    ['10/10 for making me wait three weeks', 10],
    ['10 điểm vì bắt tôi chờ 3 tuần', 10],
    ['10 điểm cho thái độ lồi lõm', 10],
    ['muoi diem vi da lam mat hang cua toi', 10],
    ['10 diem, hang be nat het', 10],
    ['9 điểm mà hộp trà rỗng không', 9],
    ['10đ vì giao thiếu món', 10],
    ['9. Máy bị hư sau 2 ngày', 9],
    ['10, my order never came', 10],
    ['9/10 but the lid was cracked', 9],
    ['0 điểm quá tệ', 0],
    ['3 điểm tệ quá', 3],
    ['2 points, terrible', 2],
    ['10 điểm, thất lạc luôn đơn hàng', 10],
    ['Mười điểm cho dịch vụ lừa đảo', 10],
    ['9 điểm, tiếc là trà bị mốc', 9],
    ['10 điểm vì chờ dài cổ', 10],
    ['10 điểm nha, mà hàng bị trầy', 10],
    ['9 nhưng máy không chạy', 9],
    ['10 điểm mà gọi hoài không nghe', 10],
    ['10/10 for ignoring my emails', 10],
    ['Perfect 10, the cup came in pieces', 10],
    ['Great job breaking my teapot. 10.', 10],
  ])('%j is a complaint, its %d kept', (text, score) => {
    const reading = read(text)
    expect(reading).toMatchObject({ kind: 'complaint', score })
    expect(reading.holds).toContainEqual({ is: 'complaint' })
  })

  test.each([
    'Tuyệt vời, hàng bể nát',
    'Tuyệt vời. Hộp trà tới nơi thì bể.',
    'Tuyệt vời, mở ra toàn trà vụn',
    'Dịch vụ "tuyệt vời" của shop',
    'Your “excellent” service',
    'Tuyệt vời thật, đợi cả tháng mà chưa thấy hàng',
    'Great, you lost my package again',
    'Wonderful service, everything broken',
    'Xuất sắc, gọi 5 lần không ai nghe máy',
    'Cảm ơn shop đã giao sai hàng',
    'Hay quá ha, giao hàng cho ai rồi không biết',
    'Wow, amazing: the box was empty',
    'Dịch vụ tuyệt vời ghê, làm hư luôn cái máy của tui',
  ])('praise of something broken is no answer: %j', (text) => {
    expect(['complaint', 'unclear']).toContain(read(text).kind)
    expect(read(text).score).toBeNull()
  })
})

describe('a score that its own words contradict goes to a person, and is kept', () => {
  test.each<[string, SurveyKind, number]>([
    ['1 - excellent service', 'nps', 1],
    ['0 điểm, dịch vụ rất tốt', 'nps', 0],
    ['1 điểm. Tuyệt vời!', 'nps', 1],
    ['1 - very good, I love it', 'csat', 1],
    ['2 sao, shop tuyệt vời, trà ngon lắm', 'csat', 2],
    ['10 điểm, lần sau khỏi mua', 'nps', 10],
    ['9 điểm, never again', 'nps', 9],
    ['10 điểm. Đùa thôi', 'nps', 10],
    ['10 (just kidding)', 'nps', 10],
    ['10 điểm, nói mỉa mai đấy', 'nps', 10],
    ['10/10 🙄', 'nps', 10],
    ['10 điểm 🤡', 'nps', 10],
    ['10 điểm 🤬🤬', 'nps', 10],
    ['9 điểm 😡', 'nps', 9],
    ['10 điểm cho dịch vụ "tuyệt vời" của shop', 'nps', 10],
  ])('%j to %s', (text, kind, score) => {
    const reading = read(text, kind)
    expect(['unclear', 'complaint']).toContain(reading.kind)
    expect(reading.score).toBe(score)
    expect(reading.reasons).toContain('score:contradicted')
    expect(reading.holds).toContainEqual({ is: 'contradicted-score' })
  })

  test.each<[string, number]>([
    ['9 điểm, không có gì phàn nàn', 9],
    ['10 điểm, không bị vỡ hay móp gì', 10],
    ['10, no complaints', 10],
    ['9 vì giao hàng không bao giờ trễ', 9],
    ['10 điểm, giao nhanh, không phải chờ lâu', 10],
    ['10. Nothing broken, everything arrived', 10],
    ['2 điểm', 2],
    ['3 điểm vì giá cao', 3],
    ['9 điểm. Lần sau giao nhanh hơn nhé', 9],
    ['10 điểm 😂', 10],
    ['10 điểm, mất có 5 phút là xong', 10],
  ])('not: %j', (text, score) => {
    const reading = read(text)
    expect(reading).toMatchObject({ kind: 'answer', score })
    expect(reading.reasons).not.toContain('score:contradicted')
  })
})
