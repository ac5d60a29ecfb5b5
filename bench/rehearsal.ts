/**
 * What `care rehearse` costs, as a user runs it, with `--out`: a year of the fifteen campaigns that were ready-made before calls came
 * (bench/rehearsed-campaigns/), for 10,000, 100,000 and 1,000,000 people from tables. For 10,000 the rows are compared with the day-by-day run's.
 * `npm run bench:rehearsal`, or with other sizes `npm run bench:rehearsal -- 5000 50000`. Memory is read from /proc: on Linux.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { writePeople } from './rehearsed-people.ts'

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000]
const COMPARED = 10_000
const [FROM, TO] = ['2027-01-01', '2027-12-31']
const CAMPAIGNS = join(import.meta.dirname, 'rehearsed-campaigns')
const ROOT = join(import.meta.dirname, '..')
const LOOK_MS = 50
const BAR = { seconds: 240, mb: 2_048 }
const NODE = [process.execPath, '--disable-warning=ExperimentalWarning'] as const

interface Measured {
  readonly people: number
  readonly decisions: number
  /** Until the first hour is rehearsed. */
  readonly loading: Spent
  readonly rehearsing: Spent
  readonly peakMb: number
}

interface Spent {
  readonly seconds: number
  readonly cpuSeconds: number
}

const folder = mkdtempSync(join(tmpdir(), 'bench-rehearsal-'))
const files = { customers: join(folder, 'customers.csv'), purchases: join(folder, 'purchases.csv') }
const out = join(folder, 'out')
try {
  const { length, 0: first } = cpus()
  console.log(
    `${length} cores (${availableParallelism()} to use), ${first?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  )
  console.log(
    'people | decisions | loading, s | CPU s | rehearsing, s | CPU s | CPU µs a decision | peak memory, MB | load of the machine',
  )
  for (const people of SIZES) {
    await writePeople({ ...files, count: people })
    const measured = await measure(people)
    console.log(line(measured))
    if (people === COMPARED) console.log(compared())
    if (people === 1_000_000)
      console.log(
        `bar: ${BAR.seconds} s beside loading, ${BAR.mb} MB; ${measured.rehearsing.seconds.toFixed(0)} s, ${measured.peakMb.toFixed(0)} MB`,
      )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function line({ people, decisions, loading, rehearsing, peakMb }: Measured): string {
  const spent = [loading, rehearsing].flatMap(({ seconds, cpuSeconds }) => [seconds.toFixed(1), cpuSeconds.toFixed(1)])
  const perDecision = ((rehearsing.cpuSeconds * 1e6) / decisions).toFixed(0)
  return [people, decisions, ...spent, perDecision, peakMb.toFixed(0), loadavg()[0]?.toFixed(1)].join(' | ')
}

async function measure(people: number): Promise<Measured> {
  const [command, ...flags] = NODE
  const asked = [
    '--campaigns',
    CAMPAIGNS,
    '--customers',
    files.customers,
    '--purchases',
    files.purchases,
    '--from',
    FROM,
    '--to',
    TO,
  ]
  const child = spawn(command, [...flags, join(ROOT, 'cli/care.ts'), 'rehearse', ...asked, '--out', out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const { loading, whole, peakMb, code } = await watched(child)
  // 1: something blocks a launch, as the campaigns after orders do without orders to come.
  if (code !== 0 && code !== 1) throw new Error(`care rehearse ended with ${code}`)
  let lines = 0
  for await (const _ of createInterface({ input: createReadStream(join(out, 'touches.csv')) })) lines++
  const rehearsing = { seconds: whole.seconds - loading.seconds, cpuSeconds: whole.cpuSeconds - loading.cpuSeconds }
  return { people, decisions: lines - 1, loading, rehearsing, peakMb }
}

/** The command is one process, its parts are threads of it: what the system says of the process is all. */
async function watched(child: ChildProcess) {
  const startedAt = performance.now()
  const spent = (): Spent => ({ seconds: (performance.now() - startedAt) / 1000, cpuSeconds })
  let [cpuSeconds, peakMb] = [0, 0]
  let loading: Spent | undefined
  const look = () => {
    const read = processNow(child.pid)
    if (read) ({ cpuSeconds, peakMb } = read)
  }
  const looking = setInterval(look, LOOK_MS)
  child.stderr?.on('data', (text: Buffer) => {
    look()
    if (text.includes('rehearsing')) loading ??= spent()
    else process.stderr.write(text)
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(looking)
  const whole = spent()
  return { loading: loading ?? whole, whole, peakMb, code }
}

/** proc(5): the fields after the name, utime and stime the 12th and 13th of them, in hundredths of a second; VmHWM, the peak of resident memory. */
function processNow(pid: number | undefined): { readonly cpuSeconds: number; readonly peakMb: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    const peakKb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return peakKb === undefined
      ? undefined
      : { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100, peakMb: Number(peakKb) / 1024 }
  } catch {
    // It has ended: what was read last holds.
    return undefined
  }
}

function compared(): string {
  const [command, ...flags] = NODE
  const reference = join(folder, 'reference.csv')
  const args = [CAMPAIGNS, files.customers, files.purchases, FROM, TO, reference]
  const { stdout, status } = spawnSync(command, [...flags, `${import.meta.dirname}/rehearsal-day-by-day.ts`, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`the day-by-day run ended with ${status}`)
  const wanted = stdout.trim()
  const found = createHash('sha256')
    .update(readFileSync(join(out, 'touches.csv'), 'utf8').split('\n').toSorted().join('\n'))
    .digest('hex')
  if (found !== wanted) throw new Error(`other rows than day by day: ${found}, not ${wanted}`)
  return `the same rows as day by day: ${found}`
}
