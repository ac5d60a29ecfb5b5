/** Machines press buttons: what they press changes nothing, and every person is heard, with one more press where it is needed. */
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda'
import { describe, expect, test } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import { httpHandler } from '#functions/http-handler.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { CASE_ASKED, type PagesAtWork, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

type Fields = readonly (readonly [name: string, value: string])[]
const CARE = [['care/email', 'yes']] as const

/** A page with what a visitor sends there, and whether anything came of it. */
const PAGES = [
  {
    name: 'answering a survey',
    path: (pages: PagesAtWork) => pages.surveyPath(),
    sends: [['score', '2']] as Fields,
    happened: async (pages: PagesAtWork) => (await pages.responsesOf()).some(standingAnswer) || (await pages.workOf()).length > 0,
    notYet: 'Câu trả lời của chị chưa được tính.',
    you: 'chị',
  },
  {
    name: 'stopping mails',
    path: (pages: PagesAtWork) => `/u/${pages.token()}`,
    sends: [['everything', 'yes']] as Fields,
    happened: async (pages: PagesAtWork) => Object.keys((await pages.consentsOf()) ?? {}).length > 0,
    notYet: 'Chúng tôi chưa ngừng gửi.',
    you: 'chị',
  },
  {
    name: 'choosing what to receive',
    path: (pages: PagesAtWork) => pages.preferencesPath(),
    sends: CARE as Fields,
    happened: async (pages: PagesAtWork) => (await pages.recordsOf()).length > 0,
    notYet: 'Lựa chọn của chị chưa được lưu.',
    you: 'chị',
  },
  {
    name: 'stopping everything among the choices',
    path: (pages: PagesAtWork) => pages.preferencesPath(),
    sends: [['stop', 'everything']] as Fields,
    happened: async (pages: PagesAtWork) => (await pages.recordsOf()).length > 0,
    notYet: 'Lựa chọn của chị chưa được lưu.',
    you: 'chị',
  },
  {
    name: 'accepting a question',
    // The customer of this question is waited for, so that no clock bounds what is promised, however long the page lies open.
    path: async (pages: PagesAtWork) => {
      const path = await pages.askedPath()
      const item = await pages.work.get(CASE_ASKED)
      if (item?.kind !== 'case') throw new Error('no case')
      const waiting = { is: 'waiting', at: item.events[0].at, by: { is: 'staff', name: 'Hạnh' }, note: 'xin ảnh' } as const
      const [opened, ...later] = item.events
      const told = { workId: null, replyId: null, campaignId: null, occurrenceId: null }
      const subject = { is: 'told', what: 'question', ...told } as const
      await pages.work.update({ ...item, subject, events: [opened, waiting, ...later], version: item.version + 1 })
      return path
    },
    sends: [['promise', '2027-04-08T02:00:00.000Z']] as Fields,
    happened: async (pages: PagesAtWork) => ((await pages.work.get(CASE_ASKED))?.events.length ?? 0) > 3,
    notYet: 'Câu hỏi chưa được tiếp nhận.',
    you: 'anh/chị',
  },
  {
    name: 'saying that a case is solved',
    path: (pages: PagesAtWork) => pages.solvedPath(),
    sends: [['said', 'yes']] as Fields,
    happened: async (pages: PagesAtWork) => (await pages.solvedCase()).events.length > 3,
    notYet: 'Điều chị vừa chọn chưa được ghi nhận.',
    you: 'chị',
  },
] as const

interface Shown {
  readonly html: string
  readonly cookie: string
  readonly status: number
}

const open = async (pages: PagesAtWork, path: string, cookie = ''): Promise<Shown> => shownBy(await pages.get(path, { cookie }))
const shownBy = async (response: Response): Promise<Shown> => ({
  html: await response.text(),
  cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  status: response.status,
})
const forPeople = ({ html }: Shown) => formsIn(html).find(({ isForPeople }) => isForPeople)!
/** What the form carries besides what a visitor chooses. */
const carried = (shown: Shown): Fields =>
  forPeople(shown).filled.filter(([name]) => name === 'seal' || name === 'shown' || name === 'frequency')
const forMachines = ({ html }: Shown) => formsIn(html).find(({ isForPeople }) => !isForPeople)!

async function send(pages: PagesAtWork, path: string, fields: Fields, cookie = ''): Promise<Shown> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  return shownBy(await pages.ask(path, { method: 'POST', body, headers: { cookie } }))
}

