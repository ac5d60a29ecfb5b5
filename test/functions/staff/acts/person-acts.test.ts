import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldAbout } from '#app/person/held-about.ts'
import { type PersonActSystem, personActRoutes } from '#functions/staff/acts/person-acts.ts'
import { AT, heldPerson, LAN, NEIGHBOUR } from '#test/app/person/held-person.ts'
import { type Desk, deskSystem, figuresOn, visiting } from '#test/functions/staff/acts/desk.ts'
import { allFound } from '#test/support/all-pages.ts'
import { aCustomer } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedWork } from '#test/support/work-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const HOA = 'hoa@trasen.example.com'
const EXPORT = `/customers/${LAN}/export`
const ERASE = `/customers/${LAN}/erase`

async function office(desk: Desk & { readonly breaks?: true; readonly keepsComing?: true } = {}) {
  const held = await heldPerson(engine)
  const { system, auditLog } = deskSystem(desk)
  const rows = { remove: desk.breaks ? () => Promise.reject(new Error('throttled')) : held.rows.remove }
  // An import that writes the customer whenever the erasure is about to end.
  const finishErasure: typeof held.ledgers.finishErasure = async (finished) => {
    if (desk.keepsComing) await held.customers.put([aCustomer({ customerId: LAN })])
    return held.ledgers.finishErasure(finished)
  }
  const stores: PersonActSystem['stores'] = { ...held, rows, auditLog, ledgers: { ...held.ledgers, finishErasure } }
  // After everything that is stored about her.
  const routes = personActRoutes({ ...system, clock: { now: () => AT }, stores })
  return { ...visiting(routes, { ...desk, auditLog }), held }
}

test('the page counts what will be deleted, and says what stays', async () => {
  const { page } = await office()
  const html = await page(ERASE)
  expect(figuresOn(html)).toEqual({
    purchases: '1',
    contacts: '1',
    consents: '1',
    answers: '1',
    mails: '1',
    work: '1',
    vouchers: '1',
  })
  expect(html).toContain('Phiếu quà ở lại dưới một tên khác')
  expect(html).toContain('Câu trả lời khảo sát mất hẳn')
  expect(await page(ERASE, 'en')).toContain('keyed hashes of address and number')
  expect(await page(ERASE, 'en')).toContain('Answers to surveys are gone for good')
})

test('the page of an act reads no stray mail: it says that they are looked for when the button is pressed', async () => {
  const { page, held } = await office()
  const asked: (string | null)[] = []
  const { pagesOf } = held.replies
  held.replies.pagesOf = (customerId) => {
    asked.push(customerId)
    return pagesOf(customerId)
  }
  for (const path of [ERASE, EXPORT]) expect(await page(path)).toContain('thư gửi từ địa chỉ của khách mà chưa biết của ai')
  expect(asked).toEqual([LAN, LAN])
})

test('one work item without a profile is held: both pages show it, it is handed out, and erased', async () => {
  const { page, open, send, held } = await office()
  await held.work.open(storedWork({ workId: 'w-alone', customerId: 'c-alone' }))
  const [exporting, erasing] = ['/customers/c-alone/export', '/customers/c-alone/erase']
  for (const path of [exporting, erasing]) expect(figuresOn(await page(path))).toMatchObject({ work: '1', mails: '0' })
  const answer = await send(exporting, { ground: 'own-check' })
  expect(JSON.parse(answer.html)).toMatchObject({ customer: null, work: [{ workId: 'w-alone' }] })
  expect(await send(erasing, { ground: 'customer-asked' })).toMatchObject({ status: 303, goesTo: '/erased' })
  for (const path of [exporting, erasing]) expect((await open(path)).status).toBe(404)
})

test('the key under which all stray mails stand is no customer', async () => {
  const { open, held } = await office()
  for (const act of ['export', 'erase']) expect((await open(`/customers/%23unmatched/${act}`)).status).toBe(404)
  expect(await heldAbout(held, { customerId: '#unmatched', at: AT })).toBeUndefined()
})

test('an erasure removes every row of the customer, without a search, and leaves the neighbour', async () => {
  const { send, page, held, log } = await office()
  expect(await send(ERASE, { ground: 'customer-asked' })).toMatchObject({ status: 303, goesTo: '/erased' })
  for (const text of [LAN, 'C-001@example.com', '+84912345678']) expect(await allFound(held.search.find([text]))).toEqual([])
  expect(await held.customers.get(NEIGHBOUR)).toBeDefined()
  expect(await held.ledgers.tombstones()).toMatchObject([{ customerId: LAN, erasure: { state: 'finished' } }])
  expect(await log()).toEqual([`done erase-person customer ${LAN} 1 ${HOA} customer-asked`])
  expect(await page('/erased')).toContain('care person')
  expect(await page('/erased?mails=2', 'en')).toContain('2 mails could not be deleted')
})

test('one that an import kept from its end is not told as done: the page of the act says that it is begun', async () => {
  const { send, page, held } = await office({ keepsComing: true })
  expect(await send(ERASE, { ground: 'customer-asked' })).toMatchObject({ status: 303, goesTo: ERASE })
  expect(await held.customers.get(LAN)).toBeDefined()
  expect(await page(ERASE)).toContain('Lần xóa trước bị đứt giữa chừng. Bấm nút để làm nốt.')
})

