/** What `npm test` and `npm run test:long` share: commands under the pinned Node, counted; at the end every failure by name, and the closing line "N passed, N failed". */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

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
  /** Prints each failure on a line that begins with FAILED (a CI log is often cut to its end), then the closing line; sets the exit code. */
  close(): void
}

export function checkedRun(): CheckedRun {
  const scratch = mkdtempSync(join(tmpdir(), 'tham-hoi-test-'))
  const failures: string[] = []
  let [passed, failed, reports] = [0, 0, 0]

  function fail(what: string): void {
    failed++
    failures.push(what)
  }

  function count(name: string, report: Report, ok: boolean): void {
    passed += report.numPassedTests
    const failedTests = report.testResults.flatMap(failedTestsOf)
    for (const test of failedTests) fail(`${name}: ${test}`)
    if (report.numPassedTests === 0) fail(`${name}: no test ran`)
    else if (failedTests.length === 0 && (!ok || report.numFailedTestSuites > 0))
      fail(`${name}: vitest ended badly, though no test failed`)
  }

  return {
    check(name, command, args) {
      if (run({ name, command, args })) passed++
      else fail(name)
    },
    tests({ name: called, zone, select = [], environment = {} }) {
      const report = join(scratch, `${++reports}.json`)
      const name = `${called}, TZ=${zone}`
      const ok = run({
        name,
        command: join(BIN, 'vitest'),
        args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...select],
        environment: { TZ: zone, ...environment },
      })
      try {
        count(name, JSON.parse(readFileSync(report, 'utf8')), ok)
      } catch {
        fail(`${name}: no report`)
      }
    },
    close() {
      rmSync(scratch, { recursive: true, force: true })
      for (const failure of failures) console.log(`FAILED ${failure}`)
      console.log(`\n${passed} passed, ${failed} failed`)
      process.exitCode = failed === 0 ? 0 : 1
    },
  }
}

/** The part of vitest's report that is read. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly FileResult[]
}

interface FileResult {
  readonly name: string
  readonly status: string
  /** What a file that could not be loaded says. */
  readonly message: string
  readonly assertionResults: readonly {
    readonly fullName: string
    readonly status: string
    readonly failureMessages: readonly string[]
  }[]
}

/** Each failed test of a file (or the file itself, where it failed as a whole), with the first line of why. */
function failedTestsOf({ name, status, message, assertionResults }: FileResult): string[] {
  const file = relative(ROOT, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`]
  return failed.map((test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages.join('\n'))}`)
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 300) ?? ''
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
