import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { plain, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'
import { careWithoutStores as care, ROOT, scratchFolder } from '#test/cli/care-run.ts'

const mailFile = (text: string) => {
  const file = join(scratchFolder(), 'reply.eml')
  writeFileSync(file, rawMail({ parts: [plain(text)] }))
  return file
}

describe('care read-reply', () => {
  test('as JSON: five names and no more', async () => {
    const run = await care('read-reply', mailFile('Chín điểm\n\n> 0 1 2'), '--json')
    expect(run).toMatchObject({ exitCode: 0, refused: [] })
    expect(JSON.parse(run.printed)).toEqual({
      kind: 'answer',
      score: 9,
      text: 'Chín điểm',
      language: 'vi',
      reasons: ['score:number'],
    })
    expect(Object.keys(JSON.parse(run.printed))).toEqual(['kind', 'score', 'text', 'language', 'reasons'])
  })

  test('in words', async () => {
    const run = await care('read-reply', mailFile('Dừng'))
    expect(run.printed).toBe('kind: optOut\nscore: none\nlanguage: vi\nreasons: word:dừng, score:none\n\nDừng')
  })

  test('our own letters are left out, however they are quoted', async () => {
    const { templates } = await compileTemplates(join(ROOT, 'templates'))
    const letter = (templates['survey-nps']?.vi?.text ?? '').replace(/\{\{[#/][^}]*\}\}/g, '').replace(/\{\{[^}]*\}\}/g, 'Lan')
    const run = await care('read-reply', mailFile(`Giao hàng trễ quá\n\n${letter}`), '--json')
    const { kind, text } = JSON.parse(run.printed)
    expect(kind).toBe('complaint')
    expect(text).not.toMatch(/từ chối|Ngừng nhận thư|dành một phút/)
  })

  test('on the scale that is named', async () => {
    const run = await care('read-reply', mailFile('Rất hài lòng'), '--json', '--kind', 'csat')
    expect(JSON.parse(run.printed)).toMatchObject({ kind: 'answer', score: 5 })
  })

  test('a file that is not there is refused, a scale that is none is wrong usage', async () => {
    expect(await care('read-reply', '/nowhere/at.all')).toMatchObject({
      exitCode: 1,
      printed: '',
      refused: [expect.stringContaining('no such file')],
    })
    expect(await care('read-reply', scratchFolder())).toMatchObject({ exitCode: 1 })
    expect(await care('read-reply', mailFile('9'), '--kind', 'stars')).toMatchObject({ exitCode: 2 })
  })

  test('a file that is no mail is read all the same', async () => {
    const file = join(scratchFolder(), 'noise.bin')
    writeFileSync(file, Buffer.from([0, 255, 1, 254, 10, 13, 0]))
    expect((await care('read-reply', file, '--json')).exitCode).toBe(0)
  })
})
