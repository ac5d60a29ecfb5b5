/** A customer's page promises no mail to a customer who stopped it, and says what it knows in words. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changePreferences } from '#app/consent/change-preferences.ts'
import { stopPurposes } from '#app/consent/stop-purposes.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { linkEvidence } from '#core/audience/consent-evidence.ts'
import { sharedAddressOf } from '#core/audience/shared-address.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import { mayDo, rolesWith } from '#core/staff/role.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { aContact, aCustomer, aLedger, aPurchase } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'
import { storedWork } from '#test/support/work-builders.ts'

let company: SmallCompany
let system: RunningSystem
let session: string

beforeAll(async () => {
  company = smallCompany({ startOn: '2027-01-20', campaigns: ['tet-greeting'] })
  system = await company.start()
  session = await signedIn(system)
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

/** Written to at the address of KH01. */
const twin = aCustomer({ customerId: 'KH06', fullName: 'Nguyễn Văn Nam', givenName: 'Nam', email: 'lan@example.com' })

async function personPage(customerId: string, language: 'vi' | 'en' = 'vi') {
  const response = await fetch(`${system.url}/customers/${customerId}`, {
    headers: { cookie: `language=${language}; ${session}` },
  })
  const html = await response.text()
  const words = (part: string) => part.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return {
    text: words(html),
    peace: words(/<dl data-limits="yes">[\s\S]*?<\/dl>/.exec(html)?.[0] ?? ''),
    coming: words(html.slice(html.search(/Sắp tới<\/h2>|Coming<\/h2>/))),
  }
}

async function stop(customerId: string, purposes: readonly Purpose[]): Promise<void> {
  const { stores } = system.stack
  const stopped = await stopPurposes(
    { ...stores, events: system.events },
    { customerId, purposes, at: system.clock.now(), source: 'unsubscribe-page', evidence: linkEvidence('x'.repeat(40)) },
  )
  expect(stopped).not.toBe('unknown-customer')
}

test('who stopped everything is neither asked nor contacted, and no coming date reads like a promise', async () => {
  await stop('KH02', PURPOSES)
  const { peace, coming } = await personPage('KH02')
  expect(peace).toContain('Khảo sát không hỏi: Khách đã từ chối nhận từ 00:00 20/01/2027')
  expect(peace).toContain('không liên hệ (Khách đã từ chối nhận); chỉ còn thư về đơn hàng và yêu cầu của chính khách')
  expect(peace).not.toContain('có thể')
  expect(coming).toContain('không gửi Khách đã từ chối nhận')
  const english = await personPage('KH02', 'en')
  expect(english.peace).toContain('not asked: The customer opted out since')
  expect(english.peace).not.toContain('may be')
  expect(english.coming).toContain('not sent The customer opted out')
})

test('who stopped one kind may get the others: only that kind is named', async () => {
  const { peace, coming } = await personPage('KH03')
  expect(peace).toContain('Khảo sát có thể hỏi ngay')
  expect(peace).toContain(
    'có thể liên hệ ngay; trừ thăm hỏi, chúc mừng (Khách đã từ chối nhận), ưu đãi, quảng cáo (Khách chưa đồng ý nhận)',
  )
  expect(coming).toContain('không gửi Khách đã từ chối nhận')
})

test('who has no address cannot be contacted at all', async () => {
  const { peace, coming } = await personPage('KH04')
  expect(peace).toContain('Mọi liên hệ không gửi gì: Không có địa chỉ hay số để liên hệ')
  expect(peace).not.toContain('có thể')
  expect(coming).toContain('không gửi Không có địa chỉ hay số để liên hệ')
})

test('a suppressed address says so for everything', async () => {
  const { suppressions, seals } = system.stack.stores
  await suppressions.add({
    contactKey: seals.contactKey({ kind: 'email', value: 'ha@example.com' }),
    kind: 'email',
    reason: 'hard-bounce',
    at: system.clock.now(),
    evidence: 'a bounce',
  })
  const { peace } = await personPage('KH05')
  expect(peace).toContain('không gửi gì: Địa chỉ nằm trong danh sách chặn')
  expect(peace).not.toContain('có thể')
})

