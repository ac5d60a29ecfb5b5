/** The pages of budgets: what each role sees and may do, and acts that come too late, twice or while something is broken. */
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import { ROLES } from '#core/staff/role.ts'
import { budgetOffice, PAGE, QUARTER } from '#test/functions/staff/budget/budget-office.ts'
import { HEAD } from '#test/support/budget-builders.ts'
import { lineName } from '#web/staff/budget/budget-paths.ts'

const BECAUSE = 'theo họp thứ Hai'
const lineOf = async ({ stores }: Awaited<ReturnType<typeof budgetOffice>>) =>
  lineName((await stores.budgetPlans.latest(QUARTER))!.computed.lines[0]!)

describe('from proposal to lock', () => {
  test('proposed by the head, returned by the director, changed, proposed again, approved and locked; each act stands in the log', async () => {
    const office = await budgetOffice()
    const [head, director] = [office.as('head'), office.as('director')]
    const line = await lineOf(office)
    const acts: readonly (readonly [typeof head, string, Readonly<Record<string, string>>, string])[] = [
      [head, '/propose', {}, 'proposed'],
      [director, '/return', {}, 'returned'],
      [head, `/lines/${line}/change`, { amount: '4.000 ₫' }, 'returned'],
      [head, '/add', { title: 'In thiệp Tết', campaign: '', amount: '2.500.000' }, 'returned'],
      [head, '/propose', {}, 'proposed'],
      [director, '/approve', {}, 'approved'],
      [head, '/lock', {}, 'locked'],
    ]
    for (const [who, path, fields, state] of acts) {
      expect(await who.send(`${PAGE}${path}`, { because: BECAUSE, ...fields })).toMatchObject({ status: 303, goesTo: PAGE })
      expect((await office.stores.budgetPlans.latest(QUARTER))?.state).toBe(state)
    }
    const page = await head.page(PAGE)
    expect(page).toContain('In thiệp Tết')
    expect(page).toContain('sửa từ 5.052')
    expect(page).toContain('đã chốt')
    expect((await office.log()).map((entry) => entry.split(' ').slice(0, 4).join(' ')).toSorted()).toEqual(
      ['propose', 'return', 'edit', 'edit', 'propose', 'approve', 'lock']
        .map((act) => `done ${act}-budget budget ${QUARTER}`)
        .toSorted(),
    )
  })

  test('an approval of something that has changed since is refused, and shows what it is now', async () => {
    const office = await budgetOffice({ plan: { state: 'proposed' } })
    const [head, director] = [office.as('head'), office.as('director')]
    const seen = await director.page(`${PAGE}/approve`)
    await office.as('director').send(`${PAGE}/return`, { because: BECAUSE })
    await head.send(`${PAGE}/lines/${await lineOf(office)}/change`, { because: BECAUSE, amount: '9.000' })
    await head.send(`${PAGE}/propose`, { because: BECAUSE })
    const late = await director.send(`${PAGE}/approve`, { html: seen, because: BECAUSE })
    expect(late.status).toBe(409)
    expect(late.html).toContain('Tình hình đã đổi')
    expect(late.html).toContain('9.450')
    expect((await office.stores.budgetPlans.latest(QUARTER))?.state).toBe('proposed')
    expect((await director.send(`${PAGE}/approve`, { because: BECAUSE })).status).toBe(303)
  })

  test('a form that is sent twice does it once', async () => {
    const office = await budgetOffice()
    const seen = await office.page(`${PAGE}/add`)
    const form = { html: seen, because: BECAUSE, title: 'In thiệp', campaign: 'tet', amount: '100.000' }
    expect((await office.send(`${PAGE}/add`, form)).status).toBe(303)
    expect((await office.send(`${PAGE}/add`, form)).status).toBe(409)
    expect((await office.stores.budgetPlans.latest(QUARTER))?.byHand.added).toHaveLength(1)
  })

  test('of two directors who decide at once one reads that it has changed', async () => {
    const office = await budgetOffice({ plan: { state: 'proposed' } })
    const director = office.as('director')
    const answers = await Promise.all(['approve', 'return'].map((act) => director.send(`${PAGE}/${act}`, { because: BECAUSE })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect((await office.stores.budgetPlans.latest(QUARTER))?.version).toBe(2)
  })

  test('who proposed it cannot approve it, whatever their role is now', async () => {
    const steps = [{ is: 'propose' as const, version: 1, ...HEAD, by: 'director@trasen.example.com', because: '' }]
    const office = await budgetOffice({ role: 'director', plan: { state: 'proposed', steps } })
    expect(await office.page(PAGE)).toContain('Người trình không tự duyệt')
    const refused = await office.send(`${PAGE}/approve`, { because: BECAUSE, counted: 'v1 total=5.305 ₫' })
    expect(refused.status).toBe(409)
    expect((await office.stores.budgetPlans.latest(QUARTER))?.state).toBe('proposed')
  })
})

describe('what a role may', () => {
  const may: Readonly<Record<string, readonly string[]>> = {
    '': ['head', 'director', 'marketing'],
    '/proposal': ['head', 'director', 'marketing'],
    '/files/budget.xlsx': ['head', 'director', 'marketing'],
    '/propose': ['head'],
    '/add': ['head'],
    '/approve': ['director'],
    '/return': ['director'],
    '/lock': ['head', 'director'],
  }
  test.each(Object.entries(may))('%s', async (path, roles) => {
    const office = await budgetOffice()
    for (const role of ROLES)
      expect([role, (await office.as(role).open(`${PAGE}${path}`)).status]).toEqual([role, roles.includes(role) ? 200 : 403])
  })

  test('every control that is refused says why: by the role, by the step, by the person', async () => {
    const office = await budgetOffice({ plan: { state: 'proposed' } })
    const marketing = await office.as('marketing').page(PAGE, 'en')
    expect(marketing).toContain('Only for: head of care.')
    expect(marketing).toContain('Only for: director.')
    const head = await office.page(PAGE, 'en')
    expect(head).toContain('Only an approved budget can be locked')
    expect(head).toContain('Lines can be changed in a draft')
    expect(await office.page(`${PAGE}/propose`, 'en')).not.toContain('name="because"')
  })
})

describe('what was typed', () => {
  test.each([
    ['2,5', 'bad-amount'],
    ['hai triệu', 'bad-amount'],
    ['-5', 'bad-amount'],
  ])('%s is no amount: it stands in the form again, with the reason', async (amount) => {
    const office = await budgetOffice()
    const refused = await office.send(`${PAGE}/add`, { because: BECAUSE, title: 'In thiệp', campaign: '', amount })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Số tiền phải là số nguyên')
    expect(refused.html).toContain(`value="${amount}"`)
    expect(refused.html).toContain('value="In thiệp"')
    expect(refused.html).toContain(BECAUSE)
    expect((await office.log())[0]).toContain('refused edit-budget')
  })

  test('a campaign that the form does not offer gets no line', async () => {
    const office = await budgetOffice()
    const form = { because: BECAUSE, title: 'In thiệp', campaign: '#plans', amount: '100.000' }
    const refused = await office.send(`${PAGE}/add`, form)
    expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('Không có chiến dịch hay khoản này')])
    expect((await office.stores.budgetPlans.latest(QUARTER))?.version).toBe(1)
  })

  test('no reason, no act', async () => {
    const office = await budgetOffice()
    expect((await office.send(`${PAGE}/propose`, { because: ' ' })).status).toBe(422)
    expect(await office.log()).toEqual([])
  })
})

