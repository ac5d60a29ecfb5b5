/** The pages of rehearsals: a form and what is wrong with it, what was found, day by day and customer by customer, and what changes between two. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#core/staff/role.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { aLine, aRehearsal, someSums } from '#test/support/rehearsal-builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { PROJECT, type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
const cookies = new Map<Role, string>()
beforeAll(async () => {
  company = smallCompany({ campaigns: ['tet-greeting', 'womens-day'] })
  system = await company.start()
  for (const role of ['marketing', 'head', 'director', 'agent'] as const) cookies.set(role, await signedIn(system, role))
})
afterAll(async () => {
  await system?.stop()
  company?.remove()
})

const headers = (role: Role) => ({ cookie: cookies.get(role) ?? '' })
async function page(path: string, role: Role = 'marketing') {
  const answer = await fetch(`${system.url}${path}`, { redirect: 'manual', headers: headers(role) })
  return { status: answer.status, html: await answer.text() }
}

interface Sent {
  readonly from?: string
  readonly to?: string
  readonly campaigns?: readonly string[]
  readonly files?: readonly (readonly [name: string, text: string])[]
}
async function send(
  { from = '2027-02-03', to = '2027-03-31', campaigns = ['tet-greeting'], files = [] }: Sent,
  role: Role = 'marketing',
) {
  const form = new FormData()
  form.set('from', from)
  form.set('to', to)
  for (const id of campaigns) form.append('campaign', id)
  for (const [name, text] of files) form.append('files', new File([text], name, { type: 'application/json' }))
  const answer = await fetch(`${system.url}/rehearsals`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers(role), origin: system.url },
    body: form,
  })
  return { status: answer.status, goesTo: answer.headers.get('location') ?? '', html: await answer.text() }
}

const womensDay = JSON.parse(readFileSync(join(PROJECT, 'campaigns/womens-day.json'), 'utf8'))
const fileOf = (over: object) => JSON.stringify({ ...womensDay, ...over })

describe('the form', () => {
  test('the empty list says what will stand there, and the form offers what is in force', async () => {
    const { html } = await page('/rehearsals')
    expect(html).toContain('Chưa có lần diễn tập nào')
    expect(html).toContain('value="tet-greeting" checked')
    expect(html).toContain('value="2027-02-03"')
    expect((await page('/rehearsals', 'director')).html).not.toContain('<form method="post" action="/rehearsals"')
    expect((await page('/rehearsals', 'agent')).status).toBe(403)
    expect((await send({}, 'director')).status).toBe(403)
  })

  test.each<[string, Sent, string, string]>([
    ['days in the wrong order', { from: '2027-03-31', to: '2027-02-03' }, 'to-wrong', 'Ngày cuối đứng trước ngày đầu'],
    ['days in the wrong order, with a file', { to: '2027-01-01', files: [['x.json', '{}']] }, 'to-wrong', 'Ngày cuối đứng trước'],
    ['no day', { from: '' }, 'from-wrong', 'Hãy chọn một ngày có thật'],
    ['a day that does not exist', { to: '2027-02-30' }, 'to-wrong', 'Hãy chọn một ngày có thật'],
    ['more than a year', { from: '2027-01-01', to: '2028-01-02' }, 'to-wrong', 'Nhiều nhất 366 ngày'],
    ['no campaign', { campaigns: [] }, 'campaigns-wrong', 'ít nhất một chiến dịch'],
    ['a campaign that there is not', { campaigns: ['no-such'] }, 'campaigns-wrong', 'ít nhất một chiến dịch'],
    ['a file that is no JSON', { files: [['x.json', '{"id": ']] }, 'files-wrong', 'JSON đúng'],
    ['a file with a mistake', { files: [['x.json', fileOf({ template: 'no-such' })]] }, 'files-wrong', 'no-such'],
    ['a file that is something else', { files: [['x.json', '"hello"']] }, 'files-wrong', '<code>x.json</code>'],
    [
      'two files of one name',
      {
        files: [
          ['x.json', fileOf({})],
          ['x.json', fileOf({})],
        ],
      },
      'files-wrong',
      'Có hai tệp cùng tên',
    ],
    [
      'two files of one campaign',
      {
        files: [
          ['x.json', fileOf({})],
          ['y.json', fileOf({})],
        ],
      },
      'files-wrong',
      'y.json cũng dùng id này',
    ],
    ['a file that is too large', { files: [['x.json', ' '.repeat(100_001)]] }, 'files-wrong', 'lớn hơn 100 kB'],
    [
      'too many files',
      { files: Array.from({ length: 21 }, (_, at) => [`${at}.json`, fileOf({ id: `c-${at}` })] as const) },
      'files-wrong',
      'Nhiều nhất 20 tệp',
    ],
  ])('%s is refused at its field, with what was chosen, and nothing is begun', async (_what, form, field, said) => {
    const before = (await system.rehearsals.book.all()).length
    const { status, html } = await send(form)
    expect(status).toBe(422)
    expect(html).toContain('role="alert"')
    expect(html).toContain(`id="${field}"`)
    expect(html).toContain(said)
    expect(html).toContain(`name="to" required value="${form.to ?? '2027-03-31'}"`)
    const isGone = form.files !== undefined && field !== 'files-wrong'
    expect(html.includes('Trình duyệt không giữ tệp')).toBe(isGone)
    expect(await system.rehearsals.book.all()).toHaveLength(before)
  })
})

describe('one that was begun', () => {
  let first = ''
  let second = ''
  beforeAll(async () => {
    first = (await send({ campaigns: ['tet-greeting', 'womens-day'] })).goesTo
    // The same, but women's day is greeted from the year after on.
    const files = [['phu-nu.json', fileOf({ lives: { from: '2028-01-01' } })]] as const
    second = (await send({ campaigns: ['tet-greeting', 'womens-day'], files }, 'head')).goesTo
    await system.rehearsals.idle()
  })

  test('stands in the list, in the log and on its page, with its campaigns and the file that was tried', async () => {
    const { html } = await page('/rehearsals')
    expect(html).toContain(`href="${first}"`)
    expect(html).toContain('1 từ tệp thử')
    expect(html.indexOf(second), 'the newest first, on a clock that stands still').toBeLessThan(html.indexOf(first))
    const shown = await page(second)
    expect(shown.html).toContain('tệp phu-nu.json')
    expect(shown.html).toContain('class="heat"')
    const log = await page('/log', 'head')
    expect(log.html).toContain('Diễn tập chiến dịch')
    expect(log.html).toContain(`href="${first}"`)
  })

  test('each day leads to its campaigns with numbers and reasons, and to the customers; a day without any says so', async () => {
    const { html } = await page(first)
    const days = [...html.matchAll(/href="(\/rehearsals\/[^"]+\/days\/[\d-]+)"/g)].map(([, path]) => path ?? '')
    expect(days.length).toBeGreaterThan(1)
    const tet = await page(`${first}/days/2027-02-04`)
    expect(tet.html).toContain('Khách đã từ chối nhận')
    expect(tet.html).toContain('Không có địa chỉ hay số để liên hệ')
    const people = await page(`${first}/days/2027-02-04/people?campaign=tet-greeting`)
    expect(people.html).toContain('Nguyễn Thị Lan')
    expect(people.html).toContain('nhận thư')
    const missing = await page(`${first}/days/2027-02-04/people?campaign=tet-greeting&state=not-sent`)
    expect(missing.html).not.toContain('Nguyễn Thị Lan')
    expect(missing.html).toContain('Phạm Đức Minh')
    expect((await page(`${first}/days/2027-02-20`)).html).toContain('không chiến dịch nào có khách đến dịp')
    expect((await page(`${first}/days/2027-02-20/people`)).html).toContain('không có khách nào như vậy')
    for (const none of ['2027-04-01', '2027-02-30', 'x']) expect((await page(`${first}/days/${none}`)).status).toBe(404)
  })

  test('a director sees the figures, and is told who may see the names', async () => {
    expect((await page(`${first}/days/2027-02-04`, 'director')).html).toContain('Xem từng khách: ')
    expect((await page(`${first}/days/2027-02-04/people`, 'director')).status).toBe(403)
  })

  test('the two compared say what changes by campaign, reason and day, and the other way round the negative', async () => {
    const id = (path: string) => path.split('/').at(-1) ?? ''
    const choose = await page(`${second}/against`)
    expect(choose.html).toContain(`<option value="${id(first)}"`)
    const { html } = await page(`${second}/against?before=${id(first)}`)
    const lost = /<b>−(\d+)<\/b><span>thư<\/span>/.exec(html)?.[1]
    expect(Number(lost)).toBeGreaterThan(0)
    expect(html).toContain('không nhận nữa')
    expect(html).toContain('không thuộc đối tượng')
    expect(html).toContain('08/03/2027')
    expect(html).not.toContain('Chúc mừng năm mới Âm lịch')
    expect((await page(`${first}/against?before=${id(second)}`)).html).toContain(`<b>+${lost}</b><span>thư</span>`)
    const pair = { before: id(first), after: id(second) }
    expect((await system.rehearsals.book.comparison(pair))?.totals.mails).toBe(-Number(lost))
    expect((await page(`${second}/against?before=${id(first)}`)).html).toBe(html)
    const kept = await system.rehearsals.book.comparison(pair)
    if (!kept) throw new Error('the comparison was not kept')
    // Whoever looks again reads what was kept, and no sheet.
    await system.rehearsals.book.putComparison(pair, { ...kept, totals: { ...kept.totals, mails: -12_345 } })
    expect((await page(`${second}/against?before=${id(first)}`)).html).toContain('<b>−12.345</b><span>thư</span>')
    await system.rehearsals.book.putComparison(pair, kept)
    expect((await page(`${first}/against?before=${id(first)}`)).html).toContain('Không so sánh được')
    expect((await page(`${first}/against?before=nothing`)).html).toContain('Không so sánh được')
  })

  test('who is erased stands on no page of it any more', async () => {
    const path = `${first}/days/2027-02-04/people`
    expect((await page(path)).html).toContain('KH05')
    await system.stores.rows.remove('KH05')
    expect((await page(path)).html).not.toContain('KH05')
  })
})

describe('one in the book', () => {
  test('a list of customers has pages, and a page beyond the last is the last', async () => {
    const rehearsal = aRehearsal({ rehearsalId: '20270215T023000-00000009' })
    const { book } = system.rehearsals
    await book.put(rehearsal)
    await book.putSums(rehearsal.rehearsalId, someSums())
    const lines = Array.from({ length: 120 }, (_, at) => aLine({ customer: `c-${String(at).padStart(3, '0')}` }))
    await book.putSheet(rehearsal.rehearsalId, { date: '2027-03-01', lines })
    const path = `/rehearsals/${rehearsal.rehearsalId}/days/2027-03-01/people`
    const second = await page(`${path}?page=2`)
    expect(second.html).toContain('c-050')
    expect(second.html).toContain('c-099')
    expect(second.html).not.toContain('c-100')
    expect(second.html).toContain('120 dòng, trang 2 trên 3')
    expect(second.html).toContain('page=3')
    for (const beyond of ['99', '3']) expect((await page(`${path}?page=${beyond}`)).html).toContain('trang 3 trên 3')
    for (const wrong of ['0', 'x', '-1']) expect((await page(`${path}?page=${wrong}`)).html).toContain('trang 1 trên 3')
  })

  test.each([
    ['waits', { is: 'waiting' } as const, 'đang chờ lần trước', true],
    ['runs', { is: 'under-way', percent: 40, secondsLeft: 200 } as const, '40%, còn khoảng 4 phút', true],
    ['ended with the system', { is: 'failed', failure: { because: 'restarted' } } as const, 'Hệ thống đã dừng', false],
    [
      'met too many',
      { is: 'failed', failure: { because: 'too-many-customers', most: 20_000 } } as const,
      'hơn 20.000 khách',
      false,
    ],
    ['broke off', { is: 'failed', failure: { because: 'broke-off' } } as const, 'bị đứt giữa chừng', false],
  ])('one that %s says so, and cannot be compared', async (_what, state, said, isReloaded) => {
    const rehearsal = aRehearsal({ rehearsalId: '20270215T023000-00000008', state })
    await system.rehearsals.book.put(rehearsal)
    const { html } = await page(`/rehearsals/${rehearsal.rehearsalId}`)
    expect(html).toContain(said)
    expect(html.includes('http-equiv="refresh"')).toBe(isReloaded)
    expect((await page(`/rehearsals/${rehearsal.rehearsalId}/against`)).html).toContain('chưa xong nên chưa so sánh được')
    expect((await page(`/rehearsals/${rehearsal.rehearsalId}/days/2027-03-01`)).status).toBe(404)
  })

  test('what must be mended stands on its page, and the days over a limit are marked', async () => {
    const rehearsal = aRehearsal({ rehearsalId: '20270215T023000-00000007' })
    const blockers = [
      { kind: 'quota-exceeded', campaign: 'birthday', date: '2027-03-01', mails: 3, perDay: 2 },
      { kind: 'field-empty', campaign: 'birthday', template: 'birthday', locale: 'vi', field: 'name', people: 4 },
    ] as const
    await system.rehearsals.book.put(rehearsal)
    await system.rehearsals.book.putSums(
      rehearsal.rehearsalId,
      someSums({
        blockers,
        unknownDays: [{ name: { vi: 'Giỗ Tổ', en: 'the Kings’ day' }, year: 2027 }],
        withoutPurchases: ['birthday'],
      }),
    )
    const { html } = await page(`/rehearsals/${rehearsal.rehearsalId}`)
    expect(html).toContain('ngày 01/03/2027 có 3 thư, quá hạn mức 2 thư trong 24 giờ')
    expect(html).toContain('còn trống ở 4 khách')
    expect(html).toContain('Lịch chưa ghi Giỗ Tổ năm 2027 là ngày nào')
    expect(html).toContain('dựa vào đơn hàng: Sinh nhật')
    expect(html).toMatch(/class="h1 over" title="01\/03\/2027: 3 thư, 2 người không nhận, vượt hạn mức"/)
  })

  test('none such has no page', async () => {
    for (const path of ['', '/days/2027-03-01', '/days/2027-03-01/people', '/against'])
      expect((await page(`/rehearsals/nothing${path}`)).status).toBe(404)
  })
})
