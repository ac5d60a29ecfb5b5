import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withoutFlushes } from '#local/aws/without-flushes.ts'
import { temporaryFolder } from '#test/local/aws/aws-clients.ts'

/** Writes with a flush, and tells the mounts that it sees. */
const WRITE = 'printf kept > "$0/row" && sync "$0/row" && cat /proc/self/mounts'

test('what a program wrote into its folder is there for others, in a second run too, and its mount is its own', () => {
  // A path that a shell or the options of a mount could take for something else.
  const folder = join(temporaryFolder(), "nhà, cửa: 'a $b\\", 'rows')
  mkdirSync(folder, { recursive: true })
  for (const run of [1, 2]) {
    const { command, args } = withoutFlushes({ command: 'sh', args: ['-c', WRITE, folder] }, folder)
    const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
    expect({ run, status }).toEqual({ run, status: 0 })
    expect(readFileSync(join(folder, 'row'), 'utf8')).toBe('kept')
    if (command === 'unshare') expect(stdout).toContain('upperdir=')
  }
  expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain('fsync=volatile')
})