describe('when something is broken', () => {
  test('an audit log that cannot be written lets nothing be done', async () => {
    const auditLog = { ...memoryAuditLog(), add: () => Promise.reject(new Error('throttled')) }
    const office = await budgetOffice({ auditLog })
    const answer = await office.send(`${PAGE}/propose`, { because: BECAUSE })
    expect(answer.status).toBe(500)
    expect((await office.stores.budgetPlans.latest(QUARTER))?.state).toBe('draft')
  })

  test('books that cannot be opened leave a locked budget that can be locked again', async () => {
    const office = await budgetOffice({ plan: { state: 'approved' } })
    const { put } = office.stores.budgets
    office.stores.budgets.put = () => Promise.reject(new Error('throttled'))
    expect((await office.send(`${PAGE}/lock`, { because: BECAUSE })).status).toBe(500)
    office.stores.budgets.put = put
    expect(await office.page(PAGE)).toContain('Việc chốt bị đứt giữa chừng')
    expect((await office.send(`${PAGE}/lock`, { because: BECAUSE })).status).toBe(303)
    expect(await office.stores.budgets.get('tet', `planned#${QUARTER}`)).toBeDefined()
    expect(await office.page(PAGE)).not.toContain('Việc chốt bị đứt giữa chừng')
  })
})

