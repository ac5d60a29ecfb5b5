/** `npm start` hears a telephone system as AWS does: a missed call of a stranger stands on the desk. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { LOCAL_WEBHOOK_KEY } from '#local/stack/environment.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
beforeAll(async () => {
  company = smallCompany({ startOn: '2027-03-10', campaigns: [] })
  system = await company.start()
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

const post = (key: string) =>
  fetch(`${system.url}/telephone/${key}`, {
    method: 'POST',
    body: JSON.stringify({
      call_id: 'call-vn-1',
      callCreatedReason: 'EXTERNAL_CALL_IN',
      call_status: 'ended',
      timestamp_ms: Date.parse(system.clock.now()),
      duration: 20,
      answerDuration: 0,
      from: { number: '84912345678', type: 'external' },
    }),
  })

test('a missed call is heard without a session, and by nobody who does not know the key', async () => {
  expect((await post('guessed')).status).toBe(403)
  expect(await system.stack.stores.work.allOpen()).toEqual([])
  const heard = await post(LOCAL_WEBHOOK_KEY)
  expect([heard.status, await heard.json()]).toEqual([200, { heard: 'hotline' }])
  expect(await system.stack.stores.work.allOpen()).toMatchObject([
    { kind: 'call-task', customerId: null, subject: { is: 'missed-hotline', phone: '+84912345678' } },
  ])
})
