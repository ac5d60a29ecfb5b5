import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimFolder, forgetState, leaveEnvironment, readState, writeState } from '#local/state-folder.ts'

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
