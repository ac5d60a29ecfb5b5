/** The page of a question to a department: by whose link, for what, and what every wrong link and press gets. */
import { describe, expect, test } from 'vitest'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { questionNamed } from '#core/work/case/questions.ts'
import { HTML, PNG } from '#test/support/files.ts'
import { ASKED_AT, QUESTION } from '#test/support/question-builders.ts'
import { closedWork } from '#test/support/work-builders.ts'
import { CASE_ASKED, NOW, type PagesAtWork, pagesAtWork, SAFE_METHODS } from '#test/web/customer/pages-at-work.ts'

const PROMISE = '2027-03-11T02:00:00.000Z'
const ANSWER = 'Lô L-07 đóng gói khô, có phiếu kiểm.'
const questionOf = async (pages: PagesAtWork) => questionNamed((await pages.work.get(CASE_ASKED))!, QUESTION)

async function asked(holder: 'addressee' | 'head' = 'addressee', over: Parameters<PagesAtWork['askedPath']>[0] = {}) {
  const pages = await pagesAtWork()
  const path = await pages.askedPath(over, holder)
  return {
    pages,
    path,
    question: () => questionOf(pages),
    page: async () => (await pages.get(path)).text(),
    accept: (form: Record<string, string> = {}) => pages.press(path, { promise: PROMISE, ...form }),
    answer: (form: Record<string, string> = {}) => pages.press(path, { answer: ANSWER, ...form }),
  }
}

describe('a person with the link', () => {
  test('sees the question, the extract, whose link it is and by when, and nothing else of the case', async () => {
    const { page } = await asked()
    const shown = await page()
    for (const part of ['Lô L-07 có bị ẩm khi đóng gói không?', 'Khách nói trà có mùi mốc.', 'Số lô: L-07', 'Hạnh hỏi:'])
      expect(shown).toContain(part)
    expect(shown).toContain('Liên kết này là của Vũ Thị Lan, bộ phận Sản xuất.')
    expect(shown).toContain('chưa ai tiếp nhận, trễ: hẹn trước 11:00 09/03/2027')
    for (const secret of ['Nguyễn', 'c-001', 'example.com</p>', CASE_ASKED, '+84']) expect(shown).not.toContain(secret)
  })

  test('accepts with a promised time, then answers, and both stand in the case', async () => {
    const { pages, path, accept, answer, question, page } = await asked()
    expect((await accept()).status).toBe(303)
    expect(await question()).toMatchObject({
      state: 'accepted',
      accepted: { promisedAt: PROMISE, said: { is: 'link', name: 'Vũ Thị Lan' } },
    })
    expect(await page()).toContain('đã tiếp nhận, hẹn trả lời trước 09:00 11/03/2027')
    const done = await answer({ colleague: 'Minh' })
    expect([done.status, done.headers.get('location')]).toEqual([303, path])
    expect(await question()).toMatchObject({
      state: 'answered',
      answered: { text: ANSWER, said: { name: 'Vũ Thị Lan', colleague: 'Minh' } },
    })
    const shown = await page()
    expect(shown).toContain('Câu hỏi này đã có câu trả lời.')
    expect(shown).toContain('Minh, trả lời thay Vũ Thị Lan')
    expect(pages.said).toEqual(['question.accepted', 'question.answered'])
  })

  test('who accepted in the place of another finds their name in the form that answers; who has a link of their own does not', async () => {
    const { accept, page } = await asked()
    await accept({ colleague: 'Minh "tổ sao trà"' })
    expect(await page()).toMatch(/name="colleague"[^>]*value="Minh &quot;tổ sao trà&quot;"/)
    const own = await asked()
    await own.accept()
    expect(await own.page()).toMatch(/name="colleague"[^>]*value=""/)
  })

  test('who is the head answers by a link of their own', async () => {
    const { accept, answer, question, page } = await asked('head')
    expect(await page()).toContain('Liên kết này là của Hoàng Văn Sơn')
    await accept()
    await answer()
    expect((await question())?.answered?.said).toEqual({ is: 'link', name: 'Hoàng Văn Sơn' })
  })

  test('reads it in their language', async () => {
    const { page } = await asked('addressee', { to: { name: 'Emily Carter', address: 'emily@example.com', language: 'en' } })
    const shown = await page()
    expect(shown).toContain('This link is that of Emily Carter, Production.')
    expect(shown).toContain('<html lang="en">')
  })

  test.each(SAFE_METHODS)('who only opens it by %s changes nothing, however often', async (method) => {
    const { pages, path } = await asked()
    const before = pages.writes()
    for (const to of [path, `${path}?promise=${PROMISE}`, `${path}/accept`, `${path}/answer`]) await pages.ask(to, { method })
    expect(pages.writes()).toBe(before)
  })

  test('who writes a script has it shown as text', async () => {
    const { accept, answer, page } = await asked('addressee', {
      question: '<script>alert(1)</script>',
      extract: '<img src=x onerror=alert(2)>',
    })
    await accept({ colleague: '"><script>alert(3)</script>' })
    await answer({ answer: '<script>alert(4)</script>' })
    const shown = await page()
    expect(shown).not.toMatch(/<script|<img/)
    expect(shown).toContain('&lt;script&gt;alert(4)&lt;/script&gt;')
  })
})

