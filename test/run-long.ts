/** `npm run test:long`: what takes minutes (`*.long.test.ts`: weeks and months on a moving clock, torture) and the adapters on every engine. */
import { checkedRun } from '#test/support/checked-run.ts'

const { check, tests, close } = checkedRun()
check('templates compile', process.execPath, ['local/templates/build.ts'])
tests({ name: 'long tests', zone: 'Asia/Ho_Chi_Minh', environment: { LONG_TESTS: '1' } })
close()
