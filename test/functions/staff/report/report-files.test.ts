/** The report to take along: numbers that a spreadsheet counts with, a workbook, a picture; and the app that draws, which asks who is there. */
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { drawingApp } from '#functions/staff/report/drawing-app.ts'
import { fileOffice } from '#test/functions/staff/report/report-office.ts'

const FEBRUARY = 'period=2027-02'

test('as CSV, numbers are numbers and no text is a formula', async () => {
  const { open } = await fileOffice()
  const answer = await open(`/report/files/report.csv?${FEBRUARY}`)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="2027-02-report.csv"')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  expect(lines.slice(0, 4)).toEqual([
    'Báo cáo chăm sóc khách hàng: tháng 2/2027',
    'từ 01/02/2027 đến 28/02/2027',
    'Toàn bộ',
    expect.stringMatching(/^Số liệu tổng hợp lúc \d\d:\d\d \d\d\/\d\d\/\d{4}\.$/),
  ])
  expect(lines.find((line) => line.startsWith('tet-greeting,115'))).toMatch(/^tet-greeting,115,100,10,5,0,[\d.]+,5750000$/)
  expect(lines.find((line) => line.startsWith('Tỷ lệ khách hàng hài lòng'))).toMatch(/\(CSAT\),87\.5,/)
  expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([])
})

test('each figure stands with its unit, the ends of its interval and what to mind, in columns of their own', async () => {
  const { open } = await fileOffice()
  const { sheets } = await readXlsx(new Uint8Array(await (await open(`/report/files/report.xlsx?${FEBRUARY}`)).arrayBuffer()))
  const [headings = [], ...rows] = sheets[1]?.rows ?? []
  const cell = (figure: string, heading: string) =>
    rows.find(([name]) => String(name).endsWith(figure))?.[headings.indexOf(heading)]
  expect(['Kỳ này', 'Đơn vị', 'Số trường hợp'].map((heading) => cell('(CSAT)', heading))).toEqual([87.5, '%', 240])
  const [low, high] = ['Khoảng từ', 'Khoảng đến'].map((heading) => Number(cell('(CSAT)', heading)))
  expect([low, high].every(Number.isFinite) && Number(low) < 87.5 && 87.5 < Number(high)).toBe(true)
  expect(cell('(NPS)', 'Đơn vị')).toBeFalsy()
  expect(headings).toContain('Lưu ý')
})

test('the shares of a survey are numbers in per cent', async () => {
  const { open } = await fileOffice()
  const lines = (await (await open(`/report/files/report.csv?${FEBRUARY}&table=surveys`)).text()).split('\r\n')
  const rows = lines.map((line) => line.split(','))
  const survey = rows.find((row) => row.length === 4 && Number(row[2]) > 0)?.[0]
  const shares = rows.filter(([name]) => name === survey).map((row) => Number(row[3]))
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100)
})

test('one table alone, by its name; all of them for a name that is none', async () => {
  const { open } = await fileOffice()
  const linesOf = async (table: string) =>
    (await (await open(`/report/files/report.csv?${FEBRUARY}&table=${table}`)).text()).split('\r\n')
  expect((await linesOf('nps-trend'))[1]).toBe('tháng 2/2026,56.6667,"49,1 – 63,1",300')
  expect((await linesOf('nothing')).length).toBeGreaterThan(60)
})

test('as a workbook', async () => {
  const { open } = await fileOffice()
  const answer = await open(`/report/files/report.xlsx?${FEBRUARY}`)
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  const [about, figures] = sheets
  expect(about?.rows[0]).toEqual(['từ 01/02/2027 đến 28/02/2027'])
  // Each name once: Excel opens no workbook with two sheets of one name.
  expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length)
  const csat = figures?.rows.find(([name]) => String(name).endsWith('(CSAT)'))
  expect(csat?.[1]).toBe(87.5)
})

test('as a picture of the summary', async () => {
  const { open } = await fileOffice()
  const answer = await open(`/report/files/summary.png?${FEBRUARY}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
  // Its width stands in the header, in bytes 16 to 19.
  expect(new DataView(bytes.buffer).getUint32(16)).toBe(1080)
  expect(bytes.length).toBeGreaterThan(50_000)
})

test('of a period without figures there is nothing to take along: back to the page that says why', async () => {
  const { open } = await fileOffice()
  const answer = await open('/report/files/report.csv?period=2027-W05')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/report?period=2027-W05'])
  const unknown = await open('/report/files/report.csv?period=2027-13')
  expect([unknown.status, unknown.headers.get('location')]).toEqual([303, '/report?period=2027-13'])
  expect((await open('/report/files/passwd')).status).toBe(404)
  expect((await open('/report/files/toString')).status).toBe(404)
})

test('the app that draws leads to the sign-in who is not signed in', async () => {
  const { drawing } = await fileOffice()
  const app = drawingApp(drawing)
  for (const path of ['/report/charts/nps-trend.svg', `/report/files/report.csv?${FEBRUARY}`]) {
    const answer = await app.request(`https://staff.example.com${path}`)
    expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, '/sign-in'])
  }
})