describe.each(PAGES)('$name', ({ path, sends, happened, notYet, you }) => {
  const begin = async () => {
    const pages = await pagesAtWork()
    const link = await path(pages)
    const shown = await open(pages, link)
    const to = forPeople(shown).action
    const sent: Fields = [...carried(shown), ...sends]
    return { pages, link, to, shown, sent, did: () => happened(pages) }
  }

  test('a person who reads, then presses, is done, hours later too', async () => {
    for (const seconds of [3, 20, 6 * 3_600]) {
      const { pages, to, shown, sent, did } = await begin()
      pages.pass(seconds)
      const answer = await send(pages, to, sent, shown.cookie)
      expect(answer.html).not.toContain(notYet)
      expect(await did()).toBe(true)
    }
  })

  test.each([
    ['is quick', 1, true],
    ['has forwarded the mail, or keeps no cookies', 20, false],
    ['is quick and keeps no cookies', 0, false],
  ])('a person who %s presses once more, and that counts, from any browser', async (_, seconds, keeps) => {
    const { pages, to, shown, sent, did } = await begin()
    pages.pass(seconds)
    const asked = await send(pages, to, sent, keeps ? shown.cookie : '')
    expect(asked.status).toBe(200)
    expect(asked.html).toContain(notYet)
    expect(asked.html).toContain(`Xin ${you} bấm thêm một lần nữa`)
    expect(await did()).toBe(false)
    pages.pass(5)
    await send(pages, to, forPeople(asked).filled)
    expect(await did()).toBe(true)
  })

  test('a person whose page lay open for months, or from before the forms were sealed, presses once more', async () => {
    for (const old of [true, false]) {
      const { pages, to, shown, sent, did } = await begin()
      pages.pass(old ? 28 * 86_400 : 20)
      const unsealed = sent.filter(([name]) => name !== 'seal')
      const asked = await send(pages, to, old ? sent : unsealed, old ? '' : shown.cookie)
      expect(await did()).toBe(false)
      expect(asked.html).toContain(notYet)
      pages.pass(5)
      await send(pages, to, forPeople(asked).filled)
      expect(await did()).toBe(true)
    }
  })

  test('a machine that presses at once, again and again on the pages that follow, gets nowhere', async () => {
    for (const keeps of [true, false]) {
      const { pages, to, shown, sent, did } = await begin()
      let asked = await send(pages, to, sent, keeps ? shown.cookie : '')
      for (let time = 0; time < 10; time++) {
        pages.pass(2)
        asked = await send(pages, to, forPeople(asked).filled, keeps ? shown.cookie : '')
        expect(asked.html).toContain(notYet)
        expect(asked.html).toContain(`hơi sớm, xin ${you} đợi một chút`)
      }
      expect(await did()).toBe(false)
      expect(pages.notices.waiting()).toEqual([])
    }
  })

  test('a machine that takes its time and presses one button after the other meets the decoy first, and gets nowhere', async () => {
    const { pages, link, to, did } = await begin()
    let cookie = ''
    for (let round = 0; round < 2; round++) {
      const [first, ...others] = formsIn((await open(pages, link, cookie)).html)
      expect([first?.isForPeople, others.every(({ isForPeople }) => isForPeople)]).toEqual([false, true])
      for (const place of [0, ...others.keys()].map((_, at) => at)) {
        const shown = await open(pages, link, cookie)
        cookie = shown.cookie || cookie
        pages.pass(10)
        const next = await send(pages, to, [...formsIn(shown.html)[place]!.filled, ...sends], cookie)
        cookie = next.cookie || cookie
        for (const form of formsIn(next.html)) {
          pages.pass(10)
          await send(pages, to, form.filled, cookie)
        }
      }
    }
    expect(await did()).toBe(false)
    expect(pages.said.some((name) => /press\.?suspected/i.test(name))).toBe(true)
  })

  test('after the decoy a person is heard all the same, a minute later', async () => {
    const { pages, link, to, shown, did } = await begin()
    const caught = await send(pages, to, [...forMachines(shown).filled, ...sends], shown.cookie)
    const again = caught.html.includes('name="seal"') ? caught : await open(pages, link, caught.cookie)
    pages.pass(61)
    await send(pages, to, [...carried(again), ...sends], caught.cookie)
    expect(await did()).toBe(true)
  })

  test('a seal of another person’s page, of another kind of page, or altered is worth nothing', async () => {
    const pages = await pagesAtWork({ customers: [aCustomer(), aCustomer({ customerId: 'c-002' })] })
    const link = await path(pages)
    const others = [pages.surveyPath({ customerId: 'c-002' }), `/u/${pages.token({ customerId: 'c-002' })}`]
    const own = await open(pages, link)
    const to = forPeople(own).action
    for (const other of [...others, pages.preferencesPath({ customerId: 'c-002' })]) {
      const shown = await open(pages, other, own.cookie)
      pages.pass(20)
      for (const seal of [
        new Map(forPeople(shown).filled).get('seal')!,
        `${new Map(forPeople(own).filled).get('seal')}x`,
        '',
        'x.y',
      ])
        await send(pages, to, [['seal', seal], ['shown', 'vi-00000000'], ...sends], own.cookie)
    }
    expect(await happened(pages)).toBe(false)
  })

  test('a double press is one act', async () => {
    const { pages, to, shown, sent, did } = await begin()
    pages.pass(20)
    await Promise.all([send(pages, to, sent, shown.cookie), send(pages, to, sent, shown.cookie)])
    expect(await did()).toBe(true)
    expect((await pages.responsesOf()).flatMap(({ answers }) => answers).length).toBeLessThan(2)
  })
})

