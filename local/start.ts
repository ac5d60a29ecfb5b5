/** `npm start`: the whole system on this machine, with the sample company and a link to the staff app. */
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { type RunningSystem, startSystem } from '#local/running-system.ts'
import { STATE_FOLDER } from '#local/stack/environment.ts'
import { readStartFlags, START_USAGE, type StartFlags } from '#local/start-flags.ts'
import { claimFolder, forgetEnvironment, forgetState, leaveEnvironment, readState } from '#local/state-folder.ts'

const PROJECT = resolve(import.meta.dirname, '..')
/** An end that hangs is worse than an unclean one: the next start handles both. */
const END_WITHIN_MS = 10_000

const say = (line: string) => void process.stdout.write(`${line}\n`)
const refuse = (lines: readonly string[]): never => {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(1)
}

const flags = readStartFlags(process.argv.slice(2))
if ('help' in flags) say(START_USAGE)
else if ('refused' in flags) refuse([flags.refused, '', START_USAGE])
else {
  // File names in messages are relative to the project.
  process.chdir(PROJECT)
  await start(flags)
}

async function start(flags: StartFlags): Promise<void> {
  const folder = flags.state ?? STATE_FOLDER
  const claimed = claimFolder(folder)
  if ('usedBy' in claimed) {
    const { pid, staffApp } = claimed.usedBy
    return refuse([`Thăm Hỏi is already running (process ${pid}): ${staffApp ?? 'it is still starting'}`])
  }
  const release = flags.fresh ? beginAnew(folder, claimed.release) : claimed.release
  const known = readState(folder)
  if (known && flags.at) say(`--at is left out: the state in ${folder}/ goes on where its clock stands (--fresh begins anew)`)
  if (!known) say(`a new state in ${folder}/`)

  const system = await startSystem({
    folder,
    clock: flags.clock,
    ...(flags.at && { startOn: flags.at }),
    campaignFolder: 'campaigns',
    templateFolder: 'templates',
    sample: {
      customers: 'campaigns/sample/customers.csv',
      purchases: 'campaigns/sample/purchases.csv',
      purchasesToCome: 'campaigns/sample/purchases-to-come.csv',
    },
    listeners: flags.listeners,
    agents: flags.agents,
    port: flags.port,
    smtpPort: flags.smtpPort,
    by: userInfo().username,
    tell: say,
  })
  if ('refused' in system) {
    release()
    return refuse(['Nothing was started:', ...system.refused])
  }
  leaveEnvironment(folder, { ...system.stack.environment, STAFF_APP: `${system.url}/` })
  announce(system)
  endOnSignal(system, () => {
    forgetEnvironment(folder)
    release()
  })
}

/** The claim file is in the deleted folder, so the folder is claimed again. */
function beginAnew(folder: string, release: () => void): () => void {
  if (forgetState(folder) === 'not-ours') {
    release()
    return refuse([`--fresh: ${folder} holds no state of this system, so nothing was deleted`])
  }
  say(`--fresh: ${folder}/ deleted`)
  const again = claimFolder(folder)
  return 'usedBy' in again ? refuse(['another start was quicker']) : again.release
}

function announce({ url, smtpPort, clock, stack, moves, companyRules }: RunningSystem): void {
  const { zone } = companyRules.company
  const now = clock.now()
  say('')
  say(`  Staff app      ${url}/`)
  say(
    `  It is          ${localDateAt(now, zone)} ${localTimeAt(now, zone)} (${zone})${moves ? ', on a clock that you move' : ', real time'}`,
  )
  if (smtpPort !== null) say(`  Answers        by SMTP to 127.0.0.1:${smtpPort}, for ${companyRules.company.replyDomain}`)
  say(`  Mails so far   ${stack.mailbox.count()}; none of them leaves this machine`)
  say('  Ctrl-C ends it; the state stays.')
}

/** Ctrl-C arrives twice, from the terminal and from the parent process: the second signal is ignored. */
function endOnSignal(system: RunningSystem, forget: () => void): void {
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    say('ending …')
    const stopped = system.stop().then(
      () => 'clean' as const,
      (error: unknown) => error,
    )
    const outcome = await Promise.race([stopped, sleep(END_WITHIN_MS, 'late' as const)])
    forget()
    if (outcome !== 'clean') say(outcome === 'late' ? 'something did not end in time' : `not quite clean: ${outcome}`)
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
}
