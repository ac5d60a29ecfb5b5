import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimFolder, forgetState, keepToOwner, leaveEnvironment, readState, writeState } from '#local/state-folder.ts'

let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tham-hoi-'))
  folder = join(parent, 'state')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

test('what kind of clock a state was made with is remembered; a new folder knows nothing', () => {
  expect(readState(folder)).toBeUndefined()
  writeState(folder, { clock: 'moved', sample: 'loading' })
  expect(readState(folder)).toEqual({ clock: 'moved', sample: 'loading' })
})

test('beginning anew deletes a state, and nothing that is not one', () => {
  expect(forgetState(folder)).toBe('nothing-there')
  mkdirSync(folder)
  writeFileSync(join(folder, 'thesis.doc'), 'years of work')
  expect(forgetState(folder)).toBe('not-ours')
  expect(readFileSync(join(folder, 'thesis.doc'), 'utf8')).toBe('years of work')
  writeState(folder, { clock: 'real', sample: 'none' })
  expect(forgetState(folder)).toBe('forgotten')
  expect(existsSync(folder)).toBe(false)
})

test('a claim is given back; one left by a process that is gone, or by another program, is taken over with its environment', () => {
  const first = claimFolder(folder)
  expect(first).toHaveProperty('release')
  if ('release' in first) first.release()
  expect(existsSync(join(folder, 'running.pid'))).toBe(false)

  for (const stale of ['999999999', String(process.ppid), 'nonsense']) {
    writeFileSync(join(folder, 'running.pid'), stale)
    leaveEnvironment(folder, { STAFF_APP: 'http://127.0.0.1:1/' })
    expect(claimFolder(folder)).toHaveProperty('release')
    expect(existsSync(join(folder, 'environment.json'))).toBe(false)
    expect(readFileSync(join(folder, 'running.pid'), 'utf8')).toBe(String(process.pid))
  }
})

test('a folder whose system makes files and takes them away meanwhile is closed to others all the same', async () => {
  const days = Array.from({ length: 40 }, (_, day) => join(folder, 'facts', `day=${day}`))
  for (const day of days) mkdirSync(day, { recursive: true })
  writeState(folder, { clock: 'moved', sample: 'loaded' })
  const others = `
    const { writeFileSync, renameSync } = require('node:fs')
    process.send('at work')
    for (;;) for (const day of ${JSON.stringify(days)}) {
      writeFileSync(day + '/.unfinished', 'x')
      renameSync(day + '/.unfinished', day + '/facts')
    }`
  const system = spawn(process.execPath, ['-e', others], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  try {
    await once(system, 'message')
    for (let time = 0; time < 300; time++) keepToOwner(folder)
  } finally {
    system.kill()
    await once(system, 'exit')
  }
  expect(statSync(join(folder, 'facts')).mode & 0o077).toBe(0)
})

test('a new folder can be begun anew at its first start, when nothing but the claim of that start is in it', () => {
  expect(claimFolder(folder)).toHaveProperty('release')
  expect(forgetState(folder)).toBe('forgotten')
  expect(existsSync(folder)).toBe(false)
})