describe('the cookie', () => {
  test('is sent back to this page alone, unseen by scripts and other sites, for a day, and says nothing about the customer', async () => {
    const pages = await pagesAtWork()
    for (const path of [pages.surveyPath(), `/u/${pages.token()}`, pages.preferencesPath()]) {
      const local = (await pages.get(path)).headers.getSetCookie()
      expect(local).toHaveLength(1)
      expect(local[0]).toMatch(
        new RegExp(`^shown=[\\w-]{22}; Max-Age=86400; Path=${path.replace('.', '\\.')}; HttpOnly; SameSite=Lax$`),
      )
      const [secure] = (await pages.ask(`https://pages.test${path}`)).headers.getSetCookie()
      expect(secure).toContain('; Secure')
      expect(secure?.slice(0, 28)).not.toBe(local[0]?.slice(0, 28))
    }
  })

  test('is one for two pages of the same link that are open side by side, so that either can be sent', async () => {
    const pages = await pagesAtWork()
    const first = await open(pages, `${pages.surveyPath()}?score=2`)
    const beside = await open(pages, `${pages.surveyPath()}?score=5`, first.cookie)
    expect(beside.cookie).toBe(first.cookie)
    pages.pass(20)
    await send(pages, pages.surveyPath(), forPeople(first).filled, beside.cookie)
    expect((await pages.responsesOf()).map((response) => standingAnswer(response)?.score)).toEqual([2])
  })

  test('goes out and comes back through the HTTP API, which takes cookies out of the headers', async () => {
    const pages = await pagesAtWork()
    const handler = httpHandler({ fetch: pages.answer } as Parameters<typeof httpHandler>[0])
    const call = (method: 'GET' | 'POST', over: { readonly cookies?: string[]; readonly body?: string } = {}) =>
      handler(httpApiCall({ path: pages.surveyPath(), method, ...over }), { awsRequestId: 'r-1' } as LambdaContext)
    const shown = await call('GET')
    const [cookie = ''] = 'cookies' in shown ? (shown.cookies ?? []) : []
    expect(cookie).toContain('Secure')
    const form = formsIn(shown.body).find(({ isForPeople }) => isForPeople)
    pages.pass(20)
    const body = new URLSearchParams([...(form?.filled ?? []), ['score', '5']].map(([name = '', value = '']) => [name, value]))
    const sent = await call('POST', { cookies: [cookie.split(';')[0] ?? ''], body: body.toString() })
    expect(sent.statusCode).toBe(303)
    expect((await pages.responsesOf()).map((response) => standingAnswer(response)?.score)).toEqual([5])
  })

  test.each(['shown=', 'shown=x', `shown=${'a'.repeat(5_000)}`, 'shown=%00%ff', 'shown="; Path=/'])(
    '%s of a visitor’s making is replaced, and breaks nothing',
    async (cookie) => {
      const pages = await pagesAtWork()
      const shown = await open(pages, pages.surveyPath(), cookie)
      expect(shown.status).toBe(200)
      expect(shown.cookie).toMatch(/^shown=[\w-]{22}$/)
    },
  )
})

/** Payload format 2.0. */
const httpApiCall = ({
  path,
  method,
  cookies = [],
  body,
}: {
  readonly path: string
  readonly method: string
  readonly cookies?: string[]
  readonly body?: string
}): LambdaEvent => ({
  version: '2.0',
  routeKey: `${method} /s/{token}`,
  rawPath: path,
  rawQueryString: '',
  cookies,
  headers: { host: 'pages.test', ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) },
  requestContext: {
    accountId: '1',
    apiId: 'a',
    authentication: null,
    authorizer: {},
    domainName: 'pages.test',
    domainPrefix: 'pages',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'x' },
    requestId: 'r-1',
    routeKey: `${method} /s/{token}`,
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  body: body ?? null,
  isBase64Encoded: false,
})

