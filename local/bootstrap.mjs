/** `npm start` and the tests on a machine with nothing but git, Node and npm. */
import { runPinned } from './pinned-node.mjs'

const ENTRIES = {
  start: 'local/start.ts',
  test: 'test/run.ts',
  'test:long': 'test/run-long.ts',
  'test:adapters': 'test/run-adapters.ts',
  torture: 'local/torture/torture.ts',
}

const [command, ...args] = process.argv.slice(2)
const entry = ENTRIES[command]
if (!entry) {
  console.error(`expected one of ${Object.keys(ENTRIES).join(', ')}`)
  process.exit(2)
}
runPinned(entry, args)
