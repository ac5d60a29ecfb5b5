/**
 * The temporary folder of one run of the tests, for every process in it: tests, commands, browsers and engines that a test starts. What they make
 * there is gone after the run, also when a test failed, broke off or never began.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where programs look for the folder, on each kind of system. */
const VARIABLES = ['TMPDIR', 'TMP', 'TEMP'] as const

export const RUN_FOLDER = 'tham-hoi-tests-'

/** Called by vitest before the first worker begins; the answer is called after the last one has ended. */
export function setup(): () => void {
  const before = VARIABLES.map((name) => [name, process.env[name]] as const)
  const folder = mkdtempSync(join(tmpdir(), RUN_FOLDER))
  for (const name of VARIABLES) process.env[name] = folder
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    // A browser or an engine that ends late may still write.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
