/** `npm test`: lint, types, every test but the long ones in a zone where it is already tomorrow, and the infrastructure synthesised. */
import { checkedRun } from '#test/support/checked-run.ts'

const { check, tests, close } = checkedRun()
check('templates compile', process.execPath, ['local/templates/build.ts'])
check('lint and format', 'biome', ['check', '--error-on-warnings', '.'])
check('types', 'tsc', ['--noEmit'])
check('no dead code', 'knip', [])
tests({ name: 'tests', zone: 'Pacific/Auckland' })
check('infrastructure synthesises, security checks pass', 'cdk', ['synth', '--quiet', '--no-notices', '--no-version-reporting'])
close()
