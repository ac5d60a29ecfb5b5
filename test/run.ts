/** `npm test`: lint, types, every test in two time zones, and the infrastructure synthesised. Ends with "N passed, N failed". */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules', '.bin')
const scratch = mkdtempSync(join(tmpdir(), 'tham-hoi-test-'))
let passed = 0
let failed = 0

/** The pinned Node comes first on the path, so that every tool runs under it. */
const PATH = `${dirname(process.execPath)}:${BIN}:${process.env.PATH}`

function run(what: string, command: string, args: readonly string[], environment: Record<string, string> = {}): boolean {
  console.log(`\n▶ ${what}`)
  const began = Date.now()
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH, ...environment },
  })
  if (error) console.error(error.message)
  console.log(`${status === 0 ? '✔' : '✘'} ${what} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return status === 0
}

function count(ok: boolean) {
  if (ok) passed++
  else failed++
}

/** A run whose report is missing or says nothing ran is a failure, not a silence. */
function runTests(zone: string, only: readonly string[] = []): void {
  const report = join(scratch, `${zone.replaceAll('/', '-')}.json`)
  const ok = run(
    `tests under TZ=${zone}`,
    join(BIN, 'vitest'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...only],
    { TZ: zone },
  )
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
    passed += numPassedTests
    failed += numFailedTests
    if (numPassedTests === 0 || (!ok && numFailedTests === 0) || (ok && numFailedTestSuites > 0)) failed++
  } catch {
    failed++
  }
}

count(run('templates compile', process.execPath, ['local/templates/build.ts']))
count(run('lint and format', join(BIN, 'biome'), ['check', '--error-on-warnings', '.']))
count(run('types', join(BIN, 'tsc'), ['--noEmit']))
count(run('no dead code', join(BIN, 'knip'), []))
runTests('UTC')
// A browser, the infrastructure, engines and AWS's own protocols, hostile bytes and processes of their own ask no machine which zone it stands in.
const ZONELESS = [
  'browser/**',
  'infra/**',
  'local/aws/**',
  'torture/**',
  'adapters/{dynamo,s3,scheduler,ses,sqs}/**',
  'app/import-on-dynamo.test.ts',
  'app/{erase-person,purge-expired}.test.ts',
  'functions/read-mail-hostile.test.ts',
  'cli-process.test.ts',
]
runTests(
  'Pacific/Auckland',
  ZONELESS.flatMap((files) => ['--exclude', `test/${files}`]),
)
count(
  run('infrastructure synthesises, security checks pass', join(BIN, 'cdk'), [
    'synth',
    '--quiet',
    '--no-notices',
    '--no-version-reporting',
  ]),
)

rmSync(scratch, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