describe('what comes is what planning would do', () => {
  test('a greeting that goes to another customer with the same address is not promised, and says whose it is', async () => {
    const { customers } = system.stack.stores
    const shared = await Promise.all(
      ['KH01', 'KH06'].map(async (id) => (await customers.get(id)) ?? { customer: twin, consents: {} }),
    )
    const mark = sharedAddressOf(shared, 'email')
    await customers.put([twin])
    await customers.setSharedAddress({ customerId: 'KH06', sharedAddress: mark ?? null })
    const { coming } = await personPage('KH06')
    expect(coming).toContain('không gửi Khách khác dùng chung địa chỉ email nhận thư này KH01')
    expect((await personPage('KH01')).coming).not.toContain('không gửi')
  })

  test('a greeting that went out already does not come once more, and the next one is that of the next year', async () => {
    const { ledgers } = system.stack.stores
    const [ledger] = await ledgers.getMany(['KH01'])
    const contact = aContact({
      occurrenceId: 'tet-greeting_2027-02-04',
      occasionKey: 'tet-greeting:2027-02-06',
      at: system.clock.now(),
    })
    expect((await personPage('KH01')).coming).toMatch(/2027/)
    await ledgers.claim({ ...aLedger([contact], 'KH01'), version: (ledger?.version ?? 0) + 1 })
    const { coming } = await personPage('KH01')
    expect(coming).toMatch(/2028/)
    expect(coming).not.toMatch(/2027/)
  })
})

test('form of address, language, country, sources and proofs stand in words', async () => {
  const { stores, companyRules } = system.stack
  await changePreferences(
    { ...stores, companyRules, events: system.events },
    {
      customerId: 'KH01',
      choice: {
        frequency: 'monthly',
        offered: new Set(['care/email', 'survey/email', 'advertising/email']),
        granted: new Set(['care/email', 'survey/email', 'advertising/email']),
      },
      at: system.clock.now(),
      source: 'preference-page',
      evidence: 'AbCdEfGhIjKlMn-_ text vi-c56eec80',
    },
  )
  const { text } = await personPage('KH01')
  expect(text).toContain('Xưng hô chị · Lan')
  expect(text).toContain('Ngôn ngữ Tiếng Việt')
  expect(text).toContain('Asia/Ho_Chi_Minh (Việt Nam)')
  expect(text).toContain('trang Chọn nội dung muốn nhận')
  expect(text).toContain('liên kết …AbCdEfGhIjKlMn-_; lời trên trang: Tiếng Việt, bản c56eec80')
  expect(text).not.toContain('preference-page')
  expect(text).not.toContain('text vi-')
  const refused = await personPage('KH03')
  expect(refused.text).toContain('danh sách của công ty')
  expect(refused.text).toMatch(/customers\.csv, dòng \d/)
  const stopped = await personPage('KH02', 'en')
  expect(stopped.text).toContain('the page for stopping mails')
  expect(stopped.text).toContain('link …xxxxxxxxxxxxxxxx')
})

test('a long timeline is read page by page, and a page behind the last is the last', async () => {
  await system.stack.stores.purchases.put(
    Array.from({ length: 90 }, (_, at) => aPurchase({ customerId: 'KH03', purchaseId: `HD-${at}`, purchasedOn: '2026-05-01' })),
  )
  const ordersOn = async (query: string) => {
    const html = await (await fetch(`${system.url}/customers/KH03${query}`, { headers: { cookie: session } })).text()
    return { orders: [...html.matchAll(/đơn (HD-\d+)</g)].map(([, order]) => order), html }
  }
  const pages = [await ordersOn(''), await ordersOn('?page=2'), await ordersOn('?page=3')]
  expect(pages[0]?.html).toContain('href="/customers/KH03?page=2#timeline"')
  expect(pages[2]?.html).not.toContain('page=4')
  expect(new Set(pages.flatMap(({ orders }) => orders)).size).toBe(90)
  expect((await ordersOn('?page=999')).orders).toEqual(pages[2]?.orders)
  expect((await ordersOn('?page=-1')).orders).toEqual(pages[0]?.orders)
})

