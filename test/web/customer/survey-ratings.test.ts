/** A survey that asks for several ratings: its page, what is recorded, and what one press of a machine changes. */
import { describe, expect, test } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aSurvey, ratingsOf } from '#test/support/survey-builders.ts'
import { type PagesAtWork, pagesAtWork, SAFE_METHODS } from '#test/web/customer/pages-at-work.ts'

const attributes = [
  { id: 'tea', label: { vi: 'Chất lượng trà', en: 'The tea' }, weight: 2 },
  {
    id: 'price',
    label: { vi: 'Giá cả', en: 'The price' },
    question: { vi: '{Honorific} thấy giá của {company} thế nào?', en: 'What do you think of our prices?' },
    lowest: { vi: 'Quá đắt', en: 'Far too high' },
    highest: { vi: 'Rất phải chăng', en: 'Very fair' },
  },
]
const followUps = [{ id: 'what', bands: ['low' as const], question: { vi: 'Nên sửa điều gì?', en: 'What should change?' } }]
const atWork = (locale: 'vi' | 'en' = 'vi') =>
  pagesAtWork({ customers: [aCustomer({ locale })], surveys: [aSurvey({ kind: 'csi', attributes, followUps })] })

const standingOf = async (pages: PagesAtWork) => (await pages.responsesOf()).map(standingAnswer)
const rated = (tea: number | null, price: number | null) => ratingsOf({ tea: [tea, 2], price: [price, 1] })
const chosenIn = (html: string) => [...html.matchAll(/<input type="radio" id="([^"]+)"[^>]* checked>/g)].map(([, id]) => id)
const words = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<form class="decoy"[\s\S]*?<\/form>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the page', () => {
  test.each([
    [
      'vi',
      ['Xin chị chấm điểm Trà Sen ở từng mục', 'Chất lượng trà', 'Rất hài lòng', 'Chị thấy giá của Trà Sen thế nào?', 'Quá đắt'],
    ],
    ['en', ['Please rate Trà Sen', 'The tea', 'Very satisfied', 'What do you think of our prices?', 'Far too high']],
  ] as const)(
    'in %s asks every attribute from 1 to 10, each in a group of its own and each to be skipped',
    async (locale, said) => {
      const pages = await atWork(locale)
      const html = await (await pages.get(pages.surveyPath())).text()
      for (const each of said) expect(words(html)).toContain(each)
      expect(html.match(/<fieldset class="csi"/g)).toHaveLength(2)
      const form = formsIn(html).find(({ isForPeople }) => isForPeople)
      const steps = [...Array.from({ length: 10 }, (_, at) => String(at + 1)), '']
      expect(form?.choices).toEqual(['rate.tea', 'rate.price'].flatMap((name) => steps.map((value) => [name, value])))
      expect(chosenIn(html)).toEqual([])
    },
  )

  test('without attributes of its own asks the three of the ACSI', async () => {
    const pages = await pagesAtWork({ surveys: [aSurvey({ kind: 'csi' })] })
    const html = await (await pages.get(pages.surveyPath())).text()
    expect(html.match(/<fieldset class="csi"/g)).toHaveLength(3)
    expect(words(html)).toContain('So với điều chị mong đợi, Trà Sen đã làm được đến đâu?')
  })

  test.each(SAFE_METHODS)('opened by %s, whatever its link chooses, chooses and records nothing', async (method) => {
    const pages = await atWork()
    for (const query of ['', '?score=1', '?rate.tea=1', '?score=1&rate.tea=1&rate.price=1', '/thanks', '/more']) {
      const response = await pages.ask(`${pages.surveyPath()}${query}`, { method })
      expect(chosenIn(await response.text())).toEqual([])
    }
    expect(pages.writes()).toBe(0)
  })
})

