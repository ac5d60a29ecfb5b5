/** A run of the tests leaves nothing in the system's temporary folder. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { RUN_FOLDER } from '#test/support/run-folder.ts'

const PROJECT = resolve(import.meta.dirname, '..')

/** Runs these tests as a run of their own, in a temporary folder of its own. */
function runOf(source: string) {
  const project = mkdtempSync(join(tmpdir(), 'project-'))
  const temporary = join(project, 'temporary')
  mkdirSync(temporary)
  const globalSetup = join(PROJECT, 'test/support/run-folder.ts')
  writeFileSync(
    join(project, 'vitest.config.mjs'),
    `export default { test: { globals: true, globalSetup: [${JSON.stringify(globalSetup)}] } }`,
  )
  writeFileSync(join(project, 'leaves.test.ts'), source)
  const { status, stdout } = spawnSync(process.execPath, [join(PROJECT, 'node_modules/vitest/vitest.mjs'), 'run'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
  })
  return { status, stdout, left: readdirSync(temporary) }
}

const LEAVES = `
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
console.log('made in', mkdtempSync(join(tmpdir(), 'care-stack-')))
`

test.each([
  ['passes', `${LEAVES} test('passes', () => {})`, 0],
  ['fails', `${LEAVES} test('fails', () => { throw new Error('as it should') })`, 1],
  ['breaks off before it begins', `${LEAVES} throw new Error('as it should')`, 1],
  ['ends its own process', `${LEAVES} test('ends', () => { process.kill(process.pid, 'SIGKILL') })`, 1],
])('nothing is left of a file that %s', (_how, source, status) => {
  const run = runOf(source)
  expect(run.status).toBe(status)
  expect(run.stdout).toMatch(new RegExp(`made in .*${RUN_FOLDER}.*care-stack-`))
  expect(run.left).toEqual([])
})

test('this very run has a folder of its own too', () => {
  expect(basename(tmpdir())).toMatch(new RegExp(`^${RUN_FOLDER}`))
})
