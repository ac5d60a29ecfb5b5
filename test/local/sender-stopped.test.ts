/** The whole system while the provider refuses the sender: over HTTP, with the provider's own words. */
import { afterEach, expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import { AwsError } from '#local/aws/aws-error.ts'
import { type AccountState, accountState } from '#local/aws/ses/account-state.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { smallCompany } from '#test/support/small-company.ts'

const TET = 'tet-greeting_2027-02-04'
const at = (time: string) => instantAt('2027-02-04', time, 'Asia/Ho_Chi_Minh')
const refusedTo = (code: string, message: string) => (account: AccountState) =>
  void account.refused.set('SendEmail', new AwsError({ code, status: 403, message }))

let end: (() => Promise<void>) | undefined
afterEach(() => end?.())

async function aSystem() {
  const company = smallCompany({ startOn: '2027-02-03' })
  const system: RunningSystem = await company.start()
  end = async () => {
    end = undefined
    await system.stop()
    company.remove()
  }
  const to = async (time: string) => {
    system.moves?.to(at(time))
    await system.moves?.idle()
  }
  const outcomes = async () =>
    (await system.stack.stores.occurrences.batches(TET)).flatMap(({ recipients }) =>
      recipients.map(({ outcome }) => (outcome.state === 'deferred' ? `deferred ${outcome.because}` : outcome.state)),
    )
  return { system, to, outcomes }
}

test.each<[string, (account: AccountState) => void, string]>([
  [
    'the identity lost its proof',
    (account) => void account.unverified.add('chamsoc@trasenviet.example.com'),
    'identity-not-verified',
  ],
  ['sending is paused', (account) => void Object.assign(account, { sendingEnabled: false }), 'sending-paused'],
  ['the account is suspended', (account) => void Object.assign(account, { enforcement: 'SHUTDOWN' }), 'account-suspended'],
  [
    'the permission is missing',
    refusedTo('AccessDeniedException', 'User arn:aws:sts::1:x is not authorized to perform ses:SendEmail'),
    'permission-missing',
  ],
])('while %s nobody fails, one alarm rings, and it goes on by itself afterwards', async (_, fault, cause) => {
  const { system, to, outcomes } = await aSystem()
  await to('06:00')
  fault(system.stack.mailAccount)
  await to('09:05')
  expect((await outcomes()).toSorted()).toEqual([
    'deferred sender-stopped',
    'deferred sender-stopped',
    'deferred sender-stopped',
    'skipped',
    'skipped',
  ])
  expect(system.stack.mailbox.count()).toBe(0)
  const alarms = system.eventLog.latest({ kind: 'alarm', limit: 10 }).filter(({ name }) => name === 'sender.stopped')
  expect(alarms.map(({ values }) => values.fault)).toEqual([cause])

  Object.assign(system.stack.mailAccount, accountState())
  await to('09:40')
  expect((await outcomes()).toSorted()).toEqual(['sent', 'sent', 'sent', 'skipped', 'skipped'])
})
