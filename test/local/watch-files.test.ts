/** Saving is enough: a running system finds changed files by itself, and its terminal says what came of them. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneAtATime } from '#local/one-at-a-time.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { watchFiles } from '#local/watch-files.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
/** Each line with whether time was moving when it was told. */
let lines: { readonly line: string; readonly isMoving: boolean }[]
let waiting: (() => void)[]
let started: RunningSystem | undefined

const tell = (line: string) => {
  lines.push({ line, isMoving: started?.moves?.latest()?.state === 'running' })
  for (const wake of waiting.splice(0)) wake()
}

/** Resolves once a line like it has been told. */
async function told(words: string): Promise<(typeof lines)[number]> {
  for (;;) {
    const found = lines.find(({ line }) => line.includes(words))
    if (found) return found
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
}

beforeEach(async () => {
  company = smallCompany({ startOn: '2027-03-03', campaigns: ['womens-day'] })
  lines = []
  waiting = []
  started = undefined
  system = await company.start({ tell })
  started = system
  lines = []
})
afterEach(async () => {
  await system.stop()
  company.remove()
})

const campaign = (over: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    id: 'harvest',
    name: { vi: 'Vụ trà xuân', en: 'Spring harvest' },
    contentClass: 'care',
    occasion: { kind: 'fixed', month: 3, day: 20 },
    touch: { channel: 'email', template: 'womens-day' },
    window: { from: '09:00', to: '11:00' },
    limits: { priority: 95 },
    lives: { from: '2026-01-01' },
    ...over,
  })
const save = (text: string) => writeFileSync(join(company.campaignFolder, 'harvest.json'), text)
const inForce = async () =>
  (await system.stack.stores.campaigns.latest()).find(({ definition }) => definition.id === 'harvest')?.version

test('a saved campaign comes in force without a page being opened, a wrong one is refused, and a mended one is told', async () => {
  save(campaign())
  await told('harvest: version 1 accepted')
  expect(await inForce()).toBe(1)

  lines = []
  save(campaign({ occasion: { kind: 'fixed', month: 13, day: 20 } }))
  expect((await told('refused: ')).line).toContain('harvest.json')
  expect(await inForce()).toBe(1)

  lines = []
  save(campaign({ occasion: { kind: 'fixed', month: 4, day: 20 } }))
  await told('harvest: version 2 accepted')
  expect(lines.map(({ line }) => line).join('\n')).not.toContain('refused')
  expect(await inForce()).toBe(2)
})

test('changed words come in force, and what has not changed is not told', async () => {
  const folder = join(company.templateFolder, 'harvest')
  mkdirSync(folder)
  for (const [locale, subject] of [
    ['vi', 'Chào {{greetingName}}'],
    ['en', 'Hello {{greetingName}}'],
  ])
    writeFileSync(join(folder, `${locale}.md`), `subject: ${subject}\npreheader: A word\n\nA word.\n`)
  save(campaign({ touch: { channel: 'email', template: 'harvest' } }))
  await told('harvest: version 1 accepted')
  lines = []
  writeFileSync(join(folder, 'en.md'), 'subject: Hello {{greetingName}}\npreheader: A word\n\nOther words.\n')
  await told('harvest: version 2 accepted')
  expect(lines.map(({ line }) => line).join('\n')).not.toContain('womens-day')
})

test('saved rosters are told, and stand in the log in their order while the clock stands still', async () => {
  const file = join(company.campaignFolder, 'staff.json')
  const roster = JSON.parse(readFileSync(file, 'utf8'))
  for (const version of [2, 3, 4, 5]) {
    roster.people[0].name = `Nguyễn Thu Hạnh ${version}`
    writeFileSync(file, JSON.stringify(roster))
    await told(`staff: version ${version} published`)
  }
  const month = (await system.stack.stores.auditLog.page({ month: '2027-03', limit: 100 })).concat(
    await system.stack.stores.auditLog.page({ month: '2027-02', limit: 100 }),
  )
  const published = readLines(month).filter(({ act, result }) => act === 'publish-roster' && result === 'done')
  expect(published.map(({ on }) => on?.id)).toEqual(['roster-5', 'roster-4', 'roster-3', 'roster-2', 'roster-1'])
})

test('what a page has read first is told on the terminal as well, once', async () => {
  save(campaign())
  await (await fetch(`${system.url}/sign-out`, { method: 'HEAD', redirect: 'manual' })).text()
  await told('harvest: version 1 accepted')
  lines = []
  save(campaign({ limits: { priority: 90 } }))
  await told('harvest: version 2 accepted')
  expect(lines.map(({ line }) => line).join('\n')).not.toContain('version 1')
})

test('nothing is read while time moves: it is when the move is over', async () => {
  save(campaign())
  expect(system.moves?.to('2027-03-07T02:00:00.000Z')).toBe('started')
  await (await fetch(`${system.url}/sign-out`, { method: 'HEAD', redirect: 'manual' })).text()
  const line = await told('harvest: version 1 accepted')
  expect(line.isMoving).toBe(false)
  expect(system.moves?.latest()).toMatchObject({ state: 'arrived' })
})

test('ending the system ends the look', async () => {
  expect(system.moves?.to('2027-12-31T00:00:00.000Z')).toBe('started')
  save(campaign())
  await system.stop()
  expect(system.moves?.latest()).toMatchObject({ state: 'stopped' })
  const before = lines.length
  save(campaign({ limits: { priority: 90 } }))
  system = await company.start({ tell })
  started = system
  // The next start finds the file as it is now: the first version of it that anybody reads.
  expect(await inForce()).toBe(1)
  expect(lines.slice(before).map(({ line }) => line)).toContain('  harvest: version 1 accepted')
})

test('a look that waits for its turn when it is ended reads nothing any more', async () => {
  const alone = oneAtATime()
  let endTurn = () => {}
  const turn = alone(() => new Promise<void>((resolve) => (endTurn = resolve)))
  let read = 0
  const files = {
    unread: system.files.unread,
    refresh: () => {
      read++
      return system.files.refresh()
    },
  }
  const waits = new Promise<void>((resolve) => {
    const watch = watchFiles({
      files,
      tell,
      alone: (work) => {
        const done = alone(work)
        void watch.stop().then(resolve)
        endTurn()
        return done
      },
    })
    // Read by this watch alone: the one of the system has to wait for its own turn.
    void system.alone(() => turn)
    save(campaign())
  })
  await waits
  expect(read).toBe(0)
})

test('a folder that cannot be read is told once, and read again when it is back', async () => {
  const aside = `${company.campaignFolder}-aside`
  renameSync(company.campaignFolder, aside)
  await told('the campaign files cannot be read')
  renameSync(aside, company.campaignFolder)
  save(campaign())
  await told('harvest: version 1 accepted')
  expect(lines.filter(({ line }) => line.includes('cannot be read'))).toHaveLength(1)
})

test('a change of the company’s own file is told to need a restart', async () => {
  const file = join(company.campaignFolder, 'company.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"legalName": "[^"]*"/, '"legalName": "Công ty khác"'))
  await told('come to work with the next start')
})