describe('pages', () => {
  test('lead those who may read the log to what was done with the budget, and what was refused', async () => {
    const office = await budgetOffice()
    const link = `href="/log?about=${QUARTER}"`
    expect(await office.page(PAGE)).toContain(link)
    for (const role of ['director', 'marketing'] as const) expect(await office.as(role).page(PAGE)).not.toContain(link)
  })

  test.each([
    ['tet', 200],
    ['%23other', 200],
    ['%23others', 404],
    ['tet-greetin', 404],
  ])('the form that explains %s answers %i: what is no item of the budget cannot be explained', async (of, status) => {
    const office = await budgetOffice({ plan: { state: 'locked' } })
    expect((await office.open(`${PAGE}/explain/${of}`)).status).toBe(status)
  })

  test('an earlier version is shown as it was, without acts', async () => {
    const office = await budgetOffice()
    await office.send(`${PAGE}/lines/${await lineOf(office)}/change`, { because: BECAUSE, amount: '9.000' })
    const old = await office.page(`${PAGE}?version=1`, 'en')
    expect(old).toContain('This is version 1 as it was then')
    expect(old).toContain('₫5,052')
    expect(old).not.toContain(`${PAGE}/propose`)
    expect((await office.open(`${PAGE}?version=7`)).status).toBe(404)
    expect((await office.open('/budgets/2030-01-01_2030-03-31')).status).toBe(404)
  })

  test('the proposal on paper says which version it is, and brings the one style that its policy lets through', async () => {
    const office = await budgetOffice({ plan: { state: 'proposed' } })
    const answer = await office.open(`${PAGE}/proposal`)
    expect(answer.headers.get('content-security-policy')).toMatch(/style-src 'sha256-[\w+/]{43}='/)
    const page = await answer.text()
    expect(page).toContain('TỜ TRÌNH')
    expect(page).toContain('Bản số 1, đã trình, chờ duyệt')
  })

  test('the workbook has each line with the amount that is proposed, as a number', async () => {
    const office = await budgetOffice()
    await office.send(`${PAGE}/add`, { because: BECAUSE, title: 'In thiệp', campaign: '', amount: '100.000' })
    const answer = await office.open(`${PAGE}/files/budget.xlsx`)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="budget-${QUARTER}-v2.xlsx"`)
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets[1]?.rows.slice(1, -1).map((row) => [row[0], row[5]])).toEqual([
      ['Gửi thư, gọi điện', 5_052],
      ['In thiệp', 100_000],
      ['Dự phòng', 5_253],
    ])
  })

  test('the list says what each comes to and what was done last', async () => {
    const office = await budgetOffice()
    await office.send(`${PAGE}/propose`, { because: BECAUSE })
    const list = await office.as('marketing').page('/budgets', 'en')
    expect(list).toContain('Q1 2027')
    expect(list).toContain('₫5,305')
    expect(list).toContain('Hoa: proposed')
  })
})
