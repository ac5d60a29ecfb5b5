/** The head's report as it is opened, narrowed, handed in and answered for. */

import { describe, expect, test } from 'vitest'
import { budgetIdOf } from '#core/planned-budget/budget-plan.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { FEBRUARY, reportOffice } from '#test/functions/staff/report/report-office.ts'
import { aBudgetPlan, aPlannedBudget, mailsOf } from '#test/support/budget-builders.ts'
import { aRollUp, scores } from '#test/support/counted-roll-ups.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'

const valuesOn = (html: string) =>
  Object.fromEntries([...html.matchAll(/data-kpi="([^"]+)">([^<]+)</g)].map(([, id = '', value = '']) => [id, value]))
/** Of the report of February. */
const PATH = '/report?period=2027-02'

describe('the report of a month', () => {
  test('shows the last whole month first, with the six figures in the language of the page', async () => {
    const { page } = await reportOffice()
    const html = await page('/report')
    expect(html).toContain('Báo cáo chăm sóc khách hàng: tháng 2/2027')
    expect(valuesOn(html)).toEqual({
      nps: '56,7',
      csat: '87,5\u00a0%',
      'kept-customers': '65\u00a0%',
      engagement: '28,9\u00a0%',
      'complaint-rate': '0,33\u00a0%',
      'fcr-customer': '83,3\u00a0%',
    })
    expect(valuesOn(await page('/report', 'en'))).toMatchObject({ nps: '56.7', 'complaint-rate': '0.33\u00a0%' })
  })

  test('says first what is wrong, and compares with the year before by Tết', async () => {
    const worse = { nps: scores({ 2: 120, 8: 60, 10: 120 }), promises: { kept: 40, broken: 3, open: 0, void: 0 } }
    const { page } = await reportOffice({ counted: worse, targets: { nps: 40 } })
    const html = await page(PATH)
    const first = html.slice(html.indexOf('Cần chú ý trước'), html.indexOf('Các chỉ số chính'))
    for (const said of [
      'NPS kém đi so với kỳ trước: giảm từ 56,7 xuống 0',
      'NPS chưa đạt mục tiêu: 0, mục tiêu 40',
      'Lỡ 3 lần hẹn',
    ])
      expect(first).toContain(said)
    expect(html).toContain('So với năm trước, tính theo Tết')
  })

  test('tells of a rise as a rise where less is better', async () => {
    const { page } = await reportOffice({ counted: { complained: 60 } })
    expect(await page(PATH)).toContain('Tỷ lệ khách hàng khiếu nại kém đi so với kỳ trước: tăng từ 0,33\u00a0% lên 1,4\u00a0%')
  })

  test('each campaign stands with its balance, and the parts of it add up to the whole', async () => {
    const { page } = await reportOffice()
    const html = await page(PATH)
    const rows = [...html.matchAll(/href="\/campaigns\/([a-z-]+)".*?<\/tr>/g)].map(([row, id]) => [id, ...numbersIn(row)])
    expect(rows).toEqual([
      ['tet-greeting', 115, 100, 10, 5, 0],
      ['nps-relationship', 114, 99, 10, 5, 0],
    ])
  })

  test.each([
    ['2020-01', 'Kỳ này ở trước khi hệ thống có dữ liệu'],
    ['2027-04', 'Kỳ này chưa bắt đầu'],
    ['2027-W05', 'Kỳ này chưa được tổng hợp'],
    ['2027-13', 'Không có kỳ hay phần nào tên “2027-13”'],
  ])('a period that cannot be shown says why: %s', async (key, said) => {
    const { page } = await reportOffice()
    expect(await page(`/report?period=${key}`)).toContain(said)
  })

  test('a part that is no more in a period that was counted again is not shown with its old figures', async () => {
    const { page, stores } = await reportOffice()
    const segment = { by: 'tier', is: 'vip' } as const
    await stores.numbers.putRollUps([aRollUp({ period: FEBRUARY, segment })])
    expect(valuesOn(await page(`${PATH}&segment=tier%3Dvip`))).toHaveProperty('nps')
    await stores.numbers.putRollUps([aRollUp({ period: FEBRUARY, today: '2028-06-01' })])
    const html = await page(`${PATH}&segment=tier%3Dvip`)
    expect(valuesOn(html)).toEqual({})
    expect(html).toContain('Không có gì về phần này trong kỳ')
    expect(await page(PATH)).not.toContain('href="/campaigns/tet-greeting"')
  })

  test('days without a roll-up are named, and days to come are not missing', async () => {
    const { page } = await reportOffice()
    const html = await page('/report?period=2027-03')
    expect(html).toContain('Các ngày còn thiếu: từ 01/03/2027 đến 09/03/2027')
  })

  test('each table leads to the page with the rows behind its counts; of a report handed in none does', async () => {
    const { page, send, stores } = await reportOffice()
    const html = await page(`${PATH}&segment=campaign%3Dtet-greeting`)
    const behind = (id: string) => `href="/report/figures/${id}?period=2027-02&amp;segment=campaign%3Dtet-greeting#behind"`
    for (const id of ['nps', 'complaint-rate', 'calls-reached', 'promises-kept']) expect(html).toContain(behind(id))
    expect(await page('/report/figures/nps?period=2027-02')).toContain('id="behind"')
    await send('/report/hand-in', { html: '', period: '2027-02', segment: 'all' })
    const [handed] = await stores.reports.handedIn(1)
    expect(await page(`/report/handed-in/${handed?.reportId}`)).not.toContain('#behind')
  })

  test('a part has an address of its own, and one that holds nothing says so', async () => {
    const { page } = await reportOffice()
    expect(await page(`${PATH}&segment=campaign%3Dtet-greeting`)).toContain('Chiến dịch: tet-greeting')
    expect(await page(`${PATH}&segment=tier%3Dgold`)).toContain('Không có gì về phần này trong kỳ')
    expect(await page(`${PATH}&segment=colour%3Dred`)).toContain('Không có kỳ hay phần nào tên “colour=red”')
  })
})

const numbersIn = (row: string) =>
  [...row.matchAll(/<span class="number">([\d.]+)<\/span>/g)]
    .slice(0, 5)
    .map(([, number = '']) => Number(number.replace('.', '')))

describe('the words of customers', () => {
  async function answered(role: 'head' | 'director') {
    const office = await reportOffice({ role })
    const at = '2027-02-11T05:00:00.000Z'
    const add = (customerId: string, score: number, why: string) =>
      office.stores.responses.put(
        aResponse([anAnswer({ at, score, why })], {
          customerId,
          kind: 'nps',
          answeredOn: '2027-02-11',
          campaignId: 'nps-relationship',
        }),
      )
    await add('c-001', 10, 'rất hài lòng')
    await add('c-002', 2, 'giao <trễ>')
    return office
  }

  test('stand without names, the unhappy first', async () => {
    const { page } = await answered('head')
    const html = await page(PATH)
    expect(html.indexOf('giao &lt;trễ&gt;')).toBeGreaterThan(0)
    expect(html.indexOf('giao &lt;trễ&gt;')).toBeLessThan(html.indexOf('rất hài lòng'))
    expect(html).not.toContain('c-002')
  })

  test('are not shown to whose role reads figures alone', async () => {
    const { page } = await answered('director')
    const html = await page(PATH)
    expect(html).not.toContain('trễ')
    expect(html).toContain('Vai trò của bạn xem số liệu, không xem lời của khách')
    expect(valuesOn(html).nps).toBe('56,7')
  })
})

describe('one figure', () => {
  test('shows its definition, and what is behind it by reason with the pages of the rows', async () => {
    const { page } = await reportOffice()
    const html = await page('/report/figures/nps?period=2027-02')
    expect(html).toContain('số khách cho 9–10 điểm trừ số khách cho 0–6 điểm')
    expect(html).toContain('Chưa hài lòng (0–6)')
    expect(html).toContain(
      'href="/listening?show=answers&amp;survey=nps&amp;band=low&amp;from=2027-02-01&amp;to=2027-02-28&amp;suspects=without"',
    )
  })

  test('offers no page that the visitor may not open', async () => {
    const { page } = await reportOffice({ role: 'director' })
    const html = await page('/report/figures/nps?period=2027-02')
    expect(html).not.toContain('href="/listening')
    expect(html).toContain('vai trò của bạn không mở được')
  })

  test('of purchases shows how many bought and how many did not, each with their list', async () => {
    const { page } = await reportOffice()
    const html = await page('/report/figures/kept-customers?period=2027-02')
    for (const said of ['còn mua hàng đến cuối kỳ', '2.600', 'đã quá hạn không mua', '1.400']) expect(html).toContain(said)
    expect(html).toContain('href="/report/figures/kept-customers/customers/did-not?period=2027-02"')
  })

  test('of a quarter opens the rows of each of its months', async () => {
    const { page, stores } = await reportOffice()
    await stores.numbers.putRollUps([aRollUp({ period: periodHolding('quarter', '2027-02-10'), today: '2027-03-10' })])
    const html = await page('/report/figures/delivered?period=2027-Q1')
    for (const month of ['2027-01', '2027-02', '2027-03']) expect(html).toContain(`href="/occurrences?month=${month}"`)
    expect(html).not.toContain('month=2027-04')
  })

  test('of cases shows how many went up by time and by hand, came down again and were called less grave', async () => {
    const { page } = await reportOffice()
    const html = await page('/report/figures/escalation-rate?period=2027-02')
    for (const said of ['11,1', 'được báo lên vì quá hạn', 'được nhân viên báo lên', 'được giao lại cho người phụ trách'])
      expect(html).toContain(said)
    const lowered = await page('/report/figures/severity-lowered-rate?period=2027-02')
    for (const said of ['Tỷ lệ vụ việc bị hạ mức', '2,2', 'được nhân viên hạ mức']) expect(lowered).toContain(said)
  })

  test('leads from each count of the desk to the very items that were counted, whatever became of them since', async () => {
    const { page } = await reportOffice()
    const list = '/work?show=counted'
    const complaints = await page('/report/figures/complaint-rate?period=2027-02')
    expect(complaints).toContain(`href="${list}&amp;kind=complaint&amp;month=2027-02"`)
    const calls = await page('/report/figures/calls-reached?period=2027-02')
    for (const one of ['calls.reached', 'dispositions.satisfied'])
      expect(calls).toContain(`href="${list}&amp;counted=${one}&amp;month=2027-02"`)
    expect(await page('/report/figures/promises-kept?period=2027-02')).toContain(`${list}&amp;counted=promises.kept&amp;`)
    expect(await page('/report/figures/escalation-rate?period=2027-02')).toContain(`${list}&amp;counted=cases.upByTime&amp;`)
  })

  test('lists no rows of gifts where there is no list: vouchers are given on occurrences, and found one by one when they were used', async () => {
    const { page } = await reportOffice({
      counted: {
        gifts: [
          { event: 'issued', currency: 'VND', count: 7, amount: 700_000 },
          { event: 'used', currency: 'VND', count: 2, amount: 200_000 },
        ],
      },
    })
    const html = await page('/report/figures/cost-per-customer?period=2027-02')
    const gifts = html.slice(html.indexOf('<h2>Quà</h2>'))
    expect(gifts.slice(0, gifts.indexOf('</section>'))).not.toContain('href="/vouchers"')
    expect(gifts.slice(0, gifts.indexOf('</section>'))).toContain('href="/occurrences?month=2027-02"')
  })

  test('of which nothing happened does not say that it is made of purchases', async () => {
    const { page } = await reportOffice({ counted: { opened: {}, closed: {} } })
    const html = await page('/report/figures/repeat-rate?period=2027-02')
    expect(html).toContain('Trong kỳ này chưa có gì để liệt kê')
    expect(html).not.toContain('ngày khách mua hàng')
  })

  test('which there is not is no page; of a period without figures the definition alone', async () => {
    const { open, page } = await reportOffice()
    expect((await open('/report/figures/happiness')).status).toBe(404)
    const html = await page('/report/figures/nps?period=2026-W01')
    expect(html).toContain('chưa được tổng hợp')
    expect(html).toContain('Reichheld 2003')
  })

  test.each([
    ['period=2027-13', 'Không có kỳ hay phần nào tên “2027-13”'],
    ['period=2027-02&segment=colour%3Dred', 'Không có kỳ hay phần nào tên “colour=red”'],
    // Longer than a key of DynamoDB may be.
    [`period=2027-02&segment=campaign%3D${'x'.repeat(1_100)}`, 'Không có kỳ hay phần nào tên'],
    ['period=2020-01', 'Kỳ này ở trước khi hệ thống có dữ liệu'],
    ['period=2027-04', 'Kỳ này chưa bắt đầu'],
    ['period=2027-02&segment=campaign%3Dnope', 'Không có gì về phần này trong kỳ'],
  ])('which cannot be shown says why: %s', async (query, said) => {
    const { page } = await reportOffice()
    const html = await page(`/report/figures/nps?${query}`)
    expect(html).toContain(said)
    expect(valuesOn(html)).toEqual({})
    expect(html).not.toContain('56,7')
  })
})

describe('proposals, and reports as handed in', () => {
  const where = { period: '2027-02', segment: 'all' }

  test('a proposal rests on figures and goes from state to state; the log says who, and not what', async () => {
    const { page, send, stores, log } = await reportOffice()
    const wrote = await send('/report/proposals', { html: '', ...where, text: 'Gọi lại <ngay>', figures: 'nps' })
    expect(wrote.goesTo).toBe('/report?period=2027-02&said=proposed#proposals')
    const [proposal] = await stores.reports.proposals(where)
    expect(proposal).toMatchObject({ text: 'Gọi lại <ngay>', figures: ['nps'], state: 'proposed', by: 'Hoa' })
    const path = `/report/proposals/${proposal?.proposalId}`
    await send(path, { html: '', ...where, version: '0', state: 'accepted' })
    const stale = await send(path, { html: '', ...where, version: '0', state: 'rejected' })
    expect(stale.goesTo).toContain('said=stale')
    const wrong = await send(path, { html: '', ...where, version: '1', state: 'proposed' })
    expect(wrong.goesTo).toContain('said=stale')
    const html = await page(PATH)
    expect(html).toContain('Gọi lại &lt;ngay&gt;')
    expect(html).toContain('được chấp thuận')
    expect((await log()).filter((line) => line.startsWith('done'))).toEqual([
      'done change-proposal report 2027-02 - hoa@trasen.example.com',
      'done write-proposal report 2027-02 - hoa@trasen.example.com',
    ])
  })

  test.each([
    ['  \u200b ', 'empty'],
    ['x'.repeat(2_001), 'too-long'],
  ])('a proposal that is none is refused', async (text, said) => {
    const { send, stores } = await reportOffice()
    expect((await send('/report/proposals', { html: '', ...where, text })).goesTo).toContain(`said=${said}`)
    expect(await stores.reports.proposals(where)).toEqual([])
  })

  test('a report stays as it was handed in, whatever the figures come to later', async () => {
    const { page, send, stores } = await reportOffice()
    await send('/report/proposals', { html: '', ...where, text: 'Gọi lại trong ngày' })
    expect((await send('/report/hand-in', { html: '', ...where })).goesTo).toBe('/report?period=2027-02&said=handed-in')
    await stores.numbers.putRollUps([aRollUp({ period: FEBRUARY, counted: { nps: scores({ 0: 100 }) } })])
    expect(valuesOn(await page(PATH)).nps).toBe('−100')
    const list = await page('/report/handed-in')
    const [, path = ''] = list.match(/href="(\/report\/handed-in\/[^"]+)"/) ?? []
    const html = await page(path)
    expect(valuesOn(html).nps).toBe('56,7')
    expect(html).toContain('Gọi lại trong ngày')
    expect(html).toContain('Bản này không thay đổi')
    expect(html).not.toContain('<form method="post" action="/report')
  })

  test('a form that is sent twice writes once', async () => {
    const { page, send, stores } = await reportOffice()
    const ids = [...(await page(PATH)).matchAll(/name="once" value="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(2)
    for (const once of [ids[0], ids[0]])
      await send('/report/proposals', { html: '', ...where, text: 'Một lần', once: once ?? '' })
    for (const once of [ids[1], ids[1]]) await send('/report/hand-in', { html: '', ...where, once: once ?? '' })
    expect([(await stores.reports.proposals(where)).length, (await stores.reports.handedIn(10)).length]).toEqual([1, 1])
  })

  test('nothing is handed in of a period without figures', async () => {
    const { send, stores } = await reportOffice()
    expect((await send('/report/hand-in', { html: '', period: '2027-W05', segment: 'all' })).goesTo).toContain('said=nothing')
    expect(await stores.reports.handedIn(10)).toEqual([])
  })

  test.each([
    ['that there is not', { period: '2027-13', segment: 'all' }],
    ['that is not named', { text: 'x' }],
    ['of a part that there is not', { period: '2027-02', segment: 'colour=red' }],
    ['of a part that no key of a store can name', { period: '2027-02', segment: `campaign=${'x'.repeat(3_000)}` }],
  ])('a form about a report %s writes in no other', async (_what, form) => {
    const { send, stores } = await reportOffice()
    for (const path of ['/report/proposals', '/report/proposals/some', '/report/hand-in'])
      expect((await send(path, { html: '', text: 'x', ...form })).status).toBe(404)
    expect(await stores.reports.proposals(where)).toEqual([])
    expect(await stores.reports.handedIn(10)).toEqual([])
  })

  test('a director reads them and writes none', async () => {
    const { page, send } = await reportOffice({ role: 'director' })
    expect((await send('/report/proposals', { html: '', ...where, text: 'x' })).status).toBe(403)
    expect((await send('/report/hand-in', { html: '', ...where })).status).toBe(403)
    expect(await page(PATH)).not.toContain('action="/report/proposals"')
  })
})

describe('the pictures of charts', () => {
  test('are well-formed, are kept as long as the figures stand, and are another picture with other figures', async () => {
    const { open, page } = await reportOffice()
    const html = await page(PATH)
    const [, src = ''] = html.match(/<img src="([^"]+nps-trend[^"]+)"/) ?? []
    const answer = await open(src.replaceAll('&amp;', '&'))
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    expect(answer.headers.get('cache-control')).toBe('private, max-age=86400')
    expect(await answer.text()).toMatch(/^<svg [\s\S]+<\/svg>\s*$/)
    const other = await open('/report/charts/nps-trend.svg?period=2027-02&seen=2020-01-01T00:00:00.000Z')
    expect(other.headers.get('cache-control')).toBeNull()
  })

  test('of a period without figures say that there is nothing to draw', async () => {
    const { open } = await reportOffice()
    const answer = await open('/report/charts/nps-trend.svg?period=2027-W05')
    expect(await answer.text()).toContain('Chưa đủ số liệu để vẽ')
    expect(await (await open('/report/charts/nps-trend.svg?period=2027-13')).text()).toContain('Chưa đủ số liệu để vẽ')
    expect((await open('/report/charts/pie.svg')).status).toBe(404)
  })

  test('tell who does not see them what they show', async () => {
    const { page } = await reportOffice()
    expect(await page(PATH, 'en')).toContain(
      'alt="Line chart with an interval band: NPS from 56.7 (February 2026) to 56.7 (February 2027)."',
    )
  })
})

test('what was spent against the locked budget of the same days stands on the report, with the head’s reason', async () => {
  const { page, stores } = await reportOffice()
  const period = { from: FEBRUARY.from, to: FEBRUARY.to }
  const explained = [{ of: 'tet-greeting', because: 'Tết đến sớm', byName: 'Châu', at: '2027-03-02T02:00:00.000Z' }]
  const computed = aPlannedBudget({ period, volumes: [mailsOf({ campaign: 'tet-greeting', count: 50 })] })
  const plan = aBudgetPlan({ budgetId: budgetIdOf(period), period, computed, explained, state: 'locked' })
  expect(await page(`/report?period=${FEBRUARY.key}`)).not.toContain('id="budget"')
  await stores.budgetPlans.put(plan)
  const shown = await page(`/report?period=${FEBRUARY.key}`, 'en')
  expect(shown).toContain('Budget: spent against what was locked')
  expect(shown).toContain('100 touches, planned were 50')
  expect(shown).toContain('Châu: “Tết đến sớm”')
  expect(shown).toContain(`href="/budgets/${budgetIdOf(period)}"`)
  expect(await page(`/report?period=${FEBRUARY.key}&segment=campaign%3Dtet-greeting`)).not.toContain('id="budget"')
})

test('a report that is handed in keeps its budget as it stood then, and one about a part has none', async () => {
  const { page, send, stores } = await reportOffice()
  const period = { from: FEBRUARY.from, to: FEBRUARY.to }
  const computed = aPlannedBudget({ period, volumes: [mailsOf({ campaign: 'tet-greeting', count: 50 })] })
  const plan = aBudgetPlan({ budgetId: budgetIdOf(period), period, computed, state: 'locked' })
  await stores.budgetPlans.put(plan)
  const ids = ['whole', 'part', 'draft'].map((_, at) => `00000000-0000-4000-8000-00000000000${at}`)
  const handIn = async (at: number, segment: string) =>
    send('/report/hand-in', { html: '', period: FEBRUARY.key, segment, once: ids[at] ?? '' })
  await handIn(0, 'all')
  await handIn(1, 'campaign=tet-greeting')
  await stores.budgetPlans.put({ ...plan, version: plan.version + 1, state: 'draft' })
  await handIn(2, 'all')
  const [whole = '', part = '', draft = ''] = await Promise.all(ids.map((id) => page(`/report/handed-in/${id}`, 'en')))
  expect(whole).toContain('Budget: spent against what was locked')
  expect(whole).toContain('100 touches, planned were 50')
  expect(part).not.toContain('id="budget"')
  expect(draft).toContain('id="budget"')
  expect(draft).not.toContain('planned were')
})
