/** A mail that asks for several ratings is answered on its page: a number in a reply may mean any of them, so a person reads it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReply } from '#core/reply/read-reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const read = (text: string) => readReply(aMail(text), { kind: 'csi' })

describe('a reply to a survey of attributes', () => {
  test.each(['9', '9/10', '9 điểm', 'Dạ em cho 8 điểm ạ', 'Chín điểm', '8, 9, 7', "I'd say 9", 'Trà 9, giao hàng 6'])(
    '%j gives no score, and a person reads it',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'unclear', score: null })
      expect(read(text).reasons).toContain('score:ambiguous')
    },
  )

  test('praise answers in words, and what is told beside it is for a person', () => {
    expect(read('Dịch vụ rất tốt')).toMatchObject({ kind: 'answer', score: null, holds: [] })
    expect(read('Dịch vụ rất tốt, mà nắp đâu mất tiêu')).toMatchObject({ kind: 'answer', holds: [{ is: 'words-to-read' }] })
  })

  test.each([
    ['9 điểm, hàng bị vỡ', 'complaint'],
    ['Khi nào có trà mới?', 'request'],
    ['Đừng gửi thư cho tôi nữa', 'optOut'],
    ['Cảm ơn công ty', 'thanks'],
  ])('%j is read as in any other mail: %s', (text, kind) => {
    expect(read(text)).toMatchObject({ kind, score: null })
  })

  test('whatever is written, no score is read', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('9', '10/10', '8 điểm', 'năm sao', 'Tốt', 'trà 7', '1.', 'ten'))
    fc.assert(fc.property(fc.array(line, { maxLength: 4 }), (lines) => read(lines.join('\n')).score === null))
  })
})
