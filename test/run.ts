/** `npm test`: lint, types, every test but the long ones (those that a zone could change in two), and the infrastructure synthesised. */
import { checkedRun } from '#test/support/checked-run.ts'

/** A browser, the infrastructure, engines and AWS's own protocols, hostile bytes and processes of their own ask no machine which zone it stands in. */
const ZONELESS = [
  'browser/**',
  'infra/**',
  'local/aws/**',
  'local/stack/**',
  'torture/**',
  'adapters/{dynamo,s3,scheduler,ses,sqs}/**',
  'app/importing/import-on-dynamo.test.ts',
  'app/person/erase-person.test.ts',
  'app/retention/purge-expired.test.ts',
  'adapters/mail-in/read-mail-hostile.test.ts',
  'cli-process.test.ts',
]

const { check, tests, close } = checkedRun()
check('templates compile', process.execPath, ['local/templates/build.ts'])
check('lint and format', 'biome', ['check', '--error-on-warnings', '.'])
check('types', 'tsc', ['--noEmit'])
check('no dead code', 'knip', [])
tests({ name: 'tests', zone: 'UTC' })
tests({
  name: 'tests',
  zone: 'Pacific/Auckland',
  select: ZONELESS.flatMap((files) => ['--exclude', `test/${files}`]),
})
check('infrastructure synthesises, security checks pass', 'cdk', ['synth', '--quiet', '--no-notices', '--no-version-reporting'])
close()
