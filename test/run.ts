/** `npm test`: lint, types, every test but the long ones (rules, use cases and pages in two zones), and the infrastructure synthesised. */
import { checkedRun } from '#test/support/checked-run.ts'

/** A browser, the infrastructure, engines and AWS's own protocols, races, hostile bytes and processes of their own ask no machine which zone it stands in. */
const ZONELESS = [
  'browser/**',
  'infra/**',
  'local/aws/**',
  'local/stack/**',
  'torture/**',
  'adapters/{dynamo,s3,scheduler,ses,sqs}/**',
  'app/importing/import-on-dynamo.test.ts',
  'app/person/erase-*.test.ts',
  'app/operating/decisions-at-once.test.ts',
  'app/retention/purge-expired.test.ts',
  'adapters/mail-in/read-mail-hostile.test.ts',
  'cli-process.test.ts',
]

/** Whole systems and commands, seconds each: they are run in the one zone that is far from the company's, and where it is already tomorrow. */
const WHOLE = ['cli/**', 'journey/**', 'local/*.test.ts', 'local/sections/**']

const without = (folders: readonly string[]) => folders.flatMap((files) => ['--exclude', `test/${files}`])

const { check, tests, close } = checkedRun()
check('templates compile', process.execPath, ['local/templates/build.ts'])
check('lint and format', 'biome', ['check', '--error-on-warnings', '.'])
check('types', 'tsc', ['--noEmit'])
check('no dead code', 'knip', [])
tests({ name: 'tests', zone: 'UTC', select: without(WHOLE) })
tests({ name: 'tests', zone: 'Pacific/Auckland', select: without(ZONELESS) })
check('infrastructure synthesises, security checks pass', 'cdk', ['synth', '--quiet', '--no-notices', '--no-version-reporting'])
close()