describe('entering a contact that the customer began', () => {
  const FORM = {
    contact: '00000000-0000-4000-8000-000000000001',
    direction: 'in',
    way: 'facebook',
    disposition: 'request',
    note: 'hỏi <hộp> quà',
    stop: 'person',
  }
  async function enter(form: Record<string, string>, { id = 'KH05', cookie = session } = {}) {
    const answer = await fetch(`${system.url}/customers/${id}/contact`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie, origin: system.url },
      redirect: 'manual',
    })
    const given = answer.headers.getSetCookie().map((each) => each.split(';')[0])
    return {
      status: answer.status,
      to: answer.headers.get('location') ?? '',
      html: await answer.text(),
      cookie: [cookie, ...given].join('; '),
    }
  }
  const contacts = async () =>
    (await system.stack.stores.work.ofCustomer('KH05')).filter(({ subject }) => subject.is === 'contact')

  test('twice is once: one line of the timeline, the case of what they asked for, and the act in the log', async () => {
    const done = await enter(FORM)
    expect([done.status, done.to]).toEqual([303, '/customers/KH05?done=enter-contact'])
    expect((await enter(FORM)).status).toBe(303)
    expect(await contacts()).toHaveLength(1)
    const page = await (await fetch(`${system.url}${done.to}`, { headers: { cookie: done.cookie } })).text()
    expect(page).toContain('Đã ghi lần liên hệ')
    expect(page.match(/<b><a href="[^"]+">Lần liên hệ đã ghi, khách liên hệ trước<\/a><\/b>/g)).toHaveLength(1)
    expect(page).toMatch(/Facebook: Đã nói chuyện: yêu cầu hỗ trợ<br>.*hỏi &lt;hộp&gt; quà/)
    const told = (await system.stack.stores.work.ofCustomer('KH05')).filter(({ subject }) => subject.is === 'told')
    expect(told).toHaveLength(1)
    const log = await system.stack.stores.auditLog.page({ month: system.clock.now().slice(0, 7), limit: 50 })
    const entered = readLines(actsInLog(log)).filter(({ act }) => act === 'enter-contact')
    expect(entered).toMatchObject(entered.map(() => ({ on: { kind: 'customer', id: 'KH05' }, result: 'done' })))
    expect(JSON.stringify(log)).not.toContain('hộp')
    expect((await personPage('KH05', 'en')).text).toContain('Entered contact, begun by the customer')
  })

  test('refused it comes back with everything that was typed and chosen', async () => {
    const refused = await enter({ ...FORM, contact: '', note: '', way: 'zalo', 'follow-up-days': '7' })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Chưa ghi: kết quả này cần vài lời')
    for (const kept of ['<details id="contact" open>', 'value="zalo" selected', 'value="request" selected', 'value="7"'])
      expect(refused.html).toContain(kept)
    for (const wrong of [{ direction: 'x' }, { way: 'x' }, { disposition: 'no-answer' }])
      expect((await enter({ ...FORM, contact: '', ...wrong })).html).toContain('hãy chọn ai liên hệ')
    expect(await contacts()).toHaveLength(1)
  })

  test('is for the roles that make calls, and about a customer who is there', async () => {
    const marketing = await signedIn(system, 'marketing')
    expect((await enter(FORM, { cookie: marketing })).status).toBe(403)
    expect((await enter(FORM, { id: 'KH99' })).status).toBe(404)
  })
})

