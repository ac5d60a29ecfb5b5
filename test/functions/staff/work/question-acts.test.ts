/** The forms about departments on the screen of a case: what they do, what stands in the audit log, and what comes back when one is refused. */
import { expect, test } from 'vitest'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { questionsOf } from '#core/work/case/questions.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { HTML, JPEG, PNG } from '#test/support/files.ts'
import { ASKED_AT, aDepartment, askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const OPENED = openedAt('2027-03-09T02:00:00.000Z')
const CASE = storedCase({ workId: 'w-1', events: [OPENED] })
const DEPARTMENTS = [aDepartment()]
const ASK = {
  'question-id': QUESTION,
  whom: 'production emily@example.com',
  text: 'Lô này có ẩm không?',
  extract: 'Trà có mùi.',
  replaces: '',
}

test('a department is asked: whom, what it sees, and that nothing else is shown stand in the form', async () => {
  const { as, work, audit, stores } = await office(CASE)
  const { send, page } = as('Hanh', {}, { departments: DEPARTMENTS })
  await send('/work/w-1/describe', { category: 'product-quality', product: 'Trà sen', batch: 'L-07', seen: '0' })
  const shown = await page('/work/w-1')
  expect(shown).toContain('Sản xuất: Vũ Thị Lan')
  expect(shown).toContain('Bộ phận chỉ thấy những gì ghi ở đây')
  expect(await send('/work/w-1/ask', { ...ASK, 'show-batch': 'yes' })).toMatchObject({
    status: 303,
    to: '/work/w-1?said=department-asked',
  })
  const [question] = questionsOf((await work.get('w-1'))!)
  expect(question?.asked).toMatchObject({
    questionId: QUESTION,
    by: { name: 'Hanh', address: 'hanh@example.com' },
    to: { name: 'Emily Carter' },
    extract: 'Trà có mùi.',
    fields: { batch: 'L-07' },
  })
  expect(await stores.questions.since(question!.asked.at)).toMatchObject([
    { questionId: QUESTION, workId: 'w-1', isMailed: false },
  ])
  expect(await audit()).toContain('ask-department w-1 1 done: hanh@example.com')
  const after = await page('/work/w-1')
  expect(after).toContain('chờ bộ phận')
  expect(await page('/work')).toContain('chờ bộ phận')
  expect(after).toContain('data-question="asked"')
  expect(after).toContain('Hanh hỏi Emily Carter (Sản xuất)')
  // The same form once more asks nobody.
  expect(await send('/work/w-1/ask', ASK)).toMatchObject({ status: 303 })
  expect(questionsOf((await work.get('w-1'))!)).toHaveLength(1)
})

test('a form that is refused comes back with what was written in it', async () => {
  const { as, work } = await office(CASE)
  const refused = await as('Hanh', {}, { departments: DEPARTMENTS }).send('/work/w-1/ask', {
    ...ASK,
    text: ' ',
    extract: '<b>lời',
  })
  expect(refused.status).toBe(409)
  expect(refused.page).toContain('Hãy viết câu hỏi. Chưa hỏi ai.')
  expect(refused.page).toContain('&lt;b&gt;lời')
  expect(refused.page).toContain(`value="${QUESTION}"`)
  const long = await as('Hanh', {}, { departments: DEPARTMENTS }).send('/work/w-1/ask', { ...ASK, extract: 'x'.repeat(2_001) })
  expect(long.status).toBe(409)
  expect((await work.get('w-1'))?.events).toHaveLength(1)
})

test('an answer by Zalo is noted, and a question withdrawn; what is closed by then is refused', async () => {
  const asking = storedCase({
    workId: 'w-1',
    events: [OPENED, askedDepartment(), askedDepartment({ questionId: '22222222-2222-4222-8222-222222222222', at: ASKED_AT })],
  })
  const { as, work, audit } = await office(asking)
  const { send, page } = as('Hanh', {}, { departments: DEPARTMENTS })
  expect(await send('/work/w-1/department-told', { 'question-id': QUESTION, text: 'Lan nhắn: không ẩm' })).toMatchObject({
    to: '/work/w-1?said=department-noted',
  })
  const other = { 'question-id': '22222222-2222-4222-8222-222222222222', text: 'không cần nữa' }
  expect(await send('/work/w-1/withdraw-question', other)).toMatchObject({ to: '/work/w-1?said=question-withdrawn' })
  expect(questionsOf((await work.get('w-1'))!).map(({ state }) => state)).toEqual(['answered', 'withdrawn'])
  expect((await send('/work/w-1/withdraw-question', { ...other, 'question-id': QUESTION })).status).toBe(409)
  expect(await audit()).toEqual(
    expect.arrayContaining(['note-department w-1 1 done: hanh@example.com', 'withdraw-question w-1 1 done: hanh@example.com']),
  )
  const shown = await page('/work/w-1')
  expect(shown).not.toContain('chờ bộ phận')
  expect(shown).toContain('Bộ phận trả lời qua Zalo, Hanh ghi')
  expect(shown).not.toContain('data-act="withdraw-question"')
})

test('a company without departments has no form to ask by', async () => {
  expect(await (await office(CASE)).as('Hanh').page('/work/w-1')).not.toContain('data-act="ask"')
})

test('a picture that the department sent by Zalo stands with its answer; one that is none leaves the words in the form', async () => {
  const { as, work } = await office(storedCase({ workId: 'w-1', events: [OPENED, askedDepartment()] }))
  const { post, page } = as('Hanh', {}, { departments: DEPARTMENTS })
  const told = (bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    for (const [name, value] of [
      ['question-id', QUESTION],
      ['text', 'Lan nhắn: lô bị ẩm'],
    ] as const)
      form.set(name, value)
    form.set('file', new File([bytes], 'kho.png'))
    return form
  }
  const refused = await post('/work/w-1/department-told', told(HTML))
  expect(refused.status).toBe(409)
  expect(refused.page).toMatch(/<textarea id="told-text"[^>]*>Lan nhắn: lô bị ẩm<\/textarea>/)
  expect((await work.get('w-1'))?.events).toHaveLength(2)
  for (const _ of [1, 2])
    expect(await post('/work/w-1/department-told', told(PNG))).toMatchObject({ to: '/work/w-1?said=department-noted' })
  const item = (await work.get('w-1'))!
  expect(filesOf(item)).toMatchObject([{ name: 'kho.png', questionId: QUESTION, said: { is: 'zalo' } }])
  expect(questionsOf(item)[0]?.answered?.text).toBe('Lan nhắn: lô bị ẩm')
  expect(await page('/work/w-1')).toContain(`/work/w-1/files/${filesOf(item)[0]?.sha256}`)
  // The same answer once more, with another picture.
  expect(await post('/work/w-1/department-told', told(JPEG))).toMatchObject({ status: 303 })
  expect(filesOf((await work.get('w-1'))!)).toHaveLength(2)
})
