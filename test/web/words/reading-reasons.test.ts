/** Every reason for which a mail is read as it is has words in both languages. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { REPLY_KINDS } from '#core/reply/reply.ts'
import { DATA_RIGHTS } from '#core/reply/rights-words.ts'
import { BAD_VERDICTS } from '#core/reply/verdict.ts'
import { readingReason } from '#web/words/reading-reasons.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
const CODE = /'((?:size|unreadable|header|from|type|subject|text|score|optOut|word):[a-z0-9-]+(?:all)?)'/g

/** Those that stand whole in the sources, and those that are put together. */
const written = globSync(['core/reply/*.ts', 'adapters/mail-in/*.ts'], { cwd: PROJECT }).flatMap((file) =>
  [...readFileSync(resolve(PROJECT, file), 'utf8').matchAll(CODE)].map(([, code = '']) => code),
)
const MADE = [
  ...['number', 'words', 'ambiguous', 'off-scale'].map((how) => `score:${how}`),
  ...['subject:automatic', 'text:automatic', 'text:absence'],
  ...BAD_VERDICTS.map((verdict) => `verdict:${verdict}`),
  ...[...DATA_RIGHTS, 'withdraw'].map((right) => `rights:${right}`),
  ...REPLY_KINDS.map((kind) => `also:${kind}`),
]

test('the sources hold reasons', () => {
  expect(written).toEqual(expect.arrayContaining(['header:auto-submitted', 'size:parts', 'text:cut', 'optOut:all']))
})

test.each([...new Set([...written, ...MADE])])('%s has words', (code) => {
  for (const locale of ['vi', 'en'] as const) {
    expect(readingReason(code, locale)).not.toContain(code)
    expect(readingReason(code, locale)).not.toMatch(/lý do khác|another reason|undefined/)
  }
})

test.each([
  ['word:dừng', 'khách viết “dừng”', 'the customer wrote “dừng”'],
  ['auth:dmarc-fail', 'chưa chắc người gửi là thật (DMARC: fail)', 'the sender may not be genuine (DMARC: fail)'],
  ['also:complaint', 'cũng là: khiếu nại', 'also: complaint'],
  ['moon:full', 'lý do khác (moon:full)', 'another reason (moon:full)'],
  ['old', 'lý do khác (old)', 'another reason (old)'],
])('%s', (code, vi, en) => {
  expect([readingReason(code, 'vi'), readingReason(code, 'en')]).toEqual([vi, en])
})
