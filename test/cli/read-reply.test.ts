import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { plain, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'
import { careWithoutStores as care, careInMemory, NOW, ROOT, scratchFolder } from '#test/cli/care-run.ts'
import { aCampaign, someWords } from '#test/support/builders.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'

const mailFile = (text: string) => {
  const file = join(scratchFolder(), 'reply.eml')
  writeFileSync(file, rawMail({ parts: [plain(text)] }))
  return file
}

describe('care read-reply', () => {
  test('as JSON: six names and no more', async () => {
    const run = await care('read-reply', mailFile('Chín điểm\n\n> 0 1 2'), '--json')
    expect(run).toMatchObject({ exitCode: 0, refused: [] })
    expect(JSON.parse(run.printed)).toEqual({
      kind: 'answer',
      score: 9,
      text: 'Chín điểm',
      language: 'vi',
      reasons: ['score:number'],
      holds: [],
    })
    expect(Object.keys(JSON.parse(run.printed))).toEqual(['kind', 'score', 'text', 'language', 'reasons', 'holds'])
  })

  test('in words', async () => {
    const run = await care('read-reply', mailFile('Dừng'))
    expect(run.printed).toBe('kind: optOut\nscore: none\nlanguage: vi\nreasons: word:dừng, score:none\nholds: stop\n\nDừng')
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

  test('what must be acted upon, whatever the kind', async () => {
    const run = await care('read-reply', mailFile('3 điểm. Hàng bị vỡ. Dừng gửi tất cả thư cho tôi. Xóa dữ liệu của tôi'))
    expect(run.printed).toContain('holds: stop (all), right (erase), complaint')
  })

  test('a letter that asks nothing: a heart is thanks, and a number no score', async () => {
    const asking = (text: string, kind: string) => care('read-reply', mailFile(text), '--json', '--kind', kind)
    expect(JSON.parse((await asking('❤️', 'none')).printed)).toMatchObject({ kind: 'thanks', score: null })
    expect(JSON.parse((await asking('❤️', 'nps')).printed)).toMatchObject({ kind: 'unclear' })
    expect(JSON.parse((await asking('9', 'none')).printed)).toMatchObject({ score: null })
  })

  describe('against the letters of one occurrence', () => {
    const OURS = 'Nếu hộp trà có gì chưa vừa ý, xin trả lời thư này giúp chúng tôi'

    async function withOccurrences() {
      const { stores, care: run } = careInMemory()
      const hash = await stores.words.keep(someWords('greeting', OURS))
      for (const definition of [aSurvey({ kind: 'csat' }, { id: 'asked' }), aCampaign({ id: 'greeting' })]) {
        await stores.campaigns.accept({ definition, version: 1, acceptedAt: NOW, acceptedBy: 'marketing', words: hash })
        await stores.occurrences.open(anOccurrence({ campaignId: definition.id, date: '2027-03-08' }))
      }
      return run
    }

    test('what was asked there is read, and its own words are left out', async () => {
      const run = await withOccurrences()
      const read = JSON.parse(
        (await run('read-reply', mailFile(`5\n\n${OURS}`), '--json', '--occurrence', 'asked_2027-03-08')).printed,
      )
      expect(read).toMatchObject({ kind: 'answer', score: 5, text: '5' })
    })

    test('where nothing was asked, a heart is thanks', async () => {
      const run = await withOccurrences()
      const file = mailFile(`❤️\n\n${OURS}`)
      const read = JSON.parse((await run('read-reply', file, '--json', '--occurrence', 'greeting_2027-03-08')).printed)
      expect(read).toMatchObject({ kind: 'thanks', text: '❤️', score: null })
    })

    test('words of other letters are the customer’s', async () => {
      const run = await withOccurrences()
      const { templates } = await compileTemplates(join(ROOT, 'templates'))
      const [line = ''] = (templates['survey-nps']?.vi?.text ?? '').split('\n').filter((each) => /^[^{}]{60,}$/.test(each))
      const file = mailFile(`Cảm ơn\n${line}`)
      expect((await run('read-reply', file, '--occurrence', 'greeting_2027-03-08')).printed).toContain(line)
      expect((await run('read-reply', file)).printed).not.toContain(line)
    })

    test('one that is not there is refused, and a kind beside it is wrong usage', async () => {
      const run = await withOccurrences()
      expect(await run('read-reply', mailFile('5'), '--occurrence', 'nowhere_2027-03-08')).toMatchObject({
        exitCode: 1,
        refused: [expect.stringContaining('no such occurrence')],
      })
      expect(await run('read-reply', mailFile('5'), '--occurrence', 'asked_2027-03-08', '--kind', 'nps')).toMatchObject({
        exitCode: 2,
      })
    })
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