describe('the mailbox’s own button (RFC 8058)', () => {
  test('stops at once, without a cookie and without a page, also right after a machine was there', async () => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token()}`
    const shown = await open(pages, path)
    await send(pages, path, forMachines(shown).filled, shown.cookie)
    const answer = await pages.post(path, { 'List-Unsubscribe': 'One-Click' })
    expect(await answer.text()).toContain('Đã ngừng gửi')
    expect(await pages.recordsOf()).toMatchObject([{ source: 'one-click' }])
  })
})

describe('what staff can see', () => {
  test('a machine’s answer is kept with its reason; the customer’s own, once given, stands without any', async () => {
    const pages = await pagesAtWork({ customers: [aCustomer({ locale: 'en' })] })
    const asked = await send(pages, pages.surveyPath(), [
      ...forPeople(await open(pages, pages.surveyPath())).filled,
      ['score', '1'],
    ])
    expect(asked.html).toContain('Your answer does not count yet.')
    expect(asked.html).toContain('Your answer: 1')
    expect((await pages.responsesOf())[0]?.answers).toMatchObject([{ score: 1, suspect: 'too-early' }])
    const page = await open(pages, pages.surveyPath())
    expect(page.html).not.toContain('has been recorded')
    expect((await pages.get(`${pages.surveyPath()}/thanks`)).status).toBe(303)
    pages.pass(5)
    await send(pages, pages.surveyPath(), forPeople(asked).filled)
    expect((await pages.responsesOf())[0]?.answers.map(({ suspect }) => suspect)).toEqual([undefined])
    expect(pages.said).toEqual(['press.suspected', 'survey.answered', 'work.opened'])
  })

  test('words, with every line and sign of them, and what is told besides, survive the second press', async () => {
    const followUps = [
      {
        id: 'what',
        bands: ['low' as const],
        question: { vi: 'Gì?', en: 'What?' },
        choices: [
          { id: 'late', text: { vi: 'Trễ', en: 'Late' } },
          { id: 'broken', text: { vi: 'Vỡ', en: 'Broken' } },
        ],
      },
      { id: 'else', bands: ['low' as const], question: { vi: 'Gì nữa?', en: 'Else?' } },
    ]
    const pages = await pagesAtWork({ surveys: [aSurvey({ followUps })] })
    const why = 'Dòng một\n"Dòng" <hai> & ‘ba’'
    const asked = await send(pages, pages.surveyPath(), [
      ['score', '1'],
      ['why', why],
    ])
    pages.pass(5)
    await send(pages, pages.surveyPath(), forPeople(asked).filled)
    const more = `${pages.surveyPath()}/more`
    const again = await send(pages, more, [
      ['more.what', 'late'],
      ['more.what', 'broken'],
      ['more.else', why],
    ])
    expect((await pages.responsesOf()).map((response) => standingAnswer(response)?.followUps)).toEqual([{}])
    pages.pass(5)
    await send(pages, more, forPeople(again).filled)
    expect((await pages.responsesOf()).map(standingAnswer)).toMatchObject([
      { score: 1, why, followUps: { what: ['late', 'broken'], else: why } },
    ])
  })
})

test('the till’s form is not pressed by a machine: it has no key', async () => {
  const pages = await pagesAtWork()
  for (const form of formsIn(await (await pages.get('/v/7Q2M-0XKD-13AB')).text()))
    expect((await send(pages, '/v/7Q2M-0XKD-13AB', form.filled)).status).toBe(403)
  expect(pages.writes()).toBe(0)
})

test.each(['vi', 'en'])(
  'the button for machines is honest in %s, out of the keyboard’s way, and not read aloud',
  async (locale) => {
    const pages = await pagesAtWork({ customers: [aCustomer({ locale })] })
    for (const path of [pages.surveyPath(), `/u/${pages.token()}`, pages.preferencesPath()]) {
      const { html } = await open(pages, path)
      const [decoy = ''] = /<form class="decoy"[\s\S]*?<\/form>/.exec(html) ?? []
      expect(decoy).toContain('aria-hidden="true"')
      expect(decoy).toContain('<button tabindex="-1">')
      expect(decoy).toContain(locale === 'vi' ? 'xin đừng bấm' : 'please do not press it')
      // Enter in a field means the first button of its own form.
      expect(html.indexOf('class="decoy"')).toBeLessThan(html.lastIndexOf('<form'))
    }
  },
)

describe('where the answer to a post to the link itself leads a browser', () => {
  test('a mailbox’s button has stopped: the page says so; what else was posted has not: the page asks', async () => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token()}`
    const asks = await open(pages, `${path}?posted=yes`)
    expect(forPeople(asks).buttons).toHaveLength(1)
    expect(asks.html).toContain('không muốn nhận thư hỏi thăm')
    await pages.post(path, { 'List-Unsubscribe': 'One-Click' })
    expect((await open(pages, `${path}?posted=yes`)).html).toContain('Đã ngừng gửi')
    expect((await open(pages, path)).html).toContain('không muốn nhận thư hỏi thăm')
  })
})
