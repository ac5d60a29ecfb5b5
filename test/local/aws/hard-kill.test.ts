import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { startScheduler } from '#local/aws/scheduler/start-scheduler.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import { temporaryFolder } from '#test/local/aws/aws-clients.ts'
import { runningSes } from '#test/local/aws/ses/running-ses.ts'

const Said = z.object({ messageId: z.string(), dynamo: z.string() })

const isUp = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  )

test('a hard kill right after the answer loses no mail, no event, no schedule and no instant, and leaves no child behind', async () => {
  const folder = temporaryFolder()
  const script = fileURLToPath(new URL('endpoints-that-wait.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout, 'data')
  const said = Said.parse(JSON.parse(String(line)))
  expect(await isUp(said.dynamo)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')

  const clock = openMovableClock({ folder, startAt: '2020-01-01T00:00:00.000Z' })
  expect(clock.now()).toBe('2027-02-06T02:00:00.000Z')
  const ses = await runningSes({ folder, clock })
  expect(ses.mailbox.get(said.messageId)).toMatchObject({ subject: 'Hello', at: '2027-02-06T02:00:00.000Z' })
  expect(ses.engine.nextDue()).toBe('2027-02-06T02:00:00.000Z')
  const scheduler = await startScheduler({ folder, clock, deliver: async () => {} })
  expect(scheduler.engine.nextDue()).toBe('2027-02-07T02:00:00.000Z')
  await scheduler.stop()
  await expect.poll(() => isUp(said.dynamo)).toBe(false)
})
