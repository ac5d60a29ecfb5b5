/** Processes that run the functions: the pool hands them jobs, kills them and replaces them. */
import { type ChildProcess, fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { FaultRates, JobKind } from '#local/torture/fault-plan.ts'
import { type FromWorker, type Job, NOTES_PIPE, type ToWorker, type WorkerNote } from '#local/torture/worker-words.ts'

/** died: the process ended, and how far the job came is unknown. */
export type JobEnd = { readonly failed: readonly string[]; readonly answer?: unknown } | { readonly error: string } | 'died'

interface InFlight {
  readonly job: Job
  readonly end: (end: JobEnd) => void
  readonly since: number
}

interface Worker {
  readonly child: ChildProcess
  readonly jobs: Map<number, InFlight>
  ready: boolean
}

export interface PoolOptions {
  readonly size: number
  readonly seed: string
  readonly settingFile: string
  readonly rates: FaultRates
  readonly note: (note: WorkerNote) => void
  /** A process was killed, by itself or by the torture, with these jobs in it. */
  readonly killed: (atWork: readonly JobKind[]) => void
}

/**
 * Sends and plans per process; recording events is light. Two senders in each, so that four meet at one customer's ledger, and agents enough for two
 * tabs of each.
 */
const MOST: Readonly<Record<JobKind, number>> = { plan: 1, slices: 1, batches: 2, lists: 1, clocks: 2, desk: 3, deliveries: 4 }
/** Batches that one process sends at once. */
export const SENDERS_OF_A_WORKER = MOST.batches
const WORKER = join(import.meta.dirname, 'worker.ts')

export function startWorkers({ size, seed, settingFile, rates: firstRates, note, killed }: PoolOptions) {
  let rates = firstRates
  let lives = 0
  let stopping = false
  let ids = 0
  let now = ''
  const exits: Promise<void>[] = []

  function launch(): Worker {
    const child = fork(WORKER, [settingFile, `${seed}|life ${++lives}`], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'json',
      // Processes are many and short-lived: each must not compile the same files again.
      env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(settingFile), 'compiled') },
    })
    const worker: Worker = { child, jobs: new Map(), ready: false }
    const notes = child.stdio[NOTES_PIPE]
    if (notes instanceof Readable) createInterface({ input: notes }).on('line', (line) => note(JSON.parse(line)))
    child.on('message', (said: FromWorker) => hear(worker, said))
    child.on('error', () => {})
    exits.push(
      new Promise((gone) => {
        child.once('exit', (code, signal) => {
          if (signal === 'SIGKILL' && !stopping) killed([...worker.jobs.values()].map(({ job }) => job.kind))
          else if (!stopping) note({ broken: `a process ended by itself with ${code ?? signal}` })
          for (const { end } of worker.jobs.values()) end('died')
          worker.jobs.clear()
          if (!stopping) replace(worker)
          gone()
        })
      }),
    )
    tell(worker, { say: 'rates', rates })
    if (now !== '') tell(worker, { say: 'clock', now })
    return worker
  }

  /** The waiting process takes its place at once, as the next machine would. */
  function replace(gone: Worker): void {
    const place = workers.indexOf(gone)
    if (place >= 0) workers[place] = spare
    spare = launch()
  }

  function hear(worker: Worker, said: FromWorker): void {
    if (said.say === 'ready') {
      worker.ready = true
      return
    }
    const found = worker.jobs.get(said.id)
    worker.jobs.delete(said.id)
    found?.end(said.say === 'done' ? { failed: said.failed, answer: said.answer } : { error: said.because })
  }

  function tell({ child }: Worker, said: ToWorker): void {
    if (child.connected) child.send(said, () => {})
  }

  const count = ({ jobs }: Worker, kind: JobKind) => [...jobs.values()].filter(({ job }) => job.kind === kind).length
  const free = (kind: JobKind) =>
    workers
      .filter((worker) => worker.ready && worker.child.connected && count(worker, kind) < MOST[kind])
      .toSorted((a, b) => a.jobs.size - b.jobs.size)[0]

  const workers = Array.from({ length: size }, launch)
  let spare = launch()
  const everybody = () => [...workers, spare]

  return {
    /** Undefined when no process has room. */
    run(work: Omit<Job, 'id'>): Promise<JobEnd> | undefined {
      const worker = free(work.kind)
      if (!worker) return undefined
      const job: Job = { ...work, id: ++ids }
      return new Promise((end) => {
        worker.jobs.set(job.id, { job, end, since: performance.now() })
        tell(worker, { say: 'job', job })
      })
    },
    hasRoom: (kind: JobKind) => free(kind) !== undefined,
    inFlight: (): readonly { readonly job: Job; readonly since: number }[] => workers.flatMap(({ jobs }) => [...jobs.values()]),
    setClock(instant: string) {
      now = instant
      for (const worker of everybody()) tell(worker, { say: 'clock', now })
    },
    setRates(changed: FaultRates) {
      rates = changed
      for (const worker of everybody()) tell(worker, { say: 'rates', rates })
    },
    /** Kills the `n`-th process at work, preferring one with more in it than events that are recorded and lists that are looked after. */
    killOne(n: number): void {
      const busy = workers.filter(({ jobs }) => jobs.size > 0)
      const sending = busy.filter(({ jobs }) =>
        [...jobs.values()].some(({ job }) => job.kind !== 'deliveries' && job.kind !== 'lists'),
      )
      const some = sending.length > 0 ? sending : busy
      some[n % Math.max(1, some.length)]?.child.kill('SIGKILL')
    },
    /** Kills all of them: an outage. Resolves when they are gone. */
    async killAll(): Promise<void> {
      const gone = workers.map(({ child }) => new Promise((resolve) => child.once('exit', resolve)))
      for (const { child } of workers) child.kill('SIGKILL')
      await Promise.all(gone)
    },
    async stop(): Promise<void> {
      stopping = true
      for (const { child } of everybody()) child.kill('SIGKILL')
      await Promise.all(exits)
    },
  }
}