describe('opening a case of what a customer told', () => {
  const FORM = { case: '00000000-0000-4000-8000-000000000002', what: 'question', note: 'hộp <quà> gửi đi đâu?' }
  const open = async (form: Record<string, string>, { id = 'KH05', cookie = session } = {}) => {
    const answer = await fetch(`${system.url}/customers/${id}/case`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie, origin: system.url },
      redirect: 'manual',
    })
    const given = answer.headers.getSetCookie().map((each) => each.split(';')[0])
    const to = answer.headers.get('location') ?? ''
    return { status: answer.status, to, html: await answer.text(), cookie: [cookie, ...given].join('; ') }
  }
  const cases = async () =>
    (await system.stack.stores.work.ofCustomer('KH05')).filter(
      (item) => item.subject.is === 'told' && item.subject.what === 'question',
    )

  test('twice is once: it stands among the open work, and the act in the log', async () => {
    const done = await open(FORM)
    expect(done).toMatchObject({ status: 303, to: '/customers/KH05?done=open-case' })
    expect((await open(FORM)).status).toBe(303)
    expect(await cases()).toMatchObject([{ subject: { is: 'told', what: 'question', workId: null } }])
    const page = await (await fetch(`${system.url}${done.to}`, { headers: { cookie: done.cookie } })).text()
    expect(page).toContain('Đã mở vụ việc')
    expect(page.slice(page.indexOf('<section id="work">'))).toContain('Câu hỏi của khách')
    const log = await system.stack.stores.auditLog.page({ month: system.clock.now().slice(0, 7), limit: 50 })
    const acts = readLines(actsInLog(log)).filter(({ act }) => act === 'open-case')
    expect(acts).toMatchObject(Array(2).fill({ on: { kind: 'customer', id: 'KH05' }, result: 'done' }))
    expect(JSON.stringify(log)).not.toContain('quà')
  })

  test('refused it comes back with what was typed and chosen; it is for the roles that make calls, about a customer who is there', async () => {
    const refused = await open({ ...FORM, case: '', what: '' })
    expect(refused.status).toBe(409)
    for (const kept of ['Chưa mở: hãy chọn', '<details id="case" open>', 'hộp &lt;quà&gt; gửi đi đâu?</textarea>'])
      expect(refused.html).toContain(kept)
    const empty = await open({ ...FORM, case: '', note: ' ' })
    expect(empty.html).toContain('name="what" value="question" required checked')
    expect((await open(FORM, { cookie: await signedIn(system, 'marketing') })).status).toBe(403)
    expect((await open(FORM, { id: 'KH99' })).status).toBe(404)
    expect(await cases()).toHaveLength(1)
  })
})

