/** Ringing a customer by the company's telephone system: who sees the button, when it rings, and who hears the recording afterwards. */
import { expect, test } from 'vitest'
import type { Telephone } from '#app/ports/telephony.ts'
import { instantAt } from '#core/time/zone.ts'
import { startedCall } from '#core/work/telephone-call.ts'
import { CARE, office, PEOPLE } from '#test/functions/staff/work/work-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

const at = (time: string) => instantAt('2027-03-10', time, 'Asia/Ho_Chi_Minh')
const CALL = storedWork({ workId: 'w-1', customerId: 'KH1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const BUTTON = 'data-ring-by-telephone'

async function desk(telephone: Telephone | null | 'away' = null, lines: readonly [string, string][] = [['Hanh', '101']]) {
  const extensions = new Map(lines)
  const rung: object[] = []
  const heard: Telephone = {
    startCall: async (call) => {
      rung.push(call)
      return { callId: 'call-vn-1' }
    },
  }
  const people = PEOPLE.map((one) => ({ ...one, ...(extensions.has(one.name) && { extension: extensions.get(one.name) ?? '' }) }))
  const given = telephone === null ? heard : telephone
  const system = { people, telephone: () => (given === 'away' ? Promise.reject(new Error('no secret')) : Promise.resolve(given)) }
  const staff = await office(CALL)
  await staff.stores.customers.put([aCustomer({ customerId: 'KH1', phone: '+84912345678' })])
  staff.clock.at = at('09:00')
  return { ...staff, rung, as: (who: Parameters<typeof staff.as>[0]) => staff.as(who, {}, system) }
}

test('the button is shown to who has an extension, while the customer may be rung', async () => {
  const { as, clock } = await desk()
  expect(await as('Hanh').page('/work/w-1')).toContain(BUTTON)
  expect(await as('Bao').page('/work/w-1')).not.toContain(BUTTON)
  expect(await as('Bao').page('/work/w-1')).toContain('href="tel:+84912345678"')
  clock.at = at('22:00')
  expect(await as('Hanh').page('/work/w-1')).not.toContain(BUTTON)
})

test('without a telephone system there is no button, also while its secret cannot be read', async () => {
  expect(await (await office(CALL)).as('Hanh').page('/work/w-1')).not.toContain(BUTTON)
  const { as } = await desk('away')
  const page = await as('Hanh').page('/work/w-1')
  expect([page.includes(BUTTON), page.includes('href="tel:')]).toEqual([false, true])
})

test('it rings the extension for the customer’s number, and the attempt afterwards is about that call', async () => {
  const { as, rung, work, clock, audit } = await desk()
  expect(await as('Hanh').send('/work/w-1/ring', {})).toMatchObject({ status: 303, to: '/work/w-1?said=ringing' })
  expect(rung).toEqual([{ extension: '101', phone: '+84912345678', workId: 'w-1' }])
  expect(await work.taskOfCall('call-vn-1')).toBe('w-1')
  expect(await audit()).toEqual(['start-call w-1 1 done: hanh@example.com'])
  clock.at = at('09:05')
  const outcome = {
    attempt: '00000000-0000-4000-8000-000000000001',
    round: '0',
    disposition: 'satisfied',
    way: 'phone',
    seen: '0',
  }
  expect((await as('Hanh').send('/work/w-1/call', outcome)).status).toBe(303)
  expect((await work.get('w-1'))?.events.at(-2)).toMatchObject({ is: 'attempted', callId: 'call-vn-1' })
})

test('it does not ring out of hours, without an extension, for a task that is closed, or for one who may not close work', async () => {
  const { as, rung, clock } = await desk()
  const ring = async (who: 'Hanh' | 'Bao' | 'Huy') => (await as(who).send('/work/w-1/ring', {})).status
  expect(await ring('Bao')).toBe(409)
  expect(await ring('Huy')).toBe(403)
  clock.at = at('22:00')
  expect(await ring('Hanh')).toBe(409)
  expect(rung).toEqual([])
})

test('who rings by it holds the call, so that of two who press at the same moment one rings the customer', async () => {
  const { as, rung, work } = await desk(null, [
    ['Hanh', '101'],
    ['Bao', '102'],
  ])
  const ring = async (who: 'Hanh' | 'Bao') => (await as(who).send('/work/w-1/ring', {})).status
  expect((await Promise.all([ring('Hanh'), ring('Bao')])).toSorted()).toEqual([303, 409])
  expect(rung).toHaveLength(1)
  const task = await work.get('w-1')
  const by = task?.lease?.address
  expect(task).toMatchObject({ lease: { until: at('09:15') }, calls: [{ by }] })
})

test.each([
  ['busy', 'Tổng đài không trả lời kịp'],
  ['refused', 'Tổng đài không nhận cuộc gọi này'],
] as const)('a telephone system that is %s is said', async (failed, words) => {
  const { as, work } = await desk({ startCall: async () => ({ failed }) })
  const answer = await as('Hanh').send('/work/w-1/ring', {})
  expect([answer.status, answer.page.includes(words)]).toEqual([409, true])
  const task = await work.get('w-1')
  expect(task?.kind === 'call-task' && task.calls).toEqual(
    // It may ring all the same: the button does not ask for a second call at once.
    failed === 'busy' ? [expect.objectContaining({ state: 'asked' })] : undefined,
  )
})

test('a double click rings the customer once', async () => {
  const { as, rung, work } = await desk()
  const ring = () => as('Hanh').send('/work/w-1/ring', {})
  const answers = await Promise.all([ring(), ring()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(rung).toHaveLength(1)
  expect(await work.get('w-1')).toMatchObject({ calls: [{ callId: 'call-vn-1', state: 'started' }] })
})

test('a call that is not logged was rung all the same: a colleague does not ring the customer again on that day', async () => {
  const { as, rung, clock } = await desk(null, [
    ['Hanh', '101'],
    ['Bao', '102'],
  ])
  await as('Hanh').send('/work/w-1/ring', {})
  clock.at = at('09:16')
  expect((await as('Bao').send('/work/w-1/ring', {})).status).toBe(409)
  expect(await as('Bao').page('/work/w-1')).not.toContain(BUTTON)
  expect(rung).toHaveLength(1)
})

test('a recording is heard by agents of the team and by leads, and by no other; how long it took is seen by all', async () => {
  const recording = 'https://example.com/r/1'
  const call = {
    ...startedCall({ callId: 'c', by: 'bao@example.com', at: at('08:30') }),
    state: 'ended',
    seconds: 125,
    recording,
  } as const
  const item = { ...CALL, events: [...CALL.events, assignedTo({ is: 'team', team: CARE })], calls: [call] } as typeof CALL
  const { as } = await office(item)
  const pages = await Promise.all((['Hanh', 'Bao', 'Mai', 'Vy', 'Chau', 'Huy'] as const).map((who) => as(who).page('/work/w-1')))
  expect(pages.map((page) => page.includes(recording))).toEqual([true, true, true, false, false, false])
  for (const page of pages) expect(page).toContain('2 phút 05 giây')
})
