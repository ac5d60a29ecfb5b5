/** When the local system makes the figures of the report: every night on real time, and on a moved clock before each mail to the head. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { rollUpNights } from '#local/stack/roll-up-nights.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem

beforeEach(async () => {
  company = smallCompany({ startOn: '2027-03-03', campaigns: ['womens-day'] })
  system = await company.start()
})
afterEach(async () => {
  await system.stop()
  company.remove()
})

test('every night on real time, as in AWS', () => {
  const company = { zone: 'Asia/Ho_Chi_Minh' }
  expect(rollUpNights(company, { isMoved: false })).toEqual({
    expressions: ['cron(30 0 * * ? *)'],
    zone: company.zone,
    isMoved: false,
  })
})

test('a week in the midst of a move is mailed to the head on its Monday morning, with no day missing', async () => {
  system.moves?.to('2027-03-18T03:00:00.000Z')
  await system.moves?.idle()
  const found = await fetch(`${system.url}/mailbox?q=${encodeURIComponent('Báo cáo chăm sóc khách hàng')}`).then((page) =>
    page.text(),
  )
  expect(found).toContain('Báo cáo chăm sóc khách hàng: tuần 10 năm 2027')
  expect(found).toContain('07:30 15/03/2027')
  const mail = /href="(\/mailbox\/[^"?]+)">Báo cáo[^<]+tuần 10/.exec(found)?.[1] ?? ''
  const shown = await fetch(`${system.url}${mail}`).then((page) => page.text())
  expect(shown).toContain('Mở báo cáo')
  expect(shown).not.toContain('Thiếu số liệu')
}, 120_000)
