/**
 * Who comes in, and who does not: the whole way through AWS's handler and a provider on loopback. Each refusal is a page that says why, does nothing,
 * and leaves a line in the log without a word about the person.
 */

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { HOUR_MS, instantOf, MINUTE_MS } from '#core/time/instant.ts'
import { sessionCookieName, sessionToken } from '#functions/staff/visit/session.ts'
import { ROSTER, STAFF_URL, type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { allRows } from '#test/functions/staff/walked-routes.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { CLIENT, type OpenIdServer, openIdServer } from '#test/support/openid-server.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { storedWork } from '#test/support/work-builders.ts'

const AGENT = 'agent@trasen.example.com'
const COOKIE = sessionCookieName(STAFF_URL)

let provider: OpenIdServer
let staff: StaffInAws
beforeAll(async () => {
  provider = await openIdServer()
  staff = await staffInAws({ STAFF_ISSUER: provider.issuer, STAFF_CLIENT_ID: CLIENT })
})
afterAll(async () => {
  await staff?.stop()
  await provider?.stop()
})
beforeEach(async () => {
  await staff.publish(ROSTER)
  staff.said.length = 0
})

const cookieIn = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''
const because = (page: string) => /data-not-signed-in="([^"]+)"/.exec(page)?.[1]

/** What is in the log, all of it: a reason each. */
const refusals = () => staff.said.map(({ name, values }) => [name, values])

/** Of the sign-ins that a browser has begun, the latest. */
const begunCookie = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((cookie) => cookie.startsWith('care-sign-in'))
    .at(-1)
    ?.split(';')[0] ?? ''

async function begin(back = '/campaigns?x=1', cookies: readonly string[] = []) {
  const answer = await staff.ask({ path: `/sign-in?back=${encodeURIComponent(back)}`, cookies })
  return { begun: provider.begun(answer.headers.get('location') ?? ''), cookie: begunCookie(answer), answer }
}

/** Signs in, with what the provider says besides a right token for the agent. */
async function signIn(said: Parameters<OpenIdServer['code']>[1] = {}, sub = 's-agent') {
  const { begun, cookie } = await begin()
  const code = provider.code(begun, { ...said, claims: { sub, email: AGENT, ...said.claims } })
  return staff.ask({ path: `/sign-in/back?code=${code}&state=${begun.state}`, cookies: [cookie] })
}

const sessionOf = (answer: Response) => cookieIn(answer, COOKIE)
const visit = (cookie: string, path = '/campaigns') => staff.ask({ path, cookies: [cookie] })

/** A page that says why, with nobody let in, and the one line that tells it. */
async function expectRefused(answer: Response, { reason, status = 401 }: { readonly reason: string; readonly status?: number }) {
  const page = await answer.text()
  expect([answer.status, because(page)]).toEqual([status, reason])
  expect(sessionOf(answer)).toMatch(/^$|=$/)
  expect(refusals()).toEqual([['staff.refused', { because: reason }]])
  expect((await turnedAway()).get(`${reason} by nobody`)).toBeGreaterThan(0)
}

/** What the log of staff counts in these hours: reason, what the role may not, and who. */
async function turnedAway(): Promise<ReadonlyMap<string, number>> {
  const month = new Date().toISOString().slice(0, 7)
  const counts = new Map<string, number>()
  for (const line of await staff.system.stores.auditLog.turnedAway({ month, limit: 100 })) {
    if (line.result === 'unreadable') throw new Error(line.place)
    const { because, permission, by, times } = line
    const name = [because, ...(permission ? [permission] : []), 'by', by ?? 'nobody'].join(' ')
    counts.set(name, (counts.get(name) ?? 0) + times)
  }
  return counts
}

