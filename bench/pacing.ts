/**
 * How exactly a sending rate is held: senders in processes of their own share one pace table and send through the real mailer to an SES that
 * refuses above the rate. At each rate and number of senders: the share of the rate that was held, refusals, writes. Then an account whose true
 * rate is below what it says, and comes back. `npm run bench:pacing`.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Happened, Opened, Question } from './pacing-endpoints.ts'

const SENDER = 'pacing@example.com'
const WARM_UP_MS = 5_000
const STEADY_MS = 30_000
/** One mail a second needs longer to say a share to the percent. */
const SLOW_STEADY_MS = 100_000

const endpoints = fork(join(import.meta.dirname, 'pacing-endpoints.ts'))
let asking: Promise<unknown> = Promise.resolve()
/** One question at a time. */
function ask<Answer>(question: Question): Promise<Answer> {
  const answer = asking.then(async () => {
    endpoints.send(question)
    const [told] = await once(endpoints, 'message')
    return told as Answer
  })
  asking = answer
  return answer
}

interface Setting {
  readonly run: string
  readonly perSecond: number
  readonly senders: number
  /** Of the first sender's clock. */
  readonly aheadMs?: number
}

async function start({ run, perSecond, senders, aheadMs = 0 }: Setting): Promise<readonly ChildProcess[]> {
  const { dynamo, ses } = await ask<Opened>({ ask: 'open', run, perSecond, sender: SENDER })
  const processes = Array.from({ length: senders }, (_, index) => {
    const env = { DYNAMO: dynamo, SES: ses, RUN: run, SENDER, CLOCK_AHEAD_MS: String(index === 0 ? aheadMs : 0) }
    const sender = fork(join(import.meta.dirname, 'pacing-sender.ts'), { env: { ...process.env, ...env } })
    sender.once('exit', (code) => {
      if (code) throw new Error(`a sender of ${run} failed`)
    })
    return sender
  })
  await Promise.all(processes.map((sender) => once(sender, 'message')))
  for (const sender of processes) sender.send('go')
  return processes
}

const happened = (run: string, from: number, to: number) => ask<Happened>({ ask: 'happened', run, from, to })
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

/** The most instants in any second, wherever it begins. */
function mostInSecond(instants: readonly number[]): number {
  let first = 0
  let most = 0
  for (const [index, at] of instants.entries()) {
    while ((instants[first] ?? at) <= at - 1_000) first++
    most = Math.max(most, index - first + 1)
  }
  return most
}

async function steady(setting: Setting): Promise<void> {
  const { run, perSecond, senders } = setting
  const steadyMs = perSecond === 1 ? SLOW_STEADY_MS : STEADY_MS
  const processes = await start(setting)
  await pause(WARM_UP_MS)
  const from = Date.now()
  await pause(steadyMs)
  const { accepted, refused, writes } = await happened(run, from, from + steadyMs)
  const all = await happened(run, 0, Date.now())
  for (const sender of processes) sender.disconnect()
  const seconds = steadyMs / 1_000
  console.log(
    `${run.padEnd(36)} held ${percent(accepted.length, perSecond * seconds)}, at most ${mostInSecond(accepted)} in any second, refused ${refused} ` +
      `(${all.refused} with the warm-up), ${(writes / seconds / senders).toFixed(1)} writes a second and sender`,
  )
}

const settingOf = (perSecond: number, senders: number, aheadMs = 0): Setting => ({
  run: `${perSecond}-a-second-${senders}-senders${aheadMs ? `-one-${aheadMs}-ms-ahead` : ''}`,
  perSecond,
  senders,
  aheadMs,
})

const LOWER = { perSecond: 50, truly: 35, senders: 3 }
const LOWER_MS = 60_000
const FIND_MS = 15_000
const BACK_MS = 45_000
const STRETCH_MS = 2_000
const DAY_MS = 86_400_000

async function lower(): Promise<void> {
  const run = 'lower'
  const { perSecond, truly, senders } = LOWER
  const processes = await start({ run, perSecond, senders })
  await pause(WARM_UP_MS)
  await ask({ ask: 'true-rate', run, perSecond: truly })
  const from = Date.now()
  await pause(LOWER_MS)
  await ask({ ask: 'true-rate', run, perSecond })
  const back = Date.now()
  await pause(BACK_MS)
  const found = await happened(run, from, from + FIND_MS)
  const kept = await happened(run, from + FIND_MS, back)
  const after = await happened(run, back, back + BACK_MS)
  for (const sender of processes) sender.disconnect()
  const stretches = Array.from({ length: BACK_MS / STRETCH_MS }, (_, n) => {
    const start = back + n * STRETCH_MS
    return after.accepted.filter((at) => at >= start && at < start + STRETCH_MS).length
  })
  const full = stretches.findIndex((count) => count >= (0.95 * perSecond * STRETCH_MS) / 1_000)
  const keptSeconds = (LOWER_MS - FIND_MS) / 1_000
  console.log(
    `truly ${truly} a second, said to be ${perSecond}, ${senders} senders: refused ${found.refused} of the first ${FIND_MS / 1_000} s ` +
      `(${found.accepted.length} accepted), then ${kept.refused} in ${keptSeconds} s beside ${kept.accepted.length} accepted, ` +
      `${percent(kept.accepted.length, truly * keptSeconds)} of the true rate; ${after.refused} after it was back, ` +
      `full ${full < 0 ? 'never' : `after ${((full + 1) * STRETCH_MS) / 1_000} s`}`,
  )
}

const SENDERS = [1, 3, 8]
const atRate = (perSecond: number) => SENDERS.map((senders) => () => steady(settingOf(perSecond, senders)))
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(
  `each ${STEADY_MS / 1_000} s after ${WARM_UP_MS / 1_000} s of warm-up; SES counts a mail 30 to 70 ms after it was sent`,
)
const only = process.argv[2]
// The slow rates side by side, the fast one alone: the pace is to be measured, not the machine.
const waves: readonly (readonly (() => Promise<void>)[])[] = [
  [...atRate(1), lower],
  [...atRate(14), () => steady(settingOf(14, 3, 500))],
  [...atRate(50), () => steady(settingOf(50, 3, DAY_MS))],
  ...atRate(200).map((act) => [act]),
]
for (const [index, wave] of waves.entries()) {
  if (only !== undefined && Number(only) !== index) continue
  await Promise.all(wave.map((act) => act()))
}
endpoints.disconnect()
endpoints.kill()
