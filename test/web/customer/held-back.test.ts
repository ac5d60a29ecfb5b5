/** A second press is asked for while something stands already: the page tells what stands, and names only what is held back. */
import { describe, expect, test } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { type PagesAtWork, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

type Fields = readonly (readonly [name: string, value: string])[]

const followUps = [
  {
    id: 'what',
    bands: ['low' as const],
    question: { vi: 'Điều gì chưa ổn?', en: 'What went wrong?' },
    choices: [
      { id: 'late', text: { vi: 'Giao trễ', en: 'Came late' } },
      { id: 'broken', text: { vi: 'Hàng vỡ', en: 'Broken' } },
    ],
  },
  { id: 'else', bands: ['low' as const], question: { vi: 'Còn gì nữa?', en: 'Anything else?' } },
]

/** Sent as soon as the page is there: it is held back. */
async function sentAtOnce(pages: PagesAtWork, path: string, fields: Fields) {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  const response = await pages.ask(path, { method: 'POST', body })
  const html = await response.text()
  return { html, form: formsIn(html).find(({ isForPeople }) => isForPeople)! }
}

/** What the page says, without its markup and what its forms carry. */
const words = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<form class="decoy"[\s\S]*?<\/form>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

async function answered({ locale = 'vi', why = '' } = {}) {
  const pages = await pagesAtWork({ customers: [aCustomer({ locale })], surveys: [aSurvey({ followUps })] })
  const path = pages.surveyPath()
  await pages.press(path, { score: '2', ...(why && { why }) })
  const standing = async () => (await pages.responsesOf()).map(standingAnswer)
  expect(await standing()).toMatchObject([{ score: 2, followUps: {} }])
  return { pages, path, more: `${path}/more`, standing }
}

describe('what is told besides a score that counts', () => {
  test('is named alone: the score stands, and the one more press brings the tick to staff', async () => {
    const { pages, more, standing } = await answered()
    const { html, form } = await sentAtOnce(pages, more, [['more.what', 'late']])
    const said = words(html)
    expect(said).toContain('Câu trả lời của chị (2) đã được ghi nhận.')
    expect(said).toContain('Phần chị vừa kể thêm chưa được tính.')
    expect(said).toContain('Điều gì chưa ổn? Giao trễ')
    expect(said).not.toContain('Câu trả lời của chị chưa được tính')
    expect(said).not.toContain('Câu trả lời: 2')
    expect(said).not.toContain('Còn gì nữa?')
    expect(await standing()).toMatchObject([{ score: 2, followUps: {} }])

    pages.pass(5)
    const done = await sentAtOnce(pages, form.action, form.filled)
    expect(done.html).toBe('')
    expect(await standing()).toMatchObject([{ score: 2, followUps: { what: ['late'] } }])
    expect(await pages.workOf()).toMatchObject([{ subject: { score: 2 } }])
  })

  test('in English, with several ticks and words of the customer’s own', async () => {
    const { pages, more } = await answered({ locale: 'en' })
    const { html } = await sentAtOnce(pages, more, [
      ['more.what', 'late'],
      ['more.what', 'broken'],
      ['more.else', 'The <b>lid</b>'],
    ])
    const said = words(html)
    expect(said).toContain('Your answer (2) has been recorded.')
    expect(said).toContain('What you have just added does not count yet.')
    expect(said).toContain('What went wrong? Came late, Broken')
    expect(html).toContain('Anything else?</dt><dd>The &lt;b&gt;lid&lt;/b&gt;')
    expect(said).not.toContain('Your answer does not count yet')
  })

  test('and taken back again is named as left empty', async () => {
    const { pages, more } = await answered()
    await pages.press(more, { 'more.what': 'late' })
    const { html } = await sentAtOnce(pages, more, [])
    expect(words(html)).toContain('Điều gì chưa ổn? để trống')
  })
})

describe('a change of an answer that counts', () => {
  test('to another score: the earlier one stands until the press', async () => {
    const { pages, path, standing } = await answered()
    const { html, form } = await sentAtOnce(pages, path, [['score', '4']])
    const said = words(html)
    expect(said).toContain('Câu trả lời của chị (2) vẫn được tính.')
    expect(said).toContain('Lần đổi này chưa được tính.')
    expect(said).toContain('Câu trả lời: 4')
    expect(await standing()).toMatchObject([{ score: 2 }])
    pages.pass(5)
    await sentAtOnce(pages, form.action, form.filled)
    expect(await standing()).toMatchObject([{ score: 4 }])
  })

  test('to other words with the same score names the words, not the score', async () => {
    const { pages, path } = await answered()
    const { html } = await sentAtOnce(pages, path, [
      ['score', '2'],
      ['why', 'Chờ lâu'],
    ])
    const said = words(html)
    expect(said).toContain('Câu trả lời của chị (2) vẫn được tính.')
    expect(said).toContain('Chờ lâu')
    expect(said).not.toContain('Câu trả lời: 2')
  })
})

test('a first answer is held back as a whole, as before', async () => {
  const pages = await pagesAtWork({ surveys: [aSurvey({ followUps })] })
  const { html } = await sentAtOnce(pages, pages.surveyPath(), [['score', '2']])
  expect(words(html)).toContain('Câu trả lời của chị chưa được tính.')
  expect(words(html)).toContain('Câu trả lời: 2')
  expect(words(html)).not.toContain('đã được ghi nhận')
})

describe('a stop that was made before', () => {
  test('pressed once more is done: nothing is held back', async () => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token()}`
    await pages.press(path)
    expect(await pages.recordsOf()).toHaveLength(1)
    const { html } = await sentAtOnce(pages, `${path}/stop`, [])
    expect(words(html)).toContain('Đã ngừng gửi')
    expect(words(html)).not.toContain('Chúng tôi chưa ngừng gửi')
    expect(await pages.recordsOf()).toHaveLength(1)
  })

  test('of one kind stands while stopping all is held back, and only the others are named', async () => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token()}`
    await pages.press(path)
    const { html } = await sentAtOnce(pages, `${path}/stop`, [['everything', 'yes']])
    const said = words(html)
    expect(said).toContain('Đã ngừng từ trước: thư hỏi thăm và chúc mừng.')
    expect(said).toContain('Sẽ ngừng: thư khảo sát ý kiến và thư ưu đãi và quà tặng.')
    expect(said).not.toContain('Chúng tôi chưa ngừng gửi.')
  })
})

test.each([
  ['vi', 'Chọn nội dung muốn nhận'],
  ['en', 'Choose what you receive'],
])('the page of choices has one name in %s, which the link to it and its own head say', async (locale, name) => {
  const pages = await pagesAtWork({ customers: [aCustomer({ locale })] })
  const stopPage = await (await pages.get(`/u/${pages.token()}`)).text()
  const [, path = ''] = new RegExp(`<a href="([^"]*/p/[^"]+)">${name}</a>`).exec(stopPage) ?? []
  const page = await (await pages.get(path)).text()
  expect(page).toContain(`<h1>${name}</h1>`)
  expect(page).toContain(`<title>${name}`)
})
