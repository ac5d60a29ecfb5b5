#!/usr/bin/env node
/** The `care` command: hands over to cli/care.ts under the pinned Node. */
import { runPinned } from '../local/pinned-node.mjs'

runPinned('cli/care.ts', process.argv.slice(2))
