/**
 * `npm run torture -- --customers 20000 --faults heavy --seed 7 --minutes 20`: ends with the verdict, and with exit code 1 unless every promise held
 * and enough faults struck.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findingOn } from '#local/torture/closing-line.ts'
import { FAULT_LEVELS } from '#local/torture/fault-plan.ts'
import { PLANTS } from '#local/torture/plants.ts'
import { EVERY_KIND_FROM, KILLS_FROM, LEAST_KILLS } from '#local/torture/reach.ts'
import { reportLines } from '#local/torture/report-lines.ts'
import { runTorture } from '#local/torture/run-torture.ts'

const USAGE = `npm run torture -- [options]
  --customers N   how many customers (2000)
  --faults LEVEL  ${FAULT_LEVELS.join(', ')} (heavy)
  --seed N        the same seed strikes in the same order; by chance when not given
  --minutes M     at most so long, then no more faults and it settles (20)
  --workers N     processes that run the functions (2)
  --plant BUG     ${PLANTS.join(', ')}: a bug that must be found
  --json          the whole report as JSON

A line for every day on the moved clock; the last line says it all and ends with
  HELD      every promise held: exit code 0
  BROKEN    a promise was broken: exit code 1
  UNPROVEN  nothing was broken, but nothing was proven either: exit code 1. So ends a run in which fewer than a third of those due
            got a mail, or fewer calls were logged than a third of those on the desk; a heavy one of ${EVERY_KIND_FROM} customers or more
            that never struck some kind of fault; and a heavy one of ${KILLS_FROM} or more with fewer than ${LEAST_KILLS} kills of a process in which a sender or planner was at work.
            Smaller runs only name the kinds that never struck.`

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
process.exitCode = stop.signal.aborted ? 130 : findingOn(report) === 'HELD' ? 0 : 1
