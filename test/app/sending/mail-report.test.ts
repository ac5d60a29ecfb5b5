/** The report by mail to the heads of care: once for each week and month, when its figures are whole. */
import { expect, test } from 'vitest'
import { beginTeamDays } from '#app/sending/begin-team-days.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { at, someone, teamDays } from '#test/app/sending/team-days.ts'
import { aRollUp } from '#test/support/counted-roll-ups.ts'

// The desk's day is 2 March 2027, a Tuesday: the week until Sunday and February are over.
const FEBRUARY = periodHolding('month', '2027-02-10')
const WEEK = periodHolding('week', '2027-02-28')

interface Office {
  /** The morning on which the figures were made last. */
  readonly madeOn?: string
  readonly counted?: Parameters<typeof aRollUp>[0]['counted']
}

async function office({ counted = {}, madeOn = '2027-03-02' }: Office = {}) {
  const desk = await teamDays({ people: [someone('chau', { role: 'head' }), someone('hanh')] })
  await desk.ports.numbers.putRollUps([FEBRUARY, WEEK].map((period) => aRollUp({ period, counted, today: madeOn })))
  for (const day of datesFrom('2027-01-01', '2027-03-01')) await desk.ports.numbers.noteWritten(day, '2027-03-01T18:00:00.000Z')
  const run = (time: string) => beginTeamDays(desk.ports, { urgent: null, clock: () => at(time) })
  const subjects = () =>
    desk.mailer.staffMails.filter(({ subject }) => subject.startsWith('Báo cáo')).map(({ to, subject }) => `${to}: ${subject}`)
  return { ...desk, run, subjects }
}

test('the head is told of the week and of the month, each once, and nobody else is', async () => {
  const { run, subjects } = await office()
  await run('07:00')
  expect(subjects()).toEqual([])
  for (const time of ['08:00', '08:30', '16:00']) await run(time)
  expect(subjects()).toEqual([
    'chau@example.com: Báo cáo chăm sóc khách hàng: tuần 8 năm 2027',
    'chau@example.com: Báo cáo chăm sóc khách hàng: tháng 2/2027',
  ])
})

test('it waits while days are missing that a broken night wrote, and goes on the third day with their names', async () => {
  const { ports, run, subjects, mailer } = await office({ madeOn: '2027-02-28' })
  await run('08:00')
  expect(subjects()).toEqual([])
  await beginTeamDays(ports, { urgent: null, clock: () => '2027-03-03T02:00:00.000Z' })
  expect(subjects()).toHaveLength(2)
  expect(mailer.staffMails.at(-1)?.text).toContain('Thiếu số liệu của các ngày: 28/02/2027')
})

test('a period without a roll-up is not mailed, and one that was over long ago neither', async () => {
  const { ports, subjects } = await office()
  await beginTeamDays(ports, { urgent: null, clock: () => '2027-03-09T02:00:00.000Z' })
  await beginTeamDays(ports, { urgent: null, clock: () => '2027-04-02T02:00:00.000Z' })
  expect(subjects()).toEqual([])
})

test('of a time in which there was no care yet, and customers only bought, nothing is mailed', async () => {
  const { run, subjects } = await office({
    counted: { outcomes: {}, opened: {}, closed: {}, contacted: 0, engaged: 0, complained: 0 },
  })
  await run('08:00')
  expect(subjects()).toEqual([])
})

test('its bars are cells of a table, and it names no customer and shows no picture', async () => {
  const { run, mailer } = await office()
  await run('08:00')
  const mail = mailer.staffMails.find(({ subject }) => subject.endsWith('tháng 2/2027'))
  expect(mail?.html).toContain('<td width="88%" bgcolor="#14664a" height="10"></td>')
  expect(mail?.html).not.toMatch(/<svg|<img/)
  expect(mail?.text).toContain('Tỷ lệ khách hàng hài lòng (CSAT): 87,5')
})