describe('sending the form', () => {
  test('records every rating with its weight, and the reason', async () => {
    const pages = await atWork()
    const answer = await pages.press(pages.surveyPath(), { 'rate.tea': '9', 'rate.price': '7', why: 'Trà thơm' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${pages.surveyPath()}/thanks`])
    expect(await standingOf(pages)).toMatchObject([{ score: null, ratings: rated(9, 7), why: 'Trà thơm', followUps: {} }])
    expect(await pages.workOf()).toEqual([])
  })

  test('with one skipped records the other, and shows on the next visit what was chosen', async () => {
    const pages = await atWork()
    await pages.press(pages.surveyPath(), { 'rate.tea': '8', 'rate.price': '' })
    expect(await standingOf(pages)).toMatchObject([{ ratings: rated(8, null) }])
    const html = await (await pages.get(pages.surveyPath())).text()
    expect(chosenIn(html)).toEqual(['rate.tea-8', 'rate.price-skip'])
    expect(words(html)).toContain('Chúng tôi đã ghi nhận câu trả lời')
  })

  test('with nothing rated leads to the first attribute, and keeps what was typed', async () => {
    const pages = await atWork()
    const answer = await pages.press(pages.surveyPath(), { why: 'Để xem đã', 'rate.tea': '' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('<a href="#rate.tea-1">xin chị chấm ít nhất một mục</a>')
    expect(html).toContain('id="rate.tea-wrong">Xin chị chấm ít nhất một mục.</p>')
    expect(html).toContain('Để xem đã</textarea>')
    expect(chosenIn(html)).toEqual([])
    expect(pages.writes()).toBe(0)
  })

  test('with too many words keeps the ratings that were chosen', async () => {
    const pages = await atWork()
    const answer = await pages.press(pages.surveyPath(), { 'rate.tea': '4', why: 'x'.repeat(4_001) })
    expect(answer.status).toBe(422)
    expect(chosenIn(await answer.text())).toEqual(['rate.tea-4', 'rate.price-skip'])
    expect(pages.writes()).toBe(0)
  })

  test('low, opens the call-back, promises it, and asks what is for that band; the ratings stay beside what is told', async () => {
    const pages = await atWork()
    await pages.press(pages.surveyPath(), { 'rate.tea': '2', 'rate.price': '' })
    expect(await pages.workOf()).toMatchObject([{ kind: 'call-task', subject: { is: 'low-score', score: 11, outOf: 100 } }])
    const thanks = words(await (await pages.get(`${pages.surveyPath()}/thanks`)).text())
    expect(thanks).toContain('sớm liên hệ lại với chị')
    expect(thanks).toContain('Nên sửa điều gì?')
    await pages.press(`${pages.surveyPath()}/more`, { 'more.what': 'Giao đúng hẹn' })
    expect(await standingOf(pages)).toMatchObject([
      { score: null, ratings: rated(2, null), followUps: { what: 'Giao đúng hẹn' } },
    ])
    // A better answer asks that question no more.
    await pages.press(pages.surveyPath(), { 'rate.tea': '10', 'rate.price': '10' })
    expect(await standingOf(pages)).toMatchObject([{ ratings: rated(10, 10), followUps: {} }])
  })
})

describe('a press that looks like a machine’s', () => {
  test('is kept and does not count; the page names what one more press would record', async () => {
    const pages = await atWork()
    const press = (form: Record<string, string>) => pages.post(pages.surveyPath(), form)
    const first = await (await press({ 'rate.tea': '1', 'rate.price': '' })).text()
    expect((await pages.responsesOf())[0]?.answers).toMatchObject([{ ratings: rated(1, null), suspect: 'unknown-form' }])
    expect(await pages.workOf()).toEqual([])
    expect(words(first)).toContain('Chất lượng trà 1')
    expect(words(first)).not.toContain('Giá cả')

    const again = formsIn(first).find(({ isForPeople }) => isForPeople)
    pages.pass(20)
    await pages.post(again?.action ?? '', [...(again?.filled ?? [])] as [string, string][])
    expect(await standingOf(pages)).toMatchObject([{ ratings: rated(1, null) }])

    const second = words(await (await press({ 'rate.tea': '9', 'rate.price': '' })).text())
    expect(second).toContain('Câu trả lời trước của chị vẫn được tính')
    expect(second).toContain('Chất lượng trà 9')
    expect(await standingOf(pages)).toMatchObject([{ ratings: rated(1, null) }])
  })
})
