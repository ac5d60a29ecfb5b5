/** `care` against the queues and tables of a whole system, found through the variables that a deployment puts out. */
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { placeToWork } from '#cli/place-to-work.ts'
import { instantAt } from '#core/time/zone.ts'
import { runCare } from '#test/cli/care-run.ts'
import { smallCompany } from '#test/support/small-company.ts'

const TET = 'tet-greeting_2027-02-04'

async function aSystem() {
  const company = smallCompany({ startOn: '2027-02-03' })
  const system = await company.start()
  const place = placeToWork({ environment: system.stack.environment, warn: () => {} })
  onTestFinished(async () => {
    await place.close()
    await system.stop()
    company.remove()
  })
  system.moves?.to(instantAt('2027-02-04', '09:00', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
  const { sqs, environment } = system.stack
  const put = (name: string, MessageBody: string) =>
    sqs.send(new SendMessageCommand({ QueueUrl: environment[name], MessageBody }))
  const waiting = async (name: string) => {
    const command = new ReceiveMessageCommand({ QueueUrl: environment[name], MaxNumberOfMessages: 10 })
    return ((await sqs.send(command)).Messages ?? []).map(({ Body }) => Body)
  }
  return { system, put, waiting, care: (...args: string[]) => runCare(place, args) }
}

test('occurrences, a failed one sent again, and dead letters put back', async () => {
  const { system, put, waiting, care } = await aSystem()
  const { occurrences } = system.stack.stores
  expect((await care('occurrences', '--from', '2027-02-04', '--to', '2027-02-04')).printed).toContain(
    `${TET}: open, adds up, 5 = 3 sent + 2 skipped (1: No address or number; 1: The customer opted out)`,
  )

  const [batch] = await occurrences.batches(TET)
  const order = JSON.stringify({ occurrenceId: TET, batchId: batch?.batchId })
  const recipients = batch!.recipients.map((each) =>
    each.customerId === 'KH01'
      ? { ...each, outcome: { state: 'failed' as const, at: '2027-02-04T02:00:00.000Z', reason: 'a full mailbox' } }
      : each,
  )
  await occurrences.putBatch({ ...batch!, recipients, version: batch!.version + 1 })
  const touched = await care('resend', TET, 'KH01', '--because', 'emptied')
  expect(touched).toMatchObject({ exitCode: 1, refused: [expect.stringContaining('KH01: the provider took the mail at')] })
  const [touch] = await system.stack.stores.touches.getMany([{ customerId: 'KH01', occurrenceId: TET }])
  await system.stack.stores.touches.record([{ ...touch!, result: 'failed', reason: 'a full mailbox' }])
  expect(await care('resend', TET, 'KH01', '--because', 'emptied')).toMatchObject({ exitCode: 0, refused: [] })
  expect(await waiting('ORDER_QUEUE_URL')).toEqual([order])

  await put('ORDER_DEAD_LETTER_URL', order)
  await put('SCHEDULE_DEAD_LETTER_URL', order)
  await put('DELIVERY_DEAD_LETTER_URL', '{}')
  const { printed, exitCode } = await care('redrive')
  expect(exitCode).toBe(0)
  expect(printed.split('\n').slice(0, 4)).toEqual([
    'orders: 1 of 1 dead letters put back',
    'deliveries: 1 of 1 dead letters put back',
    'replies: 0 of 0 dead letters put back',
    'schedules: 1 of 1 dead letters put back',
  ])
  expect(await waiting('ORDER_QUEUE_URL')).toEqual([order, order])
})

test('the key of links is changed while everything runs: what is out opens, what comes is sealed anew', async () => {
  const { system, care } = await aSystem()
  const { mailbox } = system.stack
  const linkTo = (address: string, page: string) => {
    const mail = mailbox.list({ limit: 100 }).messages.find(({ to }) => to.includes(address))
    return new RegExp(`${system.url}(/${page}/[^\\s"<>?]+)`).exec(`${mail?.text} ${JSON.stringify(mail?.headers)}`)?.[1] ?? ''
  }
  const opens = async (path: string) => (await fetch(`${system.url}${path}`)).status
  const old = linkTo('lan@example.com', 'u')
  expect(old).toMatch(/^\/u\/[\w-]+\.[\w-]{43}$/)

  const { printed } = await care('keys', 'add')
  expect(printed).toContain('key 2: added')
  const begin = Date.now()
  onTestFinished(() => void vi.restoreAllMocks())
  const now = vi.spyOn(Date, 'now').mockReturnValue(begin + 11 * 60_000)
  expect((await care('keys', 'use', '2')).printed).toBe('key 2: seals from now on')
  now.mockReturnValue(begin + 17 * 60_000)
  expect(await opens(old)).toBe(200)

  system.moves?.to(instantAt('2027-02-06', '20:00', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
  const fresh = linkTo('lan@example.com', 'u')
  expect(fresh).toMatch(/^\/u\/2\./)
  expect([await opens(old), await opens(fresh), await opens(fresh.replace('/2.', '/3.'))]).toEqual([200, 200, 404])

  expect((await care('keys', 'retire', '1', '--yes')).exitCode).toBe(0)
  now.mockReturnValue(begin + 23 * 60_000)
  expect([await opens(old), await opens(fresh)]).toEqual([404, 200])
})
