/** What `npm test` and `npm run test:long` share: commands under the pinned Node, counted, and the closing line "N passed, N failed". */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'node_modules', '.bin')

/** The pinned Node comes first on the path, so that every tool runs under it. */
const PATH = `${dirname(process.execPath)}:${BIN}:${process.env.PATH}`

export interface TestRun {
  /** What is run, in words. */
  readonly name: string
  readonly zone: string
  /** Arguments for vitest. */
  readonly select?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export interface CheckedRun {
  /** A command that passes or fails as a whole. */
  check(name: string, command: string, args: readonly string[]): void
  /** Tests that count one by one. A run whose report is missing or says that none ran is a failure, not a silence. */
  tests(run: TestRun): void
  /** Prints the closing line and sets the exit code. */
  close(): void
}

export function checkedRun(): CheckedRun {
  const scratch = mkdtempSync(join(tmpdir(), 'tham-hoi-test-'))
  let [passed, failed, reports] = [0, 0, 0]

  function count({ numPassedTests, numFailedTests, numFailedTestSuites }: Counts, ok: boolean): void {
    passed += numPassedTests
    failed += numFailedTests
    if (numPassedTests === 0 || (!ok && numFailedTests === 0) || (ok && numFailedTestSuites > 0)) failed++
  }

  return {
    check(name, command, args) {
      if (run({ name, command, args })) passed++
      else failed++
    },
    tests({ name, zone, select = [], environment = {} }) {
      const report = join(scratch, `${++reports}.json`)
      const ok = run({
        name: `${name}, TZ=${zone}`,
        command: join(BIN, 'vitest'),
        args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...select],
        environment: { TZ: zone, ...environment },
      })
      try {
        count(JSON.parse(readFileSync(report, 'utf8')), ok)
      } catch {
        failed++
      }
    },
    close() {
      rmSync(scratch, { recursive: true, force: true })
      console.log(`\n${passed} passed, ${failed} failed`)
      process.exitCode = failed === 0 ? 0 : 1
    },
  }
}

/** The part of vitest's report that is counted. */
interface Counts {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
}

function run({
  name,
  command,
  args,
  environment = {},
}: {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}): boolean {
  console.log(`\n▶ ${name}`)
  const began = Date.now()
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH, ...environment },
  })
  if (error) console.error(error.message)
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return status === 0
}
