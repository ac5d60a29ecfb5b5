/**
 * `npm run test:long`: what takes minutes (`*.long.test.ts`: weeks and months on a moving clock, whole stories in a browser, torture, the adapters on
 * every engine), and the rules, use cases and pages once more in the zone of AWS.
 */
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

/** Whole systems and commands, seconds each: one zone, that of `npm test`, is enough. */
const WHOLE = ['cli/**', 'journey/**', 'local/*.test.ts', 'local/sections/**']

const { check, tests, close } = checkedRun()
check('templates compile', process.execPath, ['local/templates/build.ts'])
tests({ name: 'long tests', zone: 'Asia/Ho_Chi_Minh', environment: { LONG_TESTS: '1' } })
tests({ name: 'tests', zone: 'UTC', select: [...ZONELESS, ...WHOLE].flatMap((files) => ['--exclude', `test/${files}`]) })
close()