test('one that broke off says so, is a line in the log, and can be finished from the same page', async () => {
  const { send, page, held, log } = await office({ breaks: true })
  const answer = await send(ERASE, { ground: 'customer-asked' })
  expect(answer.status).toBe(500)
  expect(answer.html).toContain('bị đứt giữa chừng')
  expect((await log()).map((line) => line.split(' ')[0])).toEqual(['failed'])
  expect(await page(ERASE)).toContain('Bấm nút để làm nốt')

  const { system, auditLog } = deskSystem()
  const again = visiting(personActRoutes({ ...system, clock: { now: () => AT }, stores: { ...held, auditLog } }), { auditLog })
  expect((await again.send(ERASE, { ground: 'customer-asked' })).status).toBe(303)
  expect(await allFound(held.search.find([LAN]))).toEqual([])
})

test('the second press of the same form finds nobody', async () => {
  const { page, send, log } = await office()
  const html = await page(ERASE)
  expect((await send(ERASE, { ground: 'customer-asked', html })).status).toBe(303)
  expect((await send(ERASE, { ground: 'customer-asked', html })).status).toBe(404)
  expect(await log()).toHaveLength(1)
})

test('an export is a file with everything, and stands in the log', async () => {
  const { send, open, log, held } = await office()
  expect((await open(EXPORT)).headers.get('content-disposition')).toBeNull()
  const answer = await send(EXPORT, { ground: 'authority-asked' })
  expect(JSON.parse(answer.html)).toMatchObject({ customer: { customerId: LAN }, vouchers: [{ customerId: LAN }] })
  expect(await log()).toEqual([`done export-person customer ${LAN} 1 ${HOA} authority-asked`])
  expect(await held.customers.get(LAN)).toBeDefined()
})

test.each([
  ['many mails', 70, 'x'.repeat(100_000)],
  ['few that grow when their quotation marks are escaped', 40, '"'.repeat(100_000)],
])(
  'an export larger than an answer may be says so, names the command that has no limit, and is refused in the log: %s',
  async (_what, mails, text) => {
    const { send, held, log } = await office()
    const [reply] = await held.replies.ofCustomer(LAN)
    held.replies.pagesOf = async function* (customerId) {
      if (customerId === LAN) for (let at = 0; at < mails; at++) yield [{ ...reply!, reading: { ...reply!.reading, text } }]
    }
    const answer = await send(EXPORT, { ground: 'authority-asked' })
    expect([answer.status, answer.html]).toEqual([409, expect.stringContaining(`care person ${LAN} --export`)])
    expect(await log()).toEqual([`refused export-person customer ${LAN} 1 ${HOA} authority-asked`])
  },
)

test.each([
  [EXPORT, { ground: '' }, 422],
  [ERASE, { ground: 'own-check' }, 422],
  [ERASE, { ground: 'customer-asked', counted: 'held purchases=0' }, 409],
  ['/customers/c-404/erase', { ground: 'customer-asked', counted: 'held' }, 404],
])('%s with %o: %i, and nothing is done', async (path, form, status) => {
  const { send, log, held } = await office()
  expect((await send(path, form)).status).toBe(status)
  expect([await log(), (await held.customers.get(LAN))?.customer.customerId]).toEqual([[], LAN])
})

test('the chosen ground stays chosen when the form comes back, whatever kept it from being done', async () => {
  const chosen = (html: string) => html.match(/value="([\w-]+)" required checked/g)
  const stale = await (await office()).send(ERASE, { ground: 'no-longer-needed', counted: 'held purchases=0' })
  const broken = await (await office({ breaks: true })).send(ERASE, { ground: 'no-longer-needed' })
  expect([stale.status, broken.status]).toEqual([409, 500])
  for (const { html } of [stale, broken]) expect(chosen(html)).toEqual(['value="no-longer-needed" required checked'])
})

test.each(['agent', 'lead', 'marketing', 'director'] as const)('a %s may do neither', async (role) => {
  const { open, send, held } = await office({ role })
  for (const path of [EXPORT, ERASE]) {
    expect((await open(path)).status).toBe(403)
    expect((await send(path, { ground: 'customer-asked', counted: 'x' })).status).toBe(403)
  }
  expect((await open('/erased')).status).toBe(403)
  expect(await held.customers.get(LAN)).toBeDefined()
})

test('while the clock moves nobody is erased: the page says why, and the form is refused', async () => {
  const busy = { because: 'Đồng hồ đang chạy.', banner: 'Đang chạy', path: '/time' }
  const { page, send, held, log } = await office({ busy })
  expect(await page(ERASE)).toContain('Đồng hồ đang chạy.')
  expect((await send(ERASE, { ground: 'customer-asked', counted: 'held' })).status).not.toBe(303)
  expect(await held.customers.get(LAN)).toBeDefined()
  expect(await held.ledgers.tombstones()).toEqual([])
  expect(await log()).toEqual([])
})
