/** The agents of a torture run: what they do when no answer comes, and that luck follows from the call alone. */
import { expect, test } from 'vitest'
import type { CallForm, CallTaken, DeskAct, ListShown } from '#local/torture/desk/acts.ts'
import { type Ask, tortureAgent } from '#local/torture/desk/agent.ts'
import { luckOf, ROUNDS } from '#local/torture/desk/agent-habits.ts'
import { noted } from '#local/torture/desk/noted.ts'
import { CALLERS } from '#local/torture/world/team.ts'

const MINUTES = ROUNDS.slice(0, 3)
/** More than one agent has in a round, so that some of them surely have their turn. */
const WORK = Array.from({ length: 40 }, (_, at) => `check-in_calls_2027-03-26_c-${at}`)

const LIST: ListShown = { madeAt: ROUNDS[0]!, lines: [], mine: WORK.map((workId) => [workId]) }
const taken = (workId: string): CallTaken => ({
  may: true,
  customerId: workId,
  phone: `+84 ${workId}`,
  promisedAt: null,
  seen: 0,
  round: 0,
})

/** A staff app that answers what is asked of it, but takes no form as long as `isDown`. */
function staffApp() {
  const app = { isDown: false, forms: [] as CallForm[] }
  const ask: Ask = async (act: DeskAct) => {
    switch (act.act) {
      case 'open-list':
        return LIST
      case 'take-call':
        return taken(act.workId)
      case 'log-call':
        app.forms.push(act.form)
        return app.isDown ? undefined : { is: 'logged', again: false }
      default:
        return 'done'
    }
  }
  return { app, ask }
}

test('a form without an answer is sent again unchanged, and its customer is not rung before it is answered', async () => {
  const { app, ask } = staffApp()
  const book = noted()
  const agent = tortureAgent({ seed: 1, agent: CALLERS[0]!, now: () => MINUTES[0]!, ask, noted: book })
  app.isDown = true
  await agent.work(MINUTES[0]!)
  const rung = book.log().rings.map(({ workId }) => workId)
  expect(rung.length).toBeGreaterThan(5)
  expect(book.log().unanswered).toBe(app.forms.length)
  await agent.work(MINUTES[1]!)
  const again = book.log().rings.map(({ workId }) => workId)
  expect(new Set(again).size).toBe(again.length)

  app.isDown = false
  const before = new Map(app.forms.map((form) => [form.attemptId, form]))
  await agent.work(MINUTES[2]!)
  for (const { form, answers } of book.log().sent.values())
    expect([form.attemptId, answers.length > 0]).toEqual([form.attemptId, true])
  for (const form of app.forms) expect(before.get(form.attemptId) ?? form).toEqual(form)
})

test('how a call ends follows from the seed, the call and how often it was tried, and differs between them', () => {
  const call = { seed: 7, workId: WORK[0]!, seen: 0, now: ROUNDS[0]! }
  expect(luckOf(call)).toEqual(luckOf(call))
  const ends = WORK.map((workId) => luckOf({ ...call, workId }).ends.disposition)
  expect(new Set(ends).size).toBeGreaterThan(4)
})

test('a call-back is agreed for the time of a round that is still to come', () => {
  for (const now of ROUNDS) {
    const times = WORK.flatMap((workId) => luckOf({ seed: 7, workId, seen: 0, now }).ends.callBackAt ?? [])
    expect(times.every((at) => at > now)).toBe(true)
  }
})
