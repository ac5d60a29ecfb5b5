import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { standingAnswer } from '#core/survey/response.ts'
import { aCompany, aCustomer } from '#test/support/builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { NOW, type PagesAtWork, pagesAtWork, SAFE_METHODS } from '#test/web/customer/pages-at-work.ts'

const FOLLOW_UPS = [
  {
    id: 'what-went-wrong',
    bands: ['low' as const],
    question: { vi: 'Điều gì khiến {honorific} chưa hài lòng?', en: 'What went wrong?' },
    choices: [
      { id: 'delivery', text: { vi: 'Giao hàng', en: 'Delivery' } },
      { id: 'product', text: { vi: 'Sản phẩm', en: 'The product' } },
    ],
  },
  { id: 'what-else', bands: ['low' as const, 'middle' as const], question: { vi: 'Còn gì nữa không ạ?', en: 'Anything else?' } },
]

const scoresOf = async (pages: PagesAtWork) =>
  (await pages.responsesOf()).flatMap(({ answers }) => answers.map(({ score }) => score))
const standingOf = async (pages: PagesAtWork) => (await pages.responsesOf()).map(standingAnswer)
const checkedIn = (html: string) =>
  [...html.matchAll(/<input type="(?:radio|checkbox)"[^>]*value="([^"]+)" checked>/g)].map(([, value]) => value)

describe('opening the link of a survey', () => {
  test.each(SAFE_METHODS)(
    'a thousand times by %s, with every score, records nothing: mail scanners open every link',
    async (method) => {
      const pages = await pagesAtWork()
      const path = pages.surveyPath()
      for (let time = 0; time < 1_000; time++) {
        const query =
          time % 8 === 0 ? '' : time % 8 === 6 ? '/thanks' : time % 8 === 7 ? '/thanks?more=yes' : `?score=${time % 8}`
        expect((await pages.ask(`${path}${query}`, { method })).status).toBeLessThan(400)
      }
      expect(pages.writes()).toBe(0)
      expect(await pages.responsesOf()).toEqual([])
      expect(await pages.workOf()).toEqual([])
    },
  )

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH'])('by %s leads nowhere and changes nothing', async (method) => {
    const pages = await pagesAtWork()
    for (const end of ['', '?score=1', '/thanks', '/more'])
      expect((await pages.ask(`${pages.surveyPath()}${end}`, { method })).status).toBe(404)
    expect(pages.writes()).toBe(0)
  })

  test('from a button of the mail shows that score chosen, and says that it is not recorded yet', async () => {
    const pages = await pagesAtWork()
    const html = await (await pages.get(`${pages.surveyPath()}?score=4`)).text()
    expect(checkedIn(html)).toEqual(['4'])
    expect(html).toContain('Chưa ghi nhận')
    expect(html).toContain('Nhìn chung, chị hài lòng với sản phẩm và dịch vụ của Trà Sen ở mức độ nào?')
    expect(html).toContain('Gửi câu trả lời')
    expect(html).toContain('07/04/2027')
  })

  test.each(['', '?score=', '?score=6', '?score=0', '?score=-1', '?score=04', '?score=4.0', '?score=%34%35', '?score=abc'])(
    'with “%s” chooses no score',
    async (query) => {
      const pages = await pagesAtWork()
      const html = await (await pages.get(`${pages.surveyPath()}${query}`)).text()
      expect(checkedIn(html)).toEqual([])
      expect(html).not.toContain('role="status"')
    },
  )

  test.each([
    ['nps', 'vi', 11, 'có sẵn sàng giới thiệu Trà Sen', 'Hoàn toàn không'],
    ['nps', 'en', 11, 'how likely are you to recommend Trà Sen', 'Extremely likely'],
    ['csat', 'vi', 5, 'ở mức độ nào', 'Rất không hài lòng'],
    ['csat', 'en', 5, 'how satisfied are you', 'Very satisfied'],
    ['ces', 'vi', 7, 'dễ hay khó', 'Rất dễ'],
    ['ces', 'en', 7, 'How easy was it', 'Very difficult'],
    ['fcr', 'vi', 2, 'đã được giải quyết ngay', 'Chưa'],
    ['fcr', 'en', 2, 'Was your issue resolved', 'Yes'],
  ] as const)('of %s in %s shows its %i steps and its words', async (kind, locale, steps, question, word) => {
    const pages = await pagesAtWork({ customers: [aCustomer({ locale })], surveys: [aSurvey({ kind })] })
    const html = await (await pages.get(pages.surveyPath(), { 'accept-language': 'de' })).text()
    expect(html.match(/type="radio"/g)).toHaveLength(steps)
    expect(html).toContain(question)
    expect(html).toContain(word)
    expect(html).toContain(`<html lang="${locale}">`)
  })

  test('the company’s own question stands in place of the ready-made one, and a survey may ask for no reason', async () => {
    const question = { vi: '{Honorific} thấy quán mới thế nào?', en: 'How do you like the new shop?' }
    const pages = await pagesAtWork({ surveys: [aSurvey({ question, why: false })] })
    const html = await (await pages.get(pages.surveyPath())).text()
    expect(html).toContain('Chị thấy quán mới thế nào?')
    expect(html).not.toContain('<textarea')
    await pages.press(pages.surveyPath(), { score: '5', why: 'không ai hỏi' })
    expect((await standingOf(pages))[0]?.why).toBeNull()
  })
})