describe('correcting a profile', () => {
  const pathOf = (id: string) => `${system.url}/customers/${id}`
  const seenOn = async (id: string) => {
    const html = await (await fetch(pathOf(id), { headers: { cookie: session } })).text()
    return /name="seen" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  }
  const press = async (id: string, form: Record<string, string>, cookie = session) => {
    const answer = await fetch(`${pathOf(id)}/correct`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie, origin: system.url },
      redirect: 'manual',
    })
    const html = await answer.text()
    const given = answer.headers.getSetCookie().map((each) => each.split(';')[0])
    return { status: answer.status, to: answer.headers.get('location') ?? '', html, cookie: [cookie, ...given].join('; ') }
  }
  const HA = { fullName: 'Hoàng Thu Hà', addressName: 'Hà', honorific: 'co', preferredChannel: '' }

  test('what changed is said, found by search, written into the audit log, and on the timeline', async () => {
    const done = await press('KH05', { ...HA, fullName: 'Hoàng Thu Hằng', seen: await seenOn('KH05') })
    expect([done.status, done.to]).toEqual([303, '/customers/KH05?changed=name'])
    const page = await (await fetch(`${system.url}${done.to}`, { headers: { cookie: done.cookie } })).text()
    expect(page).toContain('Đã sửa: tên.')
    expect(page).toMatch(/<li data-event="correction">(?:(?!<\/li>).)* sửa hồ sơ/s)
    const found = await (await fetch(`${system.url}/customers?q=hang`, { headers: { cookie: session } })).text()
    expect(found).toContain('Hoàng Thu Hằng')
    const log = await system.stack.stores.auditLog.page({ month: system.clock.now().slice(0, 7), limit: 10 })
    const entries = readLines(actsInLog(log)).filter(({ act }) => act === 'correct-person')
    expect(entries).toMatchObject([{ on: { kind: 'customer', id: 'KH05' }, result: 'done' }])
    expect(JSON.stringify(log)).not.toContain('Hằng')
  })

  test('from the screen of a call leads back to that call, which greets by the new name; refused, it keeps the way back', async () => {
    const { stores } = system.stack
    await stores.work.open(storedWork({ workId: 'call-ha', customerId: 'KH05' }))
    const callPage = async (to: string, cookie: string) => (await fetch(`${system.url}${to}`, { headers: { cookie } })).text()
    const before = await callPage('/work/call-ha', session)
    expect(before).toContain('name="back" value="/work/call-ha"')
    const [customer] = await stores.customers.getMany(['KH05'])
    const { fullName = '', addressName } = customer?.customer ?? {}
    const form = { fullName, addressName: addressName ?? '', honorific: 'ba', preferredChannel: '', back: '/work/call-ha' }
    const refused = await press('KH05', { ...form, fullName: 'www.ha.vn', seen: await seenOn('KH05') })
    expect([refused.status, refused.html.includes('name="back" value="/work/call-ha"')]).toEqual([422, true])
    const done = await press('KH05', { ...form, seen: await seenOn('KH05') })
    expect([done.status, done.to]).toEqual([303, '/work/call-ha?changed=form-of-address'])
    const after = await callPage(done.to, done.cookie)
    expect(after).toContain('Đã sửa: xưng hô.')
    expect(after).toContain(`<b>Bà ${addressName}</b>`)
    const away = await press('KH05', { ...form, honorific: 'co', back: 'https://evil.example/', seen: await seenOn('KH05') })
    expect(away.to).toBe('/?changed=form-of-address')
  })

  test('a wrong value is refused with what was typed; a form from before another change is refused', async () => {
    const seen = await seenOn('KH04')
    const TUAN = { fullName: 'Lê Quốc Tuấn', addressName: 'Tuấn', honorific: 'anh', preferredChannel: '', seen }
    const wrong = await press('KH04', { ...TUAN, fullName: 'www.tuan.vn', honorific: 'ong' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Chưa lưu: họ tên phải có chữ')
    expect(wrong.html).toContain('value="www.tuan.vn"')
    expect(wrong.html).toMatch(/<details open>/)
    expect((await press('KH04', { ...TUAN, honorific: 'ong' })).status).toBe(303)
    const log = await system.stack.stores.auditLog.page({ month: system.clock.now().slice(0, 7), limit: 20 })
    const ofTuan = readLines(actsInLog(log)).filter(({ on }) => on?.id === 'KH04')
    expect(ofTuan.map(({ result }) => result).toSorted()).toEqual(['done', 'refused'])
    const late = await press('KH04', { ...TUAN, honorific: 'chu' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('hồ sơ vừa được người khác')
    expect((await press('KH04', {})).status).toBe(409)
  })

  test('marketing, who may look, may not correct, and the form says who may', async () => {
    const marketing = await signedIn(system, 'marketing')
    expect((await press('KH05', { ...HA, seen: await seenOn('KH05') }, marketing)).status).toBe(403)
    const html = await (await fetch(pathOf('KH05'), { headers: { cookie: marketing } })).text()
    expect(html).toMatch(/<button disabled>Lưu<\/button><small>Chỉ dành cho: nhân viên chăm sóc/)
  })

  test.each(['KH99', 'KH%2F1', '%00', 'x'.repeat(3_000), '..%2F..', '%F0%9F%8C%B8'])('there is no customer %s', async (id) => {
    for (const path of [id, `${id}?page=2`]) {
      const { status } = await fetch(pathOf(path), { headers: { cookie: session } })
      expect(status).toBe(404)
    }
    expect((await press(id, HA)).status).toBe(404)
  })
})

test.each(rolesWith('see-people'))('work and what was noted on it are shown only to those who may see work: %s', async (role) => {
  const { work } = system.stack.stores
  await work.open(storedWork({ workId: `call-${role}`, customerId: 'KH05' }))
  const cookie = await signedIn(system, role)
  const html = await (await fetch(`${system.url}/customers/KH05`, { headers: { cookie } })).text()
  expect(html).toContain('id="timeline"')
  const maySee = mayDo(role, 'see-work')
  expect([html.includes('data-event="work"'), html.includes('id="work"'), html.includes('href="/work/')]).toEqual(
    Array(3).fill(maySee),
  )
})
