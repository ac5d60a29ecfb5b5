/** `npm start` and `npm test` on a machine with nothing but git, Node and npm. */
import { runPinned } from './pinned-node.mjs'

const ENTRIES = { start: 'local/start.ts', test: 'test/run.ts', torture: 'local/torture/torture.ts' }

const [command, ...args] = process.argv.slice(2)
const entry = ENTRIES[command]
if (!entry) {
  console.error(`expected one of ${Object.keys(ENTRIES).join(', ')}`)
  process.exit(2)
}
runPinned(entry, args)