describe('sending the form', () => {
  test('records the answer with where it came from, and leads on by a redirect', async () => {
    const company = aCompany({ ownNetworks: ['203.0.113.0/24', '2001:db8:1::/48'] })
    const pages = await pagesAtWork({ company })
    const call = { event: { requestContext: { http: { sourceIp: '203.0.113.7' } } } }
    const answer = await pages.press(pages.surveyPath(), { score: '5', why: ' Trà ngon\r\nlắm \u0000 ' }, call)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${pages.surveyPath()}/thanks`)
    const [response] = await pages.responsesOf()
    expect(response).toEqual({
      customerId: 'c-001',
      occurrenceId: 'how-was-it_2027-03-08',
      campaignId: 'how-was-it',
      campaignVersion: 1,
      kind: 'csat',
      relationship: false,
      locale: 'vi',
      answeredOn: '2027-03-10',
      version: 0,
      answers: [
        {
          at: NOW,
          score: 5,
          why: 'Trà ngon\nlắm',
          followUps: {},
          origin: { via: 'page', by: null, network: pages.ports.seals.networkHash('203.0.113.7'), fromCompany: true },
        },
      ],
    })
    expect(pages.said).toEqual(['survey.answered'])
  })

  test.each([
    [{ incoming: { socket: { remoteAddress: '198.51.100.1' } } }, '198.51.100.1'],
    [{ event: { requestContext: { http: { sourceIp: '2001:db8::1' } } } }, '2001:db8::1'],
    [{}, null],
  ])('from %j keeps the network hashed, and never what a header says', async (call, address) => {
    const pages = await pagesAtWork()
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    await pages.ask(pages.surveyPath(), { method: 'POST', body: new URLSearchParams({ score: '5' }), headers }, call)
    const answer = (await pages.responsesOf())[0]?.answers[0]
    expect(answer?.origin.network).toBe(address === null ? null : pages.ports.seals.networkHash(address))
    expect(answer?.origin.fromCompany).toBe(false)
    expect(JSON.stringify(answer)).not.toContain('198.51')
  })

  test.each([
    [5, 'Thật vui khi biết chị hài lòng'],
    [3, 'Chúng tôi đã ghi nhận và sẽ cố gắng làm tốt hơn'],
    [1, 'sớm liên hệ lại với chị'],
  ])('a score of %i is thanked for in its own way', async (score, words) => {
    const pages = await pagesAtWork()
    const sent = await pages.press(pages.surveyPath(), { score: String(score) })
    const html = await (await pages.get(sent.headers.get('location') ?? '')).text()
    expect(html).toContain(words)
    expect(html).toContain('Cảm ơn chị!')
  })

  test('a low score opens follow-up work in the same breath, once', async () => {
    const pages = await pagesAtWork()
    for (const score of ['2', '2', '1', '5']) await pages.press(pages.surveyPath(), { score })
    expect(await pages.workOf()).toMatchObject([
      {
        workId: 'low-score_how-was-it_2027-03-08_c-001',
        subject: { is: 'low-score', score: 2 },
        dueAt: '2027-03-11T02:00:00.000Z',
        events: [{ is: 'opened' }],
      },
    ])
  })

  test('a thousand times over keeps one answer', async () => {
    const pages = await pagesAtWork()
    for (let time = 0; time < 1_000; time++) {
      expect((await pages.press(pages.surveyPath(), { score: '2', why: 'chờ lâu' })).status).toBe(303)
    }
    expect(await scoresOf(pages)).toEqual([2])
    expect(await pages.workOf()).toHaveLength(1)
  })

  test('again changes the answer: the last counts, the history stays, and the page shows what is recorded', async () => {
    const pages = await pagesAtWork()
    await pages.press(pages.surveyPath(), { score: '2', why: 'chờ lâu' })
    pages.setNow('2027-03-11T02:00:00.000Z')
    const again = await (await pages.get(pages.surveyPath())).text()
    expect(checkedIn(again)).toEqual(['2'])
    expect(again).toContain('chờ lâu</textarea>')
    expect(again).toContain('Chúng tôi đã ghi nhận câu trả lời của chị')
    const other = await (await pages.get(`${pages.surveyPath()}?score=4`)).text()
    expect(checkedIn(other)).toEqual(['4'])
    expect(other).toContain('Trước đó chị đã trả lời “2”')
    await pages.press(pages.surveyPath(), { score: '4', why: '' })
    expect(await scoresOf(pages)).toEqual([2, 4])
    expect((await standingOf(pages))[0]).toMatchObject({ score: 4, why: null, at: '2027-03-11T02:00:00.000Z' })
  })

  test('after twenty changes is refused, and the last answer is kept', async () => {
    const pages = await pagesAtWork()
    for (let time = 0; time <= 20; time++)
      expect((await pages.press(pages.surveyPath(), { score: String(4 + (time % 2)) })).status).toBe(303)
    const refused = await pages.press(pages.surveyPath(), { score: '1' })
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('Câu trả lời đã đổi quá nhiều lần')
    expect(await scoresOf(pages)).toHaveLength(21)
    expect((await standingOf(pages))[0]?.score).toBe(4)
    expect(await pages.workOf()).toEqual([])
  })

  test.each([
    ['no score', {}, 'missing'],
    ['a score off the scale', { score: '6' }, 'missing'],
    [
      'two scores',
      [
        ['score', '4'],
        ['score', '5'],
      ] as [string, string][],
      undefined,
    ],
    ['too long a reason', { score: '4', why: 'ă'.repeat(4_001) }, 'too-long'],
  ])('with %s is asked again, in words that lead to the field', async (_, form, problem) => {
    const pages = await pagesAtWork()
    const answer = await pages.press(pages.surveyPath(), form)
    if (problem === undefined) return expect((await standingOf(pages))[0]?.score).toBe(5)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('role="alert"')
    const [, field = ''] = /<a href="#([^"]+)">/.exec(html) ?? []
    expect(html).toContain(`id="${field}"`)
    expect(html).toContain(problem === 'missing' ? 'aria-describedby="score-wrong"' : 'aria-invalid="true"')
    if (problem === 'too-long') expect(checkedIn(html)).toEqual(['4'])
    expect(pages.writes()).toBe(0)
  })

  test.each([
    ['no body', undefined, undefined],
    ['JSON', '{"score":5}', 'application/json'],
    ['a form that is broken off', '--x\r\nContent-Disposition: form', 'multipart/form-data; boundary=x'],
  ])('with %s records nothing', async (_, body, type) => {
    const pages = await pagesAtWork()
    const init = { method: 'POST', ...(body !== undefined && { body }), ...(type && { headers: { 'content-type': type } }) }
    expect((await pages.ask(pages.surveyPath(), init)).status).toBe(422)
    expect(pages.writes()).toBe(0)
  })

  test('of half a megabyte is refused by a friendly page before it is read', async () => {
    const pages = await pagesAtWork()
    const answer = await pages.press(pages.surveyPath(), { score: '5', why: 'x'.repeat(500_000) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Nội dung gửi quá dài')
    expect(pages.writes()).toBe(0)
  })

  test('keeps a script in a comment, and shows it as harmless text', async () => {
    const pages = await pagesAtWork()
    const why = '</textarea><script>alert(1)</script><img src=x onerror=alert(1)>'
    await pages.press(pages.surveyPath(), { score: '1', why })
    expect((await standingOf(pages))[0]?.why).toBe(why)
    const html = await (await pages.get(pages.surveyPath())).text()
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script|<img/i)
  })

  test('that cannot be written down says so, and does not say thanks', async () => {
    const pages = await pagesAtWork()
    const put = () => Promise.reject(new Error('the table is away'))
    pages.breakStores({ responses: { ...pages.ports.responses, put } })
    const answer = await pages.press(pages.surveyPath(), { score: '5' })
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('Xin thử lại sau ít phút')
  })
})

describe('what only some are asked besides', () => {
  const unhappy = async () => {
    const pages = await pagesAtWork({ surveys: [aSurvey({ followUps: FOLLOW_UPS })] })
    await pages.press(pages.surveyPath(), { score: '2', why: 'chờ lâu' })
    return pages
  }

  test.each([
    ['2', ['Điều gì khiến chị chưa hài lòng?', 'Còn gì nữa không ạ?']],
    ['3', ['Còn gì nữa không ạ?']],
    ['5', []],
  ])('a score of %s is asked %j', async (score, questions) => {
    const pages = await pagesAtWork({ surveys: [aSurvey({ followUps: FOLLOW_UPS })] })
    await pages.press(pages.surveyPath(), { score })
    const html = await (await pages.get(`${pages.surveyPath()}/thanks`)).text()
    for (const { question } of FOLLOW_UPS) {
      const words = question.vi.replace('{honorific}', 'chị')
      expect(html.includes(words)).toBe(questions.includes(words))
    }
    expect(html.includes('<form')).toBe(questions.length > 0)
  })

  test('is recorded beside the score and the reason; what was not asked for is ignored', async () => {
    const pages = await unhappy()
    const form: [string, string][] = [
      ['more.what-went-wrong', 'product'],
      ['more.what-went-wrong', 'delivery'],
      ['more.what-went-wrong', 'free beer'],
      ['more.what-else', ' Gói quà bị rách '],
      ['more.unknown', 'x'],
      ['score', '5'],
    ]
    const sent = await pages.press(`${pages.surveyPath()}/more`, form)
    expect(sent.status).toBe(303)
    expect((await standingOf(pages))[0]).toMatchObject({
      score: 2,
      why: 'chờ lâu',
      followUps: { 'what-went-wrong': ['delivery', 'product'], 'what-else': 'Gói quà bị rách' },
    })
    const html = await (await pages.get(sent.headers.get('location') ?? '')).text()
    expect(html).toContain('Chúng tôi đã ghi nhận cả những điều chị vừa kể thêm')
    expect(html).not.toContain('<form')
    const again = await (await pages.get(`${pages.surveyPath()}/thanks`)).text()
    expect(checkedIn(again)).toEqual(['delivery', 'product'])
    expect(again).toContain('Gói quà bị rách</textarea>')
  })

  test('stays with a changed score as far as it is still asked', async () => {
    const pages = await unhappy()
    await pages.press(`${pages.surveyPath()}/more`, [
      ['more.what-went-wrong', 'product'],
      ['more.what-else', 'rách'],
    ])
    await pages.press(pages.surveyPath(), { score: '3', why: 'chờ lâu' })
    expect((await standingOf(pages))[0]?.followUps).toEqual({ 'what-else': 'rách' })
    await pages.press(pages.surveyPath(), { score: '5', why: 'chờ lâu' })
    expect((await standingOf(pages))[0]?.followUps).toEqual({})
  })

  test('too long a text is asked for again', async () => {
    const pages = await unhappy()
    const answer = await pages.press(`${pages.surveyPath()}/more`, { 'more.what-else': 'x'.repeat(4_001) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#more.what-else"')
  })

  test('before any answer leads back to the question', async () => {
    const pages = await pagesAtWork({ surveys: [aSurvey({ followUps: FOLLOW_UPS })] })
    for (const answer of [await pages.get(`${pages.surveyPath()}/thanks`), await pages.post(`${pages.surveyPath()}/more`)]) {
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(pages.surveyPath())
    }
    expect(pages.writes()).toBe(0)
  })
})

describe('a link that must not work', () => {
  const strangers = cryptoSeals({ secret: 'another secret, which nobody here has ever seen' })
  const forged = `/s/${strangers.linkToken({ use: 'survey', fields: ['c-001', 'how-was-it_2027-03-08'], expiresAt: '2027-10-04T17:00:00.000Z' })}`

  test.each([
    ['forged', () => forged, 404, 'Liên kết không dùng được'],
    ['of another use', (pages: PagesAtWork) => `/s/${pages.token()}`, 404, 'Liên kết không dùng được'],
    ['altered', (pages: PagesAtWork) => `${pages.surveyPath()}x`, 404, 'Liên kết không dùng được'],
    [
      'about something never asked',
      (pages: PagesAtWork) => pages.surveyPath({ occurrenceId: 'none_2027-03-08' }),
      404,
      'Liên kết không dùng được',
    ],
    [
      'about a mail that asks nothing',
      (pages: PagesAtWork) => pages.surveyPath({ occurrenceId: 'greeting_2027-03-08' }),
      404,
      'Liên kết không dùng được',
    ],
    ['expired', (pages: PagesAtWork) => pages.surveyPath({ expiresAt: NOW }), 410, 'Liên kết đã hết hạn'],
    [
      'of a person who is gone',
      (pages: PagesAtWork) => pages.surveyPath({ customerId: 'c-404' }),
      410,
      'Liên kết không còn dùng được',
    ],
  ] as const)('%s: a friendly page by both methods, and nothing is recorded', async (_, pathOf, status, title) => {
    const greeting = aSurvey({}, { id: 'greeting', survey: undefined })
    const pages = await pagesAtWork({ surveys: [aSurvey(), greeting] })
    const path = pathOf(pages)
    const asked = [`${path}`, `${path}?score=1`, `${path}/thanks`].map((one) => pages.get(one))
    const posted = [path, `${path}/more`].map((one) => pages.post(one, { score: '1' }))
    for (const answer of await Promise.all([...asked, ...posted])) {
      expect(answer.status).toBe(status)
      const html = await answer.text()
      expect(html).toContain(title)
      expect(html).toContain('024 3926 0000')
    }
    expect(pages.writes()).toBe(0)
  })

  test('the survey takes answers to the end of its last day, and says afterwards that it took them', async () => {
    const pages = await pagesAtWork()
    pages.setNow('2027-04-07T16:59:59.999Z')
    expect((await pages.press(pages.surveyPath(), { score: '4' })).status).toBe(303)
    pages.setNow('2027-04-07T17:00:00.000Z')
    for (const answer of [
      await pages.get(`${pages.surveyPath()}?score=1`),
      await pages.press(pages.surveyPath(), { score: '1' }),
    ]) {
      expect(answer.status).toBe(410)
      const html = await answer.text()
      expect(html).toContain('Câu hỏi này đã khép lại')
      expect(html).toContain('đến hết ngày 07/04/2027')
    }
    expect(await scoresOf(pages)).toEqual([4])
  })
})

test('every page stays far below fifty kilobytes, its style included', async () => {
  const pages = await pagesAtWork({ surveys: [aSurvey({ kind: 'nps', followUps: FOLLOW_UPS })] })
  const css = (await (await pages.get('/page.css')).text()).length
  await pages.press(pages.surveyPath(), { score: '1', why: 'ă'.repeat(4_000) })
  for (const path of [
    pages.surveyPath(),
    `${pages.surveyPath()}/thanks`,
    pages.preferencesPath(),
    `/u/${pages.token()}`,
    '/v',
    '/s/x',
  ]) {
    const html = Buffer.byteLength(await (await pages.get(path)).text())
    expect(html + css, path).toBeLessThan(50_000)
  }
})
