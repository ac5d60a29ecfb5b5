/** An answer is settled without a person only when its words are understood: most happy comments are, and nothing else is. */
import { describe, expect, test } from 'vitest'
import type { ScoredKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import type { ReplyReading } from '#core/reply/reply.ts'
import { bandOf } from '#core/survey/scale.ts'
import { aMail } from '#test/core/reply/a-mail.ts'
import { FOR_A_PERSON } from '#test/core/reply/comments/for-a-person.ts'
import { HAPPY } from '#test/core/reply/comments/happy.ts'

const read = (text: string, kind: ScoredKind = 'nps') => readReply(aMail(text), { kind })
const settledAlone = ({ kind, holds }: ReplyReading) => (kind === 'answer' || kind === 'thanks') && holds.length === 0

describe('happy comments', () => {
  test('at most one in ten goes to a person, and every one of them is an answer', () => {
    const readings = HAPPY.map(([kind, text]) => ({ text, reading: read(text, kind) }))
    const toPerson = readings.filter(({ reading }) => !settledAlone(reading)).map(({ text }) => text)
    expect(HAPPY.length).toBeGreaterThan(200)
    expect(toPerson.length / HAPPY.length).toBeLessThanOrEqual(0.1)
    expect(readings.filter(({ reading }) => reading.kind !== 'answer').map(({ text }) => text)).toEqual([])
  })
})

describe('what a person must read', () => {
  test.each(FOR_A_PERSON)('%s %j is never settled alone', (kind, text) => {
    const reading = read(text, kind)
    const called = reading.score !== null && bandOf(kind, reading.score) === 'low'
    expect(called || !settledAlone(reading)).toBe(true)
  })

  test('the score that stands beside such words counts', () => {
    for (const [text, score] of [
      ['9 điểm, hạng mục khác trao đổi sau', 9],
      ['8 điểm, nước trà đục', 8],
      ['9. Lid gone', 9],
      ['10. I moved to Hue', 10],
    ] as const)
      expect(read(text)).toMatchObject({ kind: 'answer', score, holds: [{ is: 'words-to-read' }] })
  })

  test('praise instead of a score is an answer too, and no more settled by itself', () => {
    expect(read('Dịch vụ rất tốt')).toMatchObject({ kind: 'answer', score: null, holds: [] })
    expect(read('Dịch vụ rất tốt, mà nắp đâu mất tiêu')).toMatchObject({ kind: 'answer', holds: [{ is: 'words-to-read' }] })
  })

  test('what a person reads anyway is not told twice', () => {
    expect(read('9. Khi nào có trà mới?').holds).toEqual([{ is: 'request' }])
    expect(read('9 điểm, hàng bị vỡ').holds).not.toContainEqual({ is: 'words-to-read' })
    expect(read('9. Đừng gửi thư cho tôi nữa').holds).toEqual([{ is: 'stop', all: false }])
  })
})

describe('one word decides', () => {
  test.each([
    ['9 điểm, trà ngon', '9 điểm, trà không ngon'],
    ['9 điểm, giao nhanh lắm nhé', '9 điểm, giao nhanh nhé'],
    ['9 điểm, trà thơm', '9 điểm, trà thơm mùi xà phòng'],
    ['10. Great tea', '10. Great tea, wrong lid'],
    ['9 điểm\nHuy', '9 điểm\nThiếu'],
    ['9 điểm\nNguyễn Thị Lan', '9 điểm\nChưa Nhận Được'],
    ['10. Thanks,\nJohn', '10. Thanks,\nLid'],
    ['9 diem, tra ngon', '9 diem, tra do'],
    ['10 điểm 😊', '10 điểm 😞'],
    ['9 điểm, rất đáng tiền', '9 điểm, rất đáng tiếc'],
    ['9 điểm, không có gì để chê', '9 điểm, có gì để chê'],
    ['9 điểm, không bị vỡ', '9 điểm, không gói'],
  ])('%j is settled, %j is not', (settled, open) => {
    expect(settledAlone(read(settled))).toBe(true)
    expect(settledAlone(read(open))).toBe(false)
  })

  test('a text too long for a comment is a story', () => {
    expect(settledAlone(read(`9 điểm. ${'Trà rất ngon. '.repeat(90)}`))).toBe(false)
  })
})
