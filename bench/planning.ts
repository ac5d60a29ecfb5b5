/**
 * What planning one day costs: ten of the project's campaigns, one of them for everybody, for 10,000, 100,000 and 1,000,000 people on stores
 * in memory. Each size runs in a process of its own. `npm run bench:planning`, or with other sizes `npm run bench:planning -- 5000 50000`.
 */
import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import type { PlannedDay } from './planning-day.ts'

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000]
const BAR_SECONDS = 30

const measured = SIZES.map((people): PlannedDay => {
  const child = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=12000',
      '--disable-warning=ExperimentalWarning',
      `${import.meta.dirname}/planning-day.ts`,
      String(people),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (child.status !== 0) throw new Error(`planning for ${people} people ended with ${child.status ?? child.signal}`)
  return JSON.parse(child.stdout)
})

console.log(
  `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
)
console.log('people | members decided | seconds | CPU µs a member | memory beyond the people, MB | rows written')
for (const { people, members, seconds, cpuSeconds, grownMb, batches } of measured)
  console.log(
    [people, members, seconds.toFixed(1), ((cpuSeconds * 1e6) / members).toFixed(1), grownMb.toFixed(0), batches].join(' | '),
  )
const largest = measured.at(-1)
if (largest?.people === 1_000_000) console.log(`bar for a million people: ${BAR_SECONDS} s; ${largest.seconds.toFixed(1)} s`)