describe('the script beside the field for a photo', () => {
  test('is ours alone, and on no page without that field; its words come with the page', async () => {
    const { pages, path, accept, page } = await asked()
    expect(await page()).not.toContain('<script')
    await accept()
    const shown = await page()
    const src = /<script src="([^"]+)" defer><\/script>/.exec(shown)?.[1] ?? ''
    expect(shown).toContain('data-most="4000000" data-too-large="Tệp này lớn hơn 4 MB')
    const script = await pages.get(src)
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    for (const asked of [path, `${path}x`, `${path}/answer`])
      expect((await pages.get(asked)).headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
  })
})

describe('a press that comes to nothing', () => {
  test('the same twice is harmless; another promise or answer is refused, and its words stay on the page', async () => {
    const { accept, answer, question, pages } = await asked()
    await accept()
    const other = await pressTo(pages, 'accept', { promise: '2027-03-12T02:00:00.000Z' })
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('Câu hỏi đã được tiếp nhận trước đó')])
    expect((await pressTo(pages, 'accept', { promise: PROMISE })).status).toBe(303)
    await answer()
    const late = await pressTo(pages, 'answer', { answer: 'Câu trả lời khác hẳn.' })
    expect(late.status).toBe(409)
    const shown = await late.text()
    expect(shown).toContain('Câu hỏi đã được trả lời trước đó')
    expect(shown).toContain('Câu trả lời khác hẳn.')
    expect((await pressTo(pages, 'answer', { answer: ANSWER })).status).toBe(303)
    expect((await question())?.answered?.text).toBe(ANSWER)
    expect(pages.said.filter((name) => name === 'question.answered')).toHaveLength(1)
    expect(pages.said).toContain('question.refused')
  })

  test('two people at once: one is taken, and the other told', async () => {
    const { pages, question } = await asked()
    const presses = [
      await ready(pages, 'accept', { promise: PROMISE, colleague: 'An' }),
      await ready(pages, 'accept', { promise: '2027-03-12T02:00:00.000Z', colleague: 'Bình' }),
    ]
    const answers = await Promise.all(presses.map((press) => press()))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await answers.find(({ status }) => status === 409)?.text()).toContain('Câu hỏi đã được tiếp nhận trước đó')
    const taken = answers[0]?.status === 303 ? 'An' : 'Bình'
    expect((await question())?.accepted?.said).toEqual({ is: 'link', name: 'Vũ Thị Lan', colleague: taken })
  })

  test.each([
    ['no time', 'accept', {}, 'xin chọn giờ hẹn trả lời'],
    ['a word for a time', 'accept', { promise: 'mai' }, 'xin chọn giờ hẹn trả lời'],
    ['a time that is over', 'accept', { promise: ASKED_AT }, 'giờ hẹn đã qua'],
    ['an answer before it is accepted', 'answer', { answer: ANSWER }, 'xin tiếp nhận câu hỏi trước'],
  ] as const)('%s is refused in words', async (_what, to, form, words) => {
    const { pages, question } = await asked()
    const refused = await pressTo(pages, to, form)
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining(words)])
    expect((await question())?.state).toBe('asked')
  })

  test('an answer that is too long is refused, and stays in its field; one of a megabyte is refused as a whole', async () => {
    const { pages, accept, question } = await asked()
    await accept()
    const long = await pressTo(pages, 'answer', { answer: `${'x'.repeat(4_000)}y` })
    expect(long.status).toBe(409)
    expect(await long.text()).toMatch(/<textarea[^>]*>x{4000}y<\/textarea>/)
    expect((await pressTo(pages, 'answer', { answer: 'x'.repeat(1_000_000) })).status).toBe(413)
    expect((await question())?.state).toBe('accepted')
  })

  test('a withdrawn question, one of a closed case, and one of an erased customer: nothing is taken', async () => {
    const { pages, path, accept, page } = await asked()
    await accept()
    const item = (await pages.work.get(CASE_ASKED))!
    await pages.work.update(closedWork(item, '2027-03-10', { at: NOW }))
    const closed = await page()
    expect(closed).toContain('Vụ việc đã đóng. Anh/chị không cần trả lời nữa.')
    // Whom nobody asks any more sees nothing more of the case.
    for (const part of ['Lô L-07', 'mùi mốc']) expect(closed).not.toContain(part)
    const late = await pressTo(pages, 'answer', { answer: ANSWER })
    expect(await late.text()).toContain(ANSWER)
    expect(late.status).toBe(409)
    await pages.work.remove(CASE_ASKED)
    expect((await pages.get(path)).status).toBe(410)
    expect((await pages.post(`${path}/answer`, { answer: ANSWER })).status).toBe(410)
  })
})