describe('a sign-in', () => {
  test('leads to the page that was asked for, with a cookie that no script and no other site gets', async () => {
    const answer = await signIn()
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/campaigns?x=1'])
    const [written] = answer.headers.getSetCookie().filter((cookie) => cookie.startsWith(COOKIE))
    expect(written).toMatch(/^__Host-care-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect((await visit(sessionOf(answer))).status).toBe(200)
    const log = readLines(await staff.system.stores.auditLog.page({ month: new Date().toISOString().slice(0, 7), limit: 2 }))
    expect(log).toMatchObject([{ act: 'sign-in', by: AGENT, byName: 'Người agent', result: 'done' }, { result: 'begun' }])
    // The log is read by many: it holds no part of a session's id.
    expect(log[1]?.auditId).toMatch(/^[\da-z]{9}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  })

  test.each([
    ['a token of another issuer', { claims: { iss: 'https://id.evil.example' } }],
    ['a token for another client', { claims: { aud: 'another-app' } }],
    ['a token of another sign-in', { claims: { nonce: 'another' } }],
    ['a token without a nonce', { claims: { nonce: undefined } }],
    ['a token that expired a minute ago', { claims: { exp: Math.floor(Date.now() / 1000) - 60 } }],
    ['a token that has expired', { claims: { iat: 1_700_000_000, exp: 1_700_000_300 } }],
    ['a token that somebody else signed', { forged: 'another-key' as const }],
    ['a token that nobody signed', { forged: 'no-signature' as const }],
    ['a token sealed with what anybody can read', { forged: 'public-key-as-secret' as const }],
    ['a token that was given to another app, with ours among those it is for', { claims: { azp: 'another-app' } }],
    ['a token for ours and for another, given to the other', { claims: { aud: [CLIENT, 'another-app'], azp: 'another-app' } }],
    [
      'a token for ours and for another, of which it is not said to whom it was given',
      { claims: { aud: [CLIENT, 'another-app'] } },
    ],
    ['a token that is not valid yet', { claims: { nbf: Math.floor(Date.now() / 1000) + 3_600 } }],
    ['a token of an account without a name of its own', { claims: { sub: '' } }],
    ['a token whose account is a number', { claims: { sub: 7 } }],
  ])('with %s is refused', async (_what, said) => {
    await expectRefused(await signIn(said), { reason: 'answer-not-ours' })
  })

  test.each([
    ['an address that is not verified', { email_verified: false }, 'unverified'],
    ['an address of which it is not said', { email_verified: undefined }, 'unverified'],
    ['an address that the word says is not verified', { email_verified: 'false' }, 'unverified'],
    [
      'an address that is not verified, of a domain that is the company’s',
      { email_verified: false, xms_edov: true },
      'unverified',
    ],
    ['an address with any other word about it', { email_verified: 'yes' }, 'unverified'],
    ['no address', { email: undefined }, 'no-address'],
    ['an empty address', { email: '' }, 'no-address'],
    ['two addresses', { email: [AGENT, 'head@trasen.example.com'] }, 'no-address'],
    ['the address with a full stop behind it', { email: `${AGENT}.` }, 'not-on-roster'],
    ['the address with a Cyrillic letter', { email: AGENT.replace('a', 'а') }, 'not-on-roster'],
    ['the address in letters of full width', { email: AGENT.replace('agent', 'ａｇｅｎｔ') }, 'not-on-roster'],
    ['the address and a sign that stops a text in C', { email: `${AGENT}\0` }, 'not-on-roster'],
    ['the address of a mailbox beside it', { email: AGENT.replace('@', '+x@') }, 'not-on-roster'],
    ['two addresses in one', { email: `${AGENT},head@trasen.example.com` }, 'not-on-roster'],
    ['the name of what every object has', { email: 'constructor' }, 'not-on-roster'],
    ['an address that is not on the roster', { email: 'somebody@trasen.example.com' }, 'not-on-roster'],
  ])('with %s is refused', async (_what, claims, reason) => {
    await expectRefused(await signIn({ claims }, randomUUID()), { reason })
  })

  test('with the address in other letters, large and small, is let in as the same person', async () => {
    expect((await signIn()).status).toBe(303)
    const answer = await signIn({ claims: { email: ' AGENT@TraSen.Example.COM' } })
    expect(answer.status).toBe(303)
    expect(await (await visit(sessionOf(answer))).text()).toContain('Người agent')
    staff.said.length = 0
    await expectRefused(await signIn({ claims: { email: AGENT.toUpperCase() } }, 's-another'), { reason: 'bound-to-another' })
  })

  test('with an address that Entra knows to be of the company’s own domain is let in', async () => {
    const answer = await signIn(
      { claims: { email: 'lead@trasen.example.com', email_verified: undefined, xms_edov: '1' } },
      's-lead',
    )
    expect(answer.status).toBe(303)
  })

  test('belongs to the account that came first with the address: another with the same is refused', async () => {
    expect((await signIn()).status).toBe(303)
    staff.said.length = 0
    await expectRefused(await signIn({}, 's-another'), { reason: 'bound-to-another' })
    expect((await signIn()).status).toBe(303)
  })

  test.each([
    ['its state twice', (state: string) => `state=${state}&state=${state}`],
    ['a second state behind it', (state: string) => `state=${state}&state=another`],
    ['a state that begins as it should', (state: string) => `state=${state}x`],
    ['a state in which a sign is left out by whoever looks for its cookie', (state: string) => `state=${state}.`],
    ['no state', () => ''],
    ['another issuer', (state: string) => `state=${state}&iss=https%3A%2F%2Fid.evil.example`],
  ])('that comes back with %s is refused', async (_what, query) => {
    const { begun, cookie } = await begin()
    const code = provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })
    const answer = await staff.ask({ path: `/sign-in/back?code=${code}&${query(begun.state)}`, cookies: [cookie] })
    await expectRefused(answer, { reason: 'answer-not-ours' })
  })

  test('that another browser began is worth nothing here', async () => {
    const { begun } = await begin()
    const code = provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })
    await expectRefused(await staff.ask({ path: `/sign-in/back?code=${code}&state=${begun.state}` }), {
      reason: 'answer-not-ours',
    })
    staff.said.length = 0
    const mine = await begin()
    const theirs = { path: `/sign-in/back?code=${code}&state=${begun.state}`, cookies: [mine.cookie] }
    await expectRefused(await staff.ask(theirs), { reason: 'answer-not-ours' })
  })

  test('cannot be answered twice', async () => {
    const { begun, cookie } = await begin()
    const path = `/sign-in/back?code=${provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })}&state=${begun.state}`
    expect((await staff.ask({ path, cookies: [cookie] })).status).toBe(303)
    await expectRefused(await staff.ask({ path, cookies: [cookie] }), { reason: 'answer-not-ours' })
  })

  test('that is answered twice by somebody who is signed in changes nothing, and says that they still are', async () => {
    const { begun, cookie } = await begin()
    const path = `/sign-in/back?code=${provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })}&state=${begun.state}`
    const session = sessionOf(await staff.ask({ path, cookies: [cookie] }))
    staff.said.length = 0
    const again = await staff.ask({ path, cookies: [cookie, session] })
    const html = await again.text()
    expect([again.status, sessionOf(again)]).toEqual([400, ''])
    expect(refusals()).toEqual([['staff.refused', { because: 'answer-not-ours' }]])
    for (const words of ['Bạn vẫn đang đăng nhập', 'bạn vẫn là Người agent', 'data-sign-in-failed="answer-not-ours"'])
      expect(html).toContain(words)
    expect(html).not.toContain('Bạn chưa đăng nhập')
    expect((await visit(session)).status).toBe(200)
  })

  test('that took too long, or that the provider refused, says so', async () => {
    const { seals } = staff.system.stores
    const expired = seals.linkToken({
      use: 'sign-in',
      fields: ['s', 'n', 'v', '/'],
      expiresAt: instantOf(Date.now() - MINUTE_MS),
    })
    const late = { path: '/sign-in/back?code=c&state=s', cookies: [`care-sign-in-s=${expired}`] }
    await expectRefused(await staff.ask(late), { reason: 'answer-late' })
    staff.said.length = 0
    const { begun, cookie } = await begin()
    const no = await staff.ask({ path: `/sign-in/back?error=access_denied&state=${begun.state}`, cookies: [cookie] })
    await expectRefused(no, { reason: 'issuer-refused' })
  })

  test('while the provider is away says so, and that it may be tried again', async () => {
    const { begun, cookie } = await begin()
    const code = provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })
    provider.away(true)
    const answer = await staff.ask({ path: `/sign-in/back?code=${code}&state=${begun.state}`, cookies: [cookie] })
    provider.away(false)
    await expectRefused(answer, { reason: 'issuer-away', status: 503 })
  })

  test('in one tab and in another at the same time both come in, each to its own page', async () => {
    const [one, other] = [await begin('/campaigns'), await begin('/customers')]
    let jar = [one.cookie, other.cookie]
    const finish = async ({ begun }: typeof one) => {
      const code = provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })
      const answer = await staff.ask({ path: `/sign-in/back?code=${code}&state=${begun.state}`, cookies: jar })
      const deleted = answer.headers.getSetCookie().filter((cookie) => cookie.includes('Max-Age=0'))
      jar = jar.filter((cookie) => !deleted.some((gone) => gone.startsWith(`${cookie.split('=')[0]}=;`)))
      return [answer.status, answer.headers.get('location'), jar.length]
    }
    // An answer to a sign-in that this browser did not begin takes none of them away.
    expect((await staff.ask({ path: '/sign-in/back?code=c&state=made-up', cookies: jar })).headers.getSetCookie()).toEqual([])
    expect(await finish(one)).toEqual([303, '/campaigns', 1])
    expect(await finish(other)).toEqual([303, '/customers', 0])
  })

  test('that is begun for the fifth time gives up the oldest of those before', async () => {
    const begun: string[] = []
    for (let tab = 0; tab < 4; tab++) begun.push((await begin('/', begun)).cookie)
    const { answer } = await begin('/', begun)
    const deleted = answer.headers.getSetCookie().filter((cookie) => cookie.includes('Max-Age=0'))
    expect(deleted).toEqual([expect.stringContaining(`${begun[0]?.split('=')[0]}=;`)])
  })

  test('leads to the first page where the way back is longer than a cookie holds', async () => {
    const lead = async (back: string) => {
      const { begun, cookie } = await begin(back)
      expect(cookie.length).toBeLessThan(2_000)
      const code = provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })
      const answer = await staff.ask({ path: `/sign-in/back?code=${code}&state=${begun.state}`, cookies: [cookie] })
      return answer.headers.get('location')
    }
    const fits = `/customers?q=${'x'.repeat(900)}`
    expect(await lead(fits)).toBe(fits)
    expect(await lead(`/customers?q=${'ế'.repeat(1_000)}`)).toBe('/')
  })

  test('leads never away from here', async () => {
    const { begun, cookie } = await begin('https://evil.example/x')
    const code = provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })
    const answer = await staff.ask({ path: `/sign-in/back?code=${code}&state=${begun.state}`, cookies: [cookie] })
    expect(answer.headers.get('location')).toBe('/')
  })
})

