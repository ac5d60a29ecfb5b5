/** Who is to act on a budget is told by mail: once for each step, and only while it waits for them. */
import { expect, test } from 'vitest'
import { beginTeamDays } from '#app/sending/begin-team-days.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import { actOnPlan, type PlanAct } from '#core/planned-budget/plan-act.ts'
import { at, someone, teamDays } from '#test/app/sending/team-days.ts'
import { aBudgetPlan } from '#test/support/budget-builders.ts'

const WORD = { at: '2027-03-01T09:00:00.000Z', because: 'theo họp thứ Hai' }
const HEAD = { by: 'chau@example.com', byName: 'Châu', ...WORD }
const DIRECTOR = { by: 'dung@example.com', byName: 'Dũng', ...WORD }

// The desk's day is 2 March 2027.
async function office() {
  const people = [
    someone('chau', { role: 'head' }),
    someone('dung', { role: 'director' }),
    someone('hanh'),
    someone('mai', { role: 'marketing' }),
  ]
  const desk = await teamDays({ people })
  const { budgetPlans } = desk.ports
  await desk.ports.budgetPlans.put(aBudgetPlan())
  const act = async (asked: Extract<PlanAct['is'], 'propose' | 'return' | 'approve' | 'lock'> | PlanAct, author = HEAD) => {
    const [plan] = await budgetPlans.all()
    const act = typeof asked === 'string' ? { is: asked } : asked
    const answer = actOnPlan(plan as BudgetPlan, { act, seen: plan?.version ?? 1, ...author })
    if ('refused' in answer) throw new Error(answer.refused)
    await desk.ports.budgetPlans.put(answer.plan)
  }
  const run = (time: string) => beginTeamDays(desk.ports, { urgent: null, clock: () => at(time) })
  const told = () =>
    desk.mailer.staffMails.filter(({ subject }) => subject.startsWith('Ngân sách')).map(({ to, subject }) => `${to}: ${subject}`)
  return { ...desk, act, run, told }
}

test('of a draft nobody is told, of a proposal the director, of what they decided the head, each once', async () => {
  const { act, run, told } = await office()
  await run('08:00')
  expect(told()).toEqual([])
  await act('propose')
  await run('07:00')
  expect(told()).toEqual([])
  for (const time of ['08:30', '09:00']) await run(time)
  await act('return', DIRECTOR)
  for (const time of ['09:30', '10:00']) await run(time)
  await act('propose')
  await run('10:30')
  await act('approve', DIRECTOR)
  await run('11:00')
  await act('lock')
  await run('11:30')
  expect(told()).toEqual([
    'dung@example.com: Ngân sách quý 1/2027 chờ bạn duyệt',
    'chau@example.com: Ngân sách quý 1/2027 bị trả lại',
    'dung@example.com: Ngân sách quý 1/2027 chờ bạn duyệt',
    'chau@example.com: Ngân sách quý 1/2027 đã được duyệt, chờ chốt',
  ])
})

test('the mail says what it comes to, who did what and why, and leads to its page', async () => {
  const { act, run, mailer } = await office()
  await act('propose')
  await run('08:30')
  const mail = mailer.staffMails.find(({ subject }) => subject.startsWith('Ngân sách'))
  expect(mail?.text).toContain('Châu, trình: “theo họp thứ Hai”')
  expect(mail?.text).toContain('Dự kiến: 5.305')
  expect(mail?.text).toContain('/budgets/2027-01-01_2027-03-31')
})

test('the mail about a returned budget has the comment with which it was returned, also when a line was changed since', async () => {
  const { act, run, mailer } = await office()
  await act('propose')
  await act('return', { ...DIRECTOR, because: 'bớt phần quà' })
  await act({ is: 'add', lineId: 'added-4', title: 'Thiệp', campaign: null, amount: 1_000 }, { ...HEAD, because: 'in thêm' })
  await run('08:30')
  const mail = mailer.staffMails.find(({ subject }) => subject.endsWith('bị trả lại'))
  expect(mail?.text).toContain('Dũng, trả lại: “bớt phần quà”')
  expect(mail?.text).not.toContain('in thêm')
})

test('a mail that cannot leave goes with the next run', async () => {
  const { act, run, told, mailer } = await office()
  await act('propose')
  mailer.answer('dung@example.com', { busy: 'daily-quota', detail: 'the quota of the day' })
  await run('08:30')
  expect(told()).toEqual([])
  mailer.answer('dung@example.com', { accepted: 'm-1' })
  await run('09:00')
  expect(told()).toHaveLength(1)
})

test('a step of a week ago is told by the page alone', async () => {
  const { ports, act, told } = await office()
  await act('propose')
  await beginTeamDays(ports, { urgent: null, clock: () => '2027-03-09T02:00:00.000Z' })
  expect(told()).toEqual([])
})
