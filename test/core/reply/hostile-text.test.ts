/** Texts made to be slow to read: every reading is linear in what is read, and what is read is bounded. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SURVEY_KINDS, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { aMail } from '#test/core/reply/a-mail.ts'
import { cpuTimer } from '#test/core/reply/cpu-time.ts'

const SEED = 20270311
console.info(`hostile texts: seed ${SEED}`)
const MB = 1_000_000
/**
 * A reading takes some 100 ms, on a busy machine a few times that. One that looked back over the text for each letter would take minutes, and so would
 * one that doubled its work with each of them.
 */
const NEVER_MS = 3_000
const filled = (piece: string, most = MB) => piece.repeat(Math.ceil(most / piece.length)).slice(0, most)

function readingTime(text: string, kind: SurveyKind): number {
  const worked = cpuTimer()
  const reading = readReply(aMail(text), { kind })
  const took = worked()
  expect(reading.text.length).toBeLessThanOrEqual(10_000)
  return took
}

describe('a megabyte is read in linear time', () => {
  test.each([
    ...[
      'a',
      ' ',
      '\n',
      '>',
      '-',
      '_',
      '9',
      '9 ',
      '9/',
      '9-',
      '0 ',
      '0-',
      '.',
      '*',
      '(',
      '[',
      '<',
      '@',
      'a@',
      '|',
      ':',
      '?',
      '!',
      '\u0301',
      '😀',
      '§',
      '\\',
    ],
    ...[
      'không ',
      'cho tôi ',
      'đừng gửi ',
      'đừng gửi cho tôi ',
      'nữa ',
      'tin nhắn quảng cáo ',
      'stop ',
      'stop sending ',
      'any more ',
      'not ',
      'remove me ',
      'why stop emails and ',
      'không nhận nữa hàng ',
      'hủy đăng ký mà vẫn ',
      'không nhận nữa thì ',
      'đừng gửi nữa, xin?',
      'k nhận ',
    ],
    ...[
      'không có gì phải ',
      'hủy ',
      'từ chối ',
      'xóa dữ liệu ',
      'rất ',
      'giao hàng ',
      'điểm ',
      'chín ',
      'điểm 9 ',
      '9 điểm ',
      'on a scale of 0 ',
      'a, ',
    ],
    ...[
      'On 1 <a@b wrote\n',
      'Vào 1\n',
      'From: x\n',
      'Từ: x\nĐến: y\n',
      '-- \n',
      '> a\nb\n',
      '-----\n',
      'Sent from \n',
      'Trân trọng\n0912345678\n',
      'a?',
      'http://a',
      'On 10/03/2027 9:00 X <a@b.c> wrote:',
      'Vào 9:00 10/3/2027 ',
      'From: a@b x Date: ',
      '----- original ',
      '--- a wrote ',
      'Date: a\nTo: a\n',
      'Sent from my Galaxy ',
      'this email confidential attachments\n\n',
      '-- \nLan\n',
      'Cảm ơn.\nLan\n0912345678\n\n',
      '==',
    ],
    ...[
      'what data ',
      'delete my ',
      'i no longer want to receive ',
      'rất hài lòng ',
      'tôi tôi ',
      'dạ vâng ạ ',
      '1. a\n',
      '* 9',
      'thang 0 ',
      '+84 ',
    ],
  ])('%j, again and again', (piece) => {
    // As one reading of each length that takes another way: all of it, and just below the bounds.
    for (const text of [filled(piece), filled(piece, 9_900), filled(piece, 2_900)]) {
      for (const kind of SURVEY_KINDS.slice(0, text.length > 10_000 ? 1 : 2)) {
        expect(readingTime(text, kind)).toBeLessThan(NEVER_MS)
      }
    }
  })
})

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '9',
      '9/10',
      ' điểm',
      'không ',
      'đừng ',
      'gửi ',
      'nữa',
      'stop',
      ' cho ',
      'tôi ',
      '\n',
      '\n\n',
      '> ',
      '-- \n',
      '.',
      ', ',
      '?',
      '-',
      'hoặc ',
      'hàng lỗi ',
      'cảm ơn ',
      'rất ',
      'hài lòng ',
    ],
    ...[
      'On 1 Jan a@b wrote:\n',
      'Từ: a\nĐã gửi: b\nĐến: c\n',
      '\u202E',
      '\u0000',
      '😀',
      '５',
      'nếu ',
      'refund ',
      'delete my data ',
    ],
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  )

  test('a reading has a form, and what was read is read again as itself', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...SURVEY_KINDS, null), (text, kind) => {
        const reading = readReply(aMail(text), kind && { kind })
        expect(['answer', 'complaint', 'request', 'optOut', 'thanks', 'autoReply', 'unclear']).toContain(reading.kind)
        if (reading.kind === 'answer' && kind === null) throw new Error('answered without being asked')
        expect(readReply(aMail(reading.text), kind && { kind }).text).toBe(reading.text)
      }),
      { seed: SEED, numRuns: 1500 },
    )
  })

  test('a quote below adds nothing: no number and no "stop" of ours becomes theirs', () => {
    const quote = '\n\nVào Th 4, 10 thg 3, 2027 lúc 09:00 X <a@b.example> đã viết:\n\n> 0 1 2 3\n> STOP\n> khiếu nại\n'
    const own = fc.array(fc.constantFrom('9', 'Tốt', '8 điểm', 'cảm ơn', 'dừng', '3, hàng lỗi', '5-6'), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(own, (lines) => {
        const text = lines.join('\n')
        expect(readReply(aMail(text + quote), { kind: 'nps' })).toEqual(readReply(aMail(text), { kind: 'nps' }))
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  test('a score is on its scale, whatever was written', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...SURVEY_KINDS), (text, kind) => {
        const { score } = readReply(aMail(text), { kind })
        const [lowest, highest] = { nps: [0, 10], csat: [1, 5], ces: [1, 7], fcr: [0, 1], csi: [1, 0] }[kind] as [number, number]
        if (score !== null) expect(score >= lowest && score <= highest).toBe(true)
      }),
      { seed: SEED, numRuns: 1500 },
    )
  })
})