describe('a link', () => {
  test('that is expired, altered, made for another use, of another question, or of nothing, opens nothing', async () => {
    const { pages, path } = await asked()
    const link = { askedAt: ASKED_AT, questionId: QUESTION, holder: 'addressee' } as const
    const other = pages.seals.linkToken({
      use: 'survey',
      fields: [ASKED_AT, QUESTION, 'addressee'],
      expiresAt: '2028-01-01T00:00:00.000Z',
    })
    const flipped = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const [wrong, status] of [
      [pages.questionPath(link, NOW), 410],
      [flipped, 404],
      [`/q/${other}`, 404],
      [pages.questionPath({ ...link, questionId: 'q-9' }), 410],
      [pages.questionPath({ ...link, askedAt: '2027-03-09T02:00:01.000Z' }), 410],
      ['/q/x', 404],
      [`/q/${'x'.repeat(3_000)}`, 404],
    ] as const) {
      expect([(await pages.get(wrong)).status, (await pages.post(`${wrong}/accept`, { promise: PROMISE })).status]).toEqual([
        status,
        status,
      ])
    }
    expect((await questionOf(pages))?.state).toBe('asked')
  })

  test('stays good for 30 days, and no longer', async () => {
    const { pages, path } = await asked()
    pages.setNow('2027-04-08T01:59:59.000Z')
    expect((await pages.get(path)).status).toBe(200)
    pages.setNow('2027-04-08T02:00:00.000Z')
    expect((await pages.get(path)).status).toBe(410)
  })
})

/** The path of the one link of these tests. */
const again = (pages: PagesAtWork) => pages.questionPath({ askedAt: ASKED_AT, questionId: QUESTION, holder: 'addressee' })

const pressTo = async (...press: Parameters<typeof ready>) => (await ready(...press))()

/** By a person who has read the page. */
async function ready(pages: PagesAtWork, to: 'accept' | 'answer', form: Record<string, string>) {
  const path = again(pages)
  const { seal, cookie } = await pages.sealOf(path)
  return () => pages.post(`${path}/${to}`, { ...form, seal }, { cookie })
}

