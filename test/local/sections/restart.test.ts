/** What a local system knows survives its end, clean or not. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import { PROJECT, smallCompany } from '#test/support/small-company.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

test('after an end and a new start it is the same day, with the same mails and no touch made twice', async () => {
  const company = smallCompany({ startOn: '2027-02-03' })
  undo.push(company.remove)
  const first = await company.start()
  first.moves?.to(instantAt('2027-02-04', '12:00', 'Asia/Ho_Chi_Minh'))
  await first.moves?.idle()
  const [now, mails] = [first.clock.now(), first.stack.mailbox.count()]
  await first.stop()

  const second = await company.start()
  undo.push(() => second.stop())
  expect(second.clock.now()).toBe(now)
  expect(second.stack.mailbox.count()).toBe(mails)
  expect(mails).toBe(3)
  expect(second.files.standing().accepted.every(({ version, result }) => version === 1 && result === 'unchanged')).toBe(true)
  second.moves?.to(instantAt('2027-02-05', '12:00', 'Asia/Ho_Chi_Minh'))
  await second.moves?.idle()
  expect(second.stack.mailbox.count()).toBe(mails)
})

/** `npm start` as its own process, with its state in `folder`. */
function startProcess(folder: string, ...flags: string[]): ChildProcess {
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(PROJECT, 'local/start.ts'),
    '--state',
    folder,
    '--port',
    '0',
    ...flags,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  undo.push(() => child.kill('SIGKILL'))
  return child
}

/** What it says until it says something that matches, or ends. */
function saying(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (wanted.test(said)) resolve(said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => resolve(said))
  })
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
const roomIn = (said: string) => /Staff app\s+(\S+)/.exec(said)?.[1] ?? ''
/** In the head of a page that needs no sign-in. */
const dayShown = async (room: string) => / · ([\d/]+)<\/time>/.exec(await (await fetch(`${room}mailbox`)).text())?.[1]

test('killed hard it starts again on the same day; a second start beside it is refused with the link of the first; Ctrl-C ends it cleanly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const first = startProcess(folder, '--at', '2027-05-10')
  const room = roomIn(await saying(first, /Ctrl-C/))
  const move = await fetch(`${room}time/day`, { method: 'POST', redirect: 'manual', headers: { origin: new URL(room).origin } })
  expect(move.status).toBe(303)
  await expect.poll(() => dayShown(room)).toBe('11/05/2027')

  const beside = startProcess(folder)
  const [said, code] = await Promise.all([saying(beside, /never/), ended(beside)])
  expect(said).toContain(room)
  expect(code).toBe(1)

  const killed = ended(first)
  first.kill('SIGKILL')
  await killed
  const again = startProcess(folder)
  const saidAgain = await saying(again, /Ctrl-C/)
  expect(saidAgain).not.toContain('loading the sample')
  expect(await dayShown(roomIn(saidAgain))).toBe('11/05/2027')

  const end = ended(again)
  again.kill('SIGINT')
  expect(await end).toBe(0)
})