test.each([
  'https://evil.example/x',
  '//evil.example/x',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  '/x/..//evil.example',
  '/.//evil.example',
  '///evil.example',
  'javascript:alert(1)',
  'javascript://staff.example.com/%0aalert(1)',
  'data:text/html,x',
  'http://staff.example.com/',
  'https://staff.example.com@evil.example/',
  'https://staff.example.com:8443/',
  'evil.example',
  '?x',
  '',
])('neither the sign-in nor the choice of a language leads to %j', async (back) => {
  const { begun, cookie } = await begin(back)
  const code = provider.code(begun, { claims: { sub: 's-agent', email: AGENT } })
  const signed = await staff.ask({ path: `/sign-in/back?code=${code}&state=${begun.state}`, cookies: [cookie] })
  const spoken = await staff.ask({ path: `/language/en?back=${encodeURIComponent(back)}` })
  for (const answer of [signed, spoken]) {
    const led = new URL(answer.headers.get('location') ?? 'none:', STAFF_URL)
    expect([answer.status, led.origin]).toEqual([303, STAFF_URL])
    expect(answer.headers.get('location')).toMatch(/^\/(?!\/)/)
  }
})

describe('a session', () => {
  const session = (over: { readonly sessionId?: string; readonly expiresAt?: string } = {}) => ({
    address: AGENT,
    sessionId: 's-1',
    startedAt: instantOf(Date.now()),
    expiresAt: instantOf(Date.now() + HOUR_MS),
    ...over,
  })
  const cookieWith = (given: ReturnType<typeof session>, seals = staff.system.stores.seals) =>
    `${COOKIE}=${sessionToken({ seals }, given)}`

  test('that has expired is refused, by the cookie alone', async () => {
    const past = session({ expiresAt: instantOf(Date.now() - 1) })
    await staff.system.stores.sessions.begin({ ...past, expiresAt: instantOf(Date.now() + HOUR_MS) })
    await expectRefused(await visit(cookieWith(past)), { reason: 'session-expired' })
  })

  test.each([
    ['altered', (cookie: string) => cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['cut off', (cookie: string) => cookie.slice(0, -8)],
    ['given a number of another key', (cookie: string) => cookie.replace('=', '=2.')],
    ['given a sign more', (cookie: string) => `${cookie}A`],
    ['rewritten to name a head', (cookie: string) => rewritten(cookie, 'agent@', 'head@')],
    ['rewritten to last longer', (cookie: string) => rewritten(cookie, '20', '21')],
    ['empty of what it seals', (cookie: string) => cookie.replace(/=[^.]*/, '=')],
    [
      'a seal for something else',
      () =>
        `${COOKIE}=${staff.system.stores.seals.linkToken({ use: 'said', fields: [AGENT, 's-1'], expiresAt: instantOf(Date.now() + HOUR_MS) })}`,
    ],
    ['made up', () => `${COOKIE}=e30.e30`],
    ['sealed with another key', () => cookieWith(session(), cryptoSeals({ secret: 'another key, as long as one has to be' }))],
  ])('whose cookie was %s is refused', async (_what, change) => {
    const cookie = await signedIn(staff.system, 'agent')
    expect((await visit(cookie)).status).toBe(200)
    await expectRefused(await visit(change(cookie)), { reason: 'not-ours' })
  })

  test('is over after the sign-out, whoever kept its cookie', async () => {
    const cookie = sessionOf(await signIn())
    const out = await staff.ask({ method: 'POST', path: '/sign-out', cookies: [cookie] })
    expect([out.status, out.headers.get('location')]).toEqual([303, '/signed-out'])
    staff.said.length = 0
    await expectRefused(await visit(cookie), { reason: 'session-ended' })
  })

  test('of a person removed from the roster a moment ago is over, which says so, and does not come back with them', async () => {
    const cookie = await signedIn(staff.system, 'agent')
    await staff.publish(ROSTER.filter(({ role }) => role !== 'agent'))
    await expectRefused(await visit(cookie), { reason: 'not-on-roster' })
    await staff.publish(ROSTER)
    staff.said.length = 0
    await expectRefused(await visit(cookie), { reason: 'session-ended' })
  })

  test('is not found in a cookie of another name', async () => {
    const value = (await signedIn(staff.system, 'head')).replace(/^[^=]+=/, '')
    for (const name of [
      'care-session',
      '__Host-care-Session',
      '__host-care-session',
      '\u00a0__Host-care-session',
      '\u0085__Host-care-session',
      'care-said',
      'care-sign-in-x',
      '',
    ])
      expect([name, (await visit(`${name}=${value}`)).headers.get('location')]).toEqual([name, '/sign-in?back=%2Fcampaigns'])
  })

  test('is found beside a cookie that another page of the company’s domain has set, in whatever letters', async () => {
    const cookie = await signedIn(staff.system, 'head')
    expect((await staff.ask({ path: '/campaigns', cookies: ['visitor=Nguyễn Thị Lan', cookie] })).status).toBe(200)
    expect((await staff.ask({ path: '/campaigns', cookies: ['visitor=Nguyễn Thị Lan'] })).status).toBe(303)
  })

  test('of two cookies with one name is one of them, and no third person', async () => {
    const [agent, head] = [await signedIn(staff.system, 'agent'), await signedIn(staff.system, 'head')]
    for (const cookies of [
      [agent, head],
      [head, agent],
    ]) {
      const seen = await staff.ask({ path: '/report', cookies })
      // The first: the one that a browser sends first was set for the longer path, which the prefix of the name does not allow.
      expect(seen.status).toBe(cookies[0] === head ? 200 : 403)
    }
    expect((await staff.ask({ path: '/campaigns', cookies: [`${COOKIE}=made.up`, head] })).status).toBe(401)
  })

  test('that is signed out of in one tab is over in all, whatever they ask for at the same time', async () => {
    const cookie = sessionOf(await signIn())
    const asked = Array.from({ length: 8 }, (_, at) =>
      at === 3 ? staff.ask({ method: 'POST', path: '/sign-out', cookies: [cookie] }) : visit(cookie),
    )
    for (const { status } of await Promise.all(asked)) expect([200, 303, 401]).toContain(status)
    const after = await Promise.all(Array.from({ length: 4 }, () => visit(cookie)))
    expect(after.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    expect((await staff.ask({ method: 'POST', path: '/sign-out', cookies: [cookie] })).status).toBe(303)
  })

  test('whose person is not on the roster is refused, also while it lasts', async () => {
    await staff.system.stores.sessions.begin({ ...session(), address: 'left@trasen.example.com' })
    await expectRefused(await visit(cookieWith({ ...session(), address: 'left@trasen.example.com' })), {
      reason: 'not-on-roster',
    })
  })

  test('is asked of nobody for a page, which leads to the sign-in; that is no event, and the log of staff counts it', async () => {
    const before = (await turnedAway()).get('no-session by nobody') ?? 0
    const answer = await staff.ask({ path: '/customers?q=Lan' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?back=%2Fcustomers%3Fq%3DLan'])
    expect(refusals()).toEqual([])
    expect((await turnedAway()).get('no-session by nobody')).toBe(before + 1)
  })

  test('is asked of nobody for a page of a very long address too, in a header that an HTTP API takes', async () => {
    for (const path of [`/customers?q=${'ế'.repeat(1_000)}`, `/customers?trail=${'%7Cx'.repeat(2_000)}`]) {
      const answer = await staff.ask({ path })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?back=%2F'])
    }
  })

  test('of a role that may not is refused: the log of staff says who and what, in one line however often', async () => {
    const cookie = await signedIn(staff.system, 'agent')
    const pause = { method: 'POST', path: '/campaigns/how-was-it/pause', form: { because: 'bí mật' }, cookies: [cookie] }
    for (let time = 0; time < 3; time++) expect((await staff.ask(pause)).status).toBe(403)
    expect((await visit(cookie, '/log')).status).toBe(403)
    const counts = await turnedAway()
    expect(counts.get(`role change-campaign by ${AGENT}`)).toBe(3)
    expect(counts.get(`role see-audit by ${AGENT}`)).toBe(1)
    const lead = await visit(await signedIn(staff.system, 'lead'), '/log?act=turned-away')
    const html = await lead.text()
    for (const words of [
      'Vai trò không được phép',
      'tạm dừng, chạy tiếp hay hủy chiến dịch',
      '3 lần trong giờ này',
      'Người agent',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('bí mật')
  })
})

/** Another text in what a cookie seals, under the seal of before. */
function rewritten(cookie: string, from: string, to: string): string {
  const [name = '', token = ''] = cookie.split(/=(.*)/s)
  const [payload = '', seal = ''] = token.split('.')
  const text = Buffer.from(payload, 'base64url').toString().replace(from, to)
  return `${name}=${Buffer.from(text).toString('base64url')}.${seal}`
}

describe('a form', () => {
  const cancel = { method: 'POST', path: '/campaigns/how-was-it/pause', form: { because: 'x' } }

  test('by nobody is refused, and nothing is done', async () => {
    const before = await allRows(staff.clients.dynamo)
    await expectRefused(await staff.ask(cancel), { reason: 'no-session' })
    expect(await allRows(staff.clients.dynamo)).toEqual(before)
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another app of the same host name', { origin: `${STAFF_URL}:8443` }],
    ['another site, by the browser’s other word', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['no page, as the browser says', { 'sec-fetch-site': 'none' }],
    ['two sites', { origin: `${STAFF_URL}, https://evil.example` }],
    ['a page whose origin is not said', { origin: '' }],
    ['a page of the same host, not encrypted', { origin: STAFF_URL.replace('https', 'http') }],
    ['a page whose origin is written in another way', { origin: `${STAFF_URL}/` }],
    ['a host whose name begins as ours does', { origin: `${STAFF_URL}.evil.example` }],
  ])('from %s is refused, with a session and all, and nothing is done', async (_where, headers) => {
    const cookies = [await signedIn(staff.system, 'head')]
    const before = await allRows(staff.clients.dynamo)
    const answer = await staff.ask({ ...cancel, headers, cookies })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('data-not-taken="form-from-elsewhere"')])
    expect(refusals()).toEqual([['staff.refused', { because: 'form-from-elsewhere' }]])
    expect((await turnedAway()).get('form-from-elsewhere by nobody')).toBeGreaterThan(0)
    expect(await allRows(staff.clients.dynamo)).toEqual(before)
  })

  test.each([
    ['may no longer', ROSTER.map((one) => (one.role === 'marketing' ? { ...one, role: 'director' as const } : one)), 403],
    ['is no longer there', ROSTER.filter(({ role }) => role !== 'marketing'), 401],
    ['is another one now', ROSTER.map((one) => (one.role === 'marketing' ? { ...one, addressSince: '2027-03-01' } : one)), 401],
  ])('of a person who, since its page was shown, %s, is refused, and nothing is done', async (_what, people, status) => {
    const cookies = [await signedIn(staff.system, 'marketing')]
    const path = '/dead-letters/put-back'
    expect((await visit(cookies[0] ?? '', '/campaigns')).status).toBe(200)
    await staff.publish(people)
    const before = await allRows(staff.clients.dynamo)
    for (const one of [cancel, { ...cancel, path }, { ...cancel, path: '/campaigns/how-was-it/cancel' }])
      expect((await staff.ask({ ...one, cookies })).status).toBe(status)
    expect(await allRows(staff.clients.dynamo)).toEqual(before)
  })

  test.each(['GET', 'HEAD'])('is no act by %s, whatever says that it is a POST', async (method) => {
    const cookies = [await signedIn(staff.system, 'head')]
    const before = await allRows(staff.clients.dynamo)
    const headers = { 'x-http-method-override': 'POST', 'x-http-method': 'POST', 'x-method-override': 'POST' }
    for (const path of ['/sign-out', '/campaigns/how-was-it/pause'])
      await staff.ask({ method, path: `${path}?_method=POST&because=x&counted=x`, cookies, headers })
    expect(await allRows(staff.clients.dynamo)).toEqual(before)
    expect((await visit(cookies[0] ?? '')).status).toBe(200)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by %s finds nothing with a session, and nobody without', async (method) => {
    const cookies = [await signedIn(staff.system, 'head')]
    const before = await allRows(staff.clients.dynamo)
    for (const path of ['/campaigns/how-was-it/pause', '/sign-out', '/customers/c-001/erase']) {
      expect((await staff.ask({ ...cancel, method, path, cookies })).status).toBe(404)
      expect((await staff.ask({ ...cancel, method, path })).status).toBe(401)
      const fromThere = { ...cancel, method, path, cookies, headers: { origin: 'https://evil.example' } }
      expect((await staff.ask(fromThere)).status).toBe(403)
    }
    expect(await allRows(staff.clients.dynamo)).toEqual(before)
  })

  test('is taken behind a proxy, where the request names another host than the page', async () => {
    const cookie = await signedIn(staff.system, 'head')
    const proxied = { method: 'POST', path: '/sign-out', cookies: [cookie], headers: { host: 'abc.execute-api.example.com' } }
    expect((await staff.ask(proxied)).status).toBe(303)
    const fromThere = { ...proxied.headers, origin: 'https://abc.execute-api.example.com' }
    expect((await staff.ask({ ...proxied, headers: fromThere })).status).toBe(403)
  })

  test('also of the sign-out is taken from our own pages alone', async () => {
    const cookie = await signedIn(staff.system, 'head')
    const answer = await staff.ask({
      method: 'POST',
      path: '/sign-out',
      cookies: [cookie],
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.status).toBe(403)
    expect((await visit(cookie)).status).toBe(200)
  })

  test('that is longer than any of ours is not read without a session', async () => {
    for (const cookies of [[], [`${COOKIE}=forged`]]) {
      const answer = await staff.ask({ ...cancel, cookies, form: { because: 'x'.repeat(120_000) } })
      expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('data-not-taken="form-too-long"')])
    }
    expect(refusals()).toEqual([
      ['staff.refused', { because: 'form-too-long' }],
      ['staff.refused', { because: 'form-too-long' }],
    ])
  })

  test.each([
    ['a megabyte of letters', 'x'.repeat(1_000_000)],
    ['a megabyte of Vietnamese', 'Khách nói trà bị ẩm, hộp móp. '.repeat(28_000)],
    ['signs that HTML writes longest', '"'.repeat(800_000)],
  ])('with a note of %s comes back with the refusal and with all of its words', async (_what, note) => {
    const { stores } = staff.system
    if (!(await stores.work.get('w-long'))) await stores.work.open(storedWork({ workId: 'w-long' }))
    const cookies = [await signedIn(staff.system, 'head')]
    const form = { round: '0', seen: '0', disposition: 'satisfied', note }
    const answer = await staff.ask({ method: 'POST', path: '/work/w-long/call', cookies, form })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Dài quá')
    expect(page).toContain(`>${note.replaceAll('"', '&quot;')}</textarea>`)
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(6_000_000)
    expect((await stores.work.get('w-long'))?.events).toHaveLength(1)
    // Typed, it is sent by the script of the page, and kept nowhere.
    const typed = { method: 'POST', path: '/work/w-long/draft', cookies, form: { note, 'typed-seen': '0' } } as const
    expect((await staff.ask({ ...typed, headers: { accept: 'application/json' } })).status).toBe(409)
    expect((await stores.work.draftsOf('w-long')).notes).toEqual([])
  })

  test('that no function could answer is not read with a session either', async () => {
    const cookies = [await signedIn(staff.system, 'head')]
    const answer = await staff.ask({ ...cancel, cookies, form: { because: 'x'.repeat(2_600_000) } })
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('chữ bạn viết còn ở đó')])
  })

  test('of a role that may not gets a page that says who may, and a line that says which permission', async () => {
    const cookies = [await signedIn(staff.system, 'director')]
    const before = await allRows(staff.clients.dynamo)
    const answer = await staff.ask({ ...cancel, cookies: [...cookies, 'language=en'] })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringMatching(/Only for: .*head of care/)])
    expect(refusals()).toEqual([['staff.refused', { because: 'role: change-campaign' }]])
    expect(await allRows(staff.clients.dynamo)).toEqual(before)
  })
})

describe('when a page fails', () => {
  test('its visitor gets a reference, and the log the cause under it, with the pattern of the page and no id', async () => {
    const cookie = await signedIn(staff.system, 'head')
    const { get } = staff.system.stores.customers
    Object.assign(staff.system.stores.customers, { get: () => Promise.reject(new Error('the table is out of reach')) })
    const answer = await staff.ask({ path: '/customers/KH0001', cookies: [cookie, 'language=en'] })
    Object.assign(staff.system.stores.customers, { get })
    const [, reference] = /data-trouble="([0-9a-f]{10})"/.exec(await answer.text()) ?? []
    expect(answer.status).toBe(500)
    expect(staff.failed).toEqual([
      { reference, route: 'GET /customers/:id', error: expect.objectContaining({ message: 'the table is out of reach' }) },
    ])
  })
})
