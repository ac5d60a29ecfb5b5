import { describe, expect, test } from 'vitest'
import { epochMsOf } from '#core/time/instant.ts'
import { postedStop, readPostedStop } from '#functions/queues/posted-stop.ts'
import { takeStopHandler } from '#functions/queues/take-stop.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'
import { keysUnread } from '#test/support/keys-unread.ts'
import { NOW, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

const AT = epochMsOf(NOW)
const ONE_CLICK = 'List-Unsubscribe=One-Click'
const multipart = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`
const inBase64 = (form: string) => Buffer.from(form).toString('base64')

describe('what the API laid into the queue', () => {
  test.each([
    ['the button of a mailbox', ONE_CLICK, true],
    ['the same as multipart', multipart('List-Unsubscribe', 'One-Click'), true],
    ['the same in base64', inBase64(ONE_CLICK), true],
    ['multipart in base64', inBase64(multipart('List-Unsubscribe', 'One-Click')), true],
    ['a post without a body', '', false],
    ['a page’s form', 'everything=yes', false],
    ['the same in base64 ', inBase64('everything=yes'), false],
    ['a form with blanks and lines', 'a b\r\nc', false],
    ['a form that only looks like base64', 'abcd', false],
  ] as const)('%s', (_, form, isOneClick) => {
    expect(readPostedStop(postedStop({ at: AT, token: 'abc.def', form }))).toEqual({
      at: AT,
      token: 'abc.def',
      isOneClick,
    })
  })

  test('without a form, in case the API leaves the blank out at the end', () => {
    expect(readPostedStop(`one-click ${AT} abc.def`)).toMatchObject({ token: 'abc.def', isOneClick: false })
  })
})

async function atWork() {
  const pages = await pagesAtWork()
  const failures: unknown[] = []
  const handler = takeStopHandler({ ports: pages.ports, failed: (failure) => void failures.push(failure) })
  const take = (...bodies: readonly string[]) => handler(sqsEvent(...bodies))
  const posted = (token: string, form = ONE_CLICK) => postedStop({ at: AT, token, form })
  return { pages, failures, take, posted }
}

describe('taking a stop', () => {
  test('withdraws the purpose of the link and no other, at the moment it was asked, and asks for one confirmation', async () => {
    const { pages, take, posted } = await atWork()
    const token = pages.token({ purpose: 'survey' })
    expect(again(await take(posted(token), posted(token)))).toEqual([])
    expect(await pages.consentsOf()).toEqual({ 'survey/email': { decision: 'withdrawn', at: NOW } })
    expect(await pages.recordsOf()).toMatchObject([{ source: 'one-click', evidence: token.slice(-16) }])
    expect(new Set(pages.notices.waiting().map((notice) => JSON.stringify(notice))).size).toBe(1)
  })

  test.each(['', 'everything=yes', 'seal=abc.def', 'List-Unsubscribe=', '{"List-Unsubscribe":"x"}'])(
    'what no mail provider posts, as %j, may be a machine’s: it stops nothing, and is told',
    async (form) => {
      const { pages, take, posted, failures } = await atWork()
      expect(again(await take(posted(pages.token(), form)))).toEqual([])
      expect(failures).toEqual([])
      expect(await pages.consentsOf()).toEqual({})
      expect(pages.said).toEqual(['press.suspected'])
      expect(pages.notices.waiting()).toEqual([])
    },
  )

  test.each([
    ['forged', () => 'abc.def', 'broken'],
    ['of another use', (pages: Awaited<ReturnType<typeof pagesAtWork>>) => pages.preferencesPath().slice(3), 'broken'],
    [
      'expired',
      (pages: Awaited<ReturnType<typeof pagesAtWork>>) => pages.token({ expiresAt: '2027-03-09T00:00:00.000Z' }),
      'expired',
    ],
    [
      'of a customer who is gone',
      (pages: Awaited<ReturnType<typeof pagesAtWork>>) => pages.token({ customerId: 'gone' }),
      'gone',
    ],
  ])('a link that is %s stops nothing, is told, and is not tried for ever', async (_, make) => {
    const { pages, take, posted, failures } = await atWork()
    expect(again(await take(posted(make(pages)), posted(pages.token())))).toEqual([])
    expect(failures).toEqual([])
    expect(pages.said).toContain('stop.refused')
    expect(await pages.consentsOf()).toEqual({ 'care/email': { decision: 'withdrawn', at: NOW } })
  })

  test('a stop that waited past the end of its link counts from when it was asked', async () => {
    const { pages, take, posted } = await atWork()
    pages.setNow('2028-06-01T00:00:00.000Z')
    await take(posted(pages.token()))
    expect(await pages.consentsOf()).toEqual({ 'care/email': { decision: 'withdrawn', at: NOW } })
  })

  test.each(['one-click whenever', 'one-click ', 'stop', ''])(
    '%j, which the API cannot have written, is reported',
    async (body) => {
      const { take, failures } = await atWork()
      expect(again(await take(body))).toEqual(['m-1'])
      expect(failures).toMatchObject([{ kind: 'failed', error: { name: 'PostedStopError' } }])
    },
  )

  test('while the customers cannot be reached it comes again, and its neighbours with it', async () => {
    const { pages, posted } = await atWork()
    const failures: unknown[] = []
    const get = () => Promise.reject(new Error('the table is away'))
    const ports = { ...pages.ports, customers: { ...pages.ports.customers, get, setConsents: get } }
    const handler = takeStopHandler({ ports, failed: (failure) => void failures.push(failure) })
    expect(again(await handler(sqsEvent(posted(pages.token()))))).toEqual(['m-1'])
    expect(failures).toHaveLength(1)
  })

  test('sealed with a key that cannot be read just now, it is tried again until it can, and counts from when it was asked', async () => {
    const { pages, posted } = await atWork()
    const { behind: seals, rotated, comesBack } = await keysUnread('a secret of the test, long enough to be one')
    const failures: unknown[] = []
    const handler = takeStopHandler({ ports: { ...pages.ports, seals }, failed: (failure) => void failures.push(failure) })
    const expiresAt = '2028-04-13T02:00:00.000Z'
    const token = rotated.linkToken({ use: 'unsubscribe', fields: ['c-001', 'care'], expiresAt })
    const event = sqsEvent(posted(token), posted('abc.def'))
    expect(again(await handler(event))).toEqual(['m-1'])
    expect(failures).toMatchObject([{ messageId: 'm-1', kind: 'failed', error: { name: 'SecretUnreadError' } }])
    expect(pages.said).toEqual(['stop.refused'])
    comesBack()
    expect(again(await handler(event))).toEqual([])
    expect(await pages.consentsOf()).toEqual({ 'care/email': { decision: 'withdrawn', at: NOW } })
  })
})
