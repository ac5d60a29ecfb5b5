/** `npm run torture -- --customers 20000 --faults heavy --seed 7 --minutes 20`: ends with the verdict, and with 1 when a promise was broken. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { FAULT_LEVELS } from '#local/torture/fault-plan.ts'
import { PLANTS } from '#local/torture/plants.ts'
import { reportLines } from '#local/torture/report-lines.ts'
import { runTorture } from '#local/torture/run-torture.ts'

const USAGE = `npm run torture -- [options]
  --customers N   how many customers (2000)
  --faults LEVEL  ${FAULT_LEVELS.join(', ')} (heavy)
  --seed N        the same seed strikes in the same order; by chance when not given
  --minutes M     at most so long, then no more faults and it settles (20)
  --workers N     processes that run the functions (2)
  --plant BUG     ${PLANTS.join(', ')}: a bug that must be found
  --json          the whole report as JSON`

const number = (least: number) => z.coerce.number().int().min(least)
const Options = z.object({
  customers: number(1).default(2_000),
  faults: z.enum(FAULT_LEVELS).default('heavy'),
  seed: number(0).default(() => Math.floor(Math.random() * 1_000_000)),
  minutes: number(1).default(20),
  workers: number(1).default(2),
  plant: z.enum(PLANTS).nullable().default(null),
  json: z.boolean().default(false),
})

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    ...{ customers: text, faults: text, seed: text, minutes: text, workers: text, plant: text },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
const read = Options.safeParse(values)
if (values.help || !read.success) {
  if (!read.success) console.error(z.prettifyError(read.error))
  console.error(USAGE)
  process.exit(values.help ? 0 : 2)
}

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
const { faults: level, json, ...options } = read.data
const report = await runTorture({ ...options, level, tell: (line) => console.error(line), signal: stop.signal })
console.log(json ? JSON.stringify(report, null, 2) : reportLines(report).join('\n'))
process.exitCode = stop.signal.aborted ? 130 : report.verdict.ok ? 0 : 1