describe('a photo with the answer', () => {
  async function answering() {
    const at = await asked()
    await at.accept()
    const { action, seal, cookie } = await at.pages.sealOf(at.path)
    const send = (bytes: Uint8Array<ArrayBuffer> | null, name = 'kho.jpg', answer = ANSWER) => {
      const form = new FormData()
      for (const [field, value] of Object.entries({ answer, colleague: '', seal })) form.set(field, value)
      form.set('file', bytes === null ? new File([], '') : new File([bytes], name, { type: 'image/jpeg' }))
      return at.pages.ask(action, { method: 'POST', body: form, headers: { cookie } })
    }
    const files = async () => filesOf((await at.pages.work.get(CASE_ASKED))!)
    return { ...at, send, files, action, seal, cookie }
  }

  test('goes into the case with it, by what its bytes say, and once however often it is sent', async () => {
    const { send, files, question, pages, page } = await answering()
    expect(await page()).toContain('enctype="multipart/form-data"')
    for (const _ of [1, 2]) expect((await send(PNG)).status).toBe(303)
    expect(await question()).toMatchObject({ state: 'answered', answered: { text: ANSWER } })
    const [file, ...more] = await files()
    expect(file).toMatchObject({
      name: 'kho.png',
      type: 'png',
      by: { is: 'system' },
      questionId: QUESTION,
      said: { is: 'link', name: 'Vũ Thị Lan' },
    })
    expect(more).toEqual([])
    expect(await pages.caseFiles.read({ workId: CASE_ASKED, sha256: file!.sha256 })).toEqual(PNG)
  })

  test('comes with the same answer once more where the first one lacked it; to a case that is closed it does not, and the page says so', async () => {
    const { send, files, question, pages } = await answering()
    expect((await send(null)).status).toBe(303)
    expect((await send(PNG)).status).toBe(303)
    expect([(await question())?.state, (await files()).length]).toEqual(['answered', 1])
    expect((await pages.work.get(CASE_ASKED))!.events.filter(({ is }) => is === 'department-answered')).toHaveLength(1)
    await pages.work.update(closedWork((await pages.work.get(CASE_ASKED))!, '2027-03-10', { at: NOW }))
    const refused = await send(Uint8Array.from([...PNG, 0]))
    expect(refused.status).toBe(409)
    expect((await files()).length).toBe(1)
  })

  test('is not needed', async () => {
    const { send, files, question } = await answering()
    expect((await send(null)).status).toBe(303)
    expect([(await question())?.state, await files()]).toEqual(['answered', []])
  })

  test.each([
    ['a page that is called a picture', HTML, 'chỉ nhận ảnh JPEG'],
    ['30 MB', new Uint8Array(30_000_000), 'tệp lớn hơn 4 MB'],
    ['zero bytes', new Uint8Array(), 'tệp này trống'],
  ] as const)('that is %s is refused in words, logged, and the answer is not lost', async (_what, bytes, said) => {
    const { send, files, question, pages } = await answering()
    const refused = await send(bytes)
    const shown = await refused.text()
    expect(refused.status).toBe(409)
    expect(shown).toContain(said)
    expect(shown).toContain(`>${ANSWER}</textarea>`)
    expect([(await question())?.state, await files()]).toEqual(['accepted', []])
    expect(pages.said).toContain('caseFile.refused')
  })

  test('of a press that looks like a machine is not kept, and the words stand in the form', async () => {
    const { action, seal, pages, files, question } = await answering()
    const form = new FormData()
    form.set('answer', ANSWER)
    form.set('seal', seal)
    form.set('file', new File([PNG], 'a.png'))
    // Another browser than the one that was shown the page.
    const shown = await (await pages.ask(action, { method: 'POST', body: form })).text()
    expect(shown).toContain('chọn lại ảnh')
    expect(shown).toContain(`>${ANSWER}</textarea>`)
    expect([(await question())?.state, await files()]).toEqual(['accepted', []])
  })

  test.each([
    ['no words', ' '],
    ['too many words', 'a'.repeat(4_001)],
  ])('beside %s is kept nowhere, however often: a link that went astray fills nothing', async (_what, answer) => {
    const { send, pages, question } = await answering()
    expect((await send(PNG, 'kho.png', answer)).status).toBe(409)
    expect((await question())?.state).toBe('accepted')
    const { sha256 } = await pages.caseFiles.look(PNG)
    expect(await pages.caseFiles.read({ workId: CASE_ASKED, sha256 })).toBeUndefined()
  })

  test('to a closed case, or by a broken link, is kept nowhere', async () => {
    const { send, pages, files, action } = await answering()
    const item = (await pages.work.get(CASE_ASKED))!
    await pages.work.update({ ...closedWork(item), version: item.version + 1 })
    expect((await send(PNG)).status).toBe(409)
    expect(await files()).toEqual([])
    const form = new FormData()
    form.set('file', new File([PNG], 'a.png'))
    expect((await pages.ask(action.replace('/q/', '/q/x'), { method: 'POST', body: form })).status).toBe(404)
  })
})
