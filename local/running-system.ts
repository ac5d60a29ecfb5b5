/** Wires the whole of `npm start`: the stack, its campaigns and customers, time, and the pages. Needs no terminal, so tests run it too. */
import { openIdIssuer } from '#adapters/openid/issuer.ts'
import { events } from '#app/events.ts'
import { planOccurrences } from '#app/planning/plan-occurrences.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { type Instant, instantOf } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { openCampaignFiles, readCompanyRules, rosterOf } from '#local/campaign-files.ts'
import { type Clock, openMovableClock, readersClock, realClock } from '#local/clock/movable-clock.ts'
import { openEventLog } from '#local/event-log.ts'
import { filesAtStart, filesReadAgain } from '#local/files-in-lines.ts'
import { openFrontDoor } from '#local/front-door.ts'
import { loadSample, type SampleTables } from '#local/load-sample.ts'
import { localStaffSystem } from '#local/local-staff-system.ts'
import type { LocalSystem } from '#local/local-system.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'
import { openSmtp } from '#local/mail-in/open-smtp.ts'
import { oneAtATime } from '#local/one-at-a-time.ts'
import { embeddedProvider } from '#local/openid/embedded-provider.ts'
import { runOnRealTime } from '#local/real-time.ts'
import { openRehearsalQueue } from '#local/rehearsal/rehearsal-queue.ts'
import { sampleAtWork } from '#local/sample-at-work.ts'
import { localServer } from '#local/sections/local-server.ts'
import { LOCAL_ISSUER_PATH, LOCAL_STAFF_CLIENT } from '#local/stack/environment.ts'
import { runsOfTeams } from '#local/stack/list-runs.ts'
import { rollUpNights } from '#local/stack/roll-up-nights.ts'
import { type Stack, startStack } from '#local/stack/start-stack.ts'
import { type ClockKind, readState, writeState } from '#local/state-folder.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { timeMoves } from '#local/time-moves.ts'
import { watchFiles } from '#local/watch-files.ts'

/**
 * A rate holds in real seconds, of which a moved day has none: each batch would wait for its turn, a minute in a moved year. What a day allows counts
 * by the moved clock.
 */
const NO_RATE = { max24HourSend: 200_000, maxSendRate: -1 }

export interface SystemOptions {
  /** The state folder; null keeps the state in memory. */
  readonly folder: string | null
  readonly clock: ClockKind
  /** The first day of a new moved clock; today when left out. */
  readonly startOn?: LocalDate
  readonly campaignFolder: string
  readonly templateFolder: string
  /** Loaded when the state is new. */
  readonly sample: SampleTables | null
  /** Sample customers read their mail and answer it; only with the sample company. */
  readonly listeners?: boolean
  /** Sample agents ring the customers of their lists; only with the sample company. */
  readonly agents?: boolean
  /** 0 for any free port. */
  readonly port: number
  /** The SMTP port for mail to the reply domain, 0 for any free one; no SMTP when left out. */
  readonly smtpPort?: number
  /** The name recorded for acceptances and pauses. */
  readonly by: string
  /** Hears each step, one line each. */
  readonly tell: (line: string) => void
}

export interface RunningSystem extends LocalSystem {
  readonly url: string
  /** Null when no mail is taken by SMTP. */
  readonly smtpPort: number | null
  stop(): Promise<void>
}

export async function startSystem(options: SystemOptions): Promise<RunningSystem | { readonly refused: readonly string[] }> {
  const { folder, campaignFolder, tell, by } = options
  const { templates } = await compileTemplates(options.templateFolder)
  tell(`${Object.keys(templates).length} templates compiled`)
  const { folder: started, companyRules } = readCompanyRules(campaignFolder, templates)
  if (!companyRules)
    return { refused: readCompanyRules(campaignFolder, templates).problems.map((problem) => problemLine(problem, 'en')) }

  const { plan } = rosterOf(started)
  const opened = openClock(options, companyRules.company.zone)
  if ('refused' in opened) return { refused: [opened.refused] }
  const { movable } = opened
  const clock: Clock = movable ?? realClock
  const now = (): Instant => clock.now()
  const eventLog = openEventLog({ folder, now })
  const frontDoor = await openFrontDoor(options.port, tell)
  const stack = await startStack({
    folder,
    clock,
    ...(movable && { formClock: readersClock(movable) }),
    companyRules,
    templates,
    pages: frontDoor.endpoint,
    sink: eventLog,
    rollUpNights: rollUpNights(companyRules.company, { isMoved: movable !== null }),
    ...(movable && { sesQuota: NO_RATE, listRuns: runsOfTeams(plan, companyRules.company) }),
  })
  tell(`local AWS is up: DynamoDB (${stack.engine}), SQS, SES, EventBridge Scheduler`)

  await bringSampleIn(options, { stack, companyRules, now: now() })
  const sample = await sampleAtWork(options, { stack, companyRules, eventLog, pagesAt: frontDoor.endpoint, now: now() })
  const log = events(eventLog)
  const tellAll = (lines: readonly string[]) => {
    for (const line of lines) tell(line)
  }
  const files = await openCampaignFiles({
    campaignFolder,
    started,
    templateFolder: options.templateFolder,
    campaigns: stack.stores.campaigns,
    words: stack.stores.words,
    staff: { ...stack.stores, accounts: null },
    events: log,
    now,
    by,
    readAgain: (read, before) => tellAll(filesReadAgain(read, before)),
  })
  tellAll(filesAtStart(files.standing()))

  const rehearsals = await openRehearsalQueue({
    ...stack.stores,
    book: stack.rehearsalBook,
    suppressions: {
      list: stack.stores.suppressions,
      doNotCall: stack.stores.doNotCall,
      // The key was read when the stack began.
      keyOutOfReach: async () => undefined,
      count: async () => 0,
    },
    now,
    alarm: (name, values) => eventLog.alarm(name, values),
  })
  const alone = oneAtATime()
  // Once at the start: finds what a restart lost from the queues, and shows a new system's first days at once.
  await planOccurrences(stack.stores, now())
  await stack.drain()
  const time = { engines: [...stack.engines, ...sample.engines], drain: stack.drain, eventLog, alone }
  const moves = movable && timeMoves({ clock: movable, ...time, atRest: stack.rollUp })
  const watch = watchFiles({ files, alone, tell })
  const endRealTime = moves ? async () => {} : runOnRealTime({ clock, ...time })

  const receiveMail = async (mail: IncomingMail) => {
    const rawKey = await stack.mailIn.layDown(mail)
    await alone(stack.drain)
    return rawKey
  }
  const workOffSoon = () =>
    void alone(stack.drain).catch((error: unknown) => eventLog.alarm('drain.failed', { because: String(error) }))
  const parts = { stack, clock, moves, files, eventLog, rehearsals, receiveMail, workOffSoon }
  const issuer = openIdIssuer(
    {
      issuer: `${frontDoor.endpoint}${LOCAL_ISSUER_PATH}`,
      clientId: LOCAL_STAFF_CLIENT,
      clientSecret: async () => undefined,
      prompt: 'login',
    },
    { epochMs: () => Date.now() },
  )
  const pageFailed: StaffSystem['pageFailed'] = (error, at) => eventLog.alarm('page.failed', { ...at, error: String(error) })
  const given = { companyRules, events: log, pageFailed, alone, issuer, url: frontDoor.endpoint }
  const system: LocalSystem = { ...parts, ...localStaffSystem(parts, given) }
  frontDoor.mount(LOCAL_ISSUER_PATH, embeddedProvider(system).handle)
  frontDoor.serve(localServer(system).fetch)
  const smtp = await openSmtp(system, options)
  return {
    ...system,
    url: frontDoor.endpoint,
    smtpPort: smtp?.port ?? null,
    async stop() {
      await frontDoor.stop()
      await smtp?.stop()
      await rehearsals.stop()
      const watchEnds = watch.stop()
      await moves?.stop()
      await watchEnds
      await endRealTime()
      // First finishes the work that was queued before.
      await alone(async () => {})
      sample.close()
      await stack.stop()
      eventLog.close()
      movable?.close()
    },
  }
}

/** A state made on one kind of clock does not continue on the other: its days could lie in the future, or be planned twice. */
function openClock({ folder, clock, startOn }: SystemOptions, zone: string) {
  const known = folder === null ? undefined : readState(folder)
  if (known && known.clock !== clock) {
    const refused = `the state in ${folder} was made with --clock ${known.clock}: start it so again, or begin anew with --fresh`
    return { refused }
  }
  if (folder !== null && !known) writeState(folder, { clock, sample: 'none' })
  const startAt = dayStart(startOn ?? localDateAt(instantOf(Date.now()), zone), zone)
  return { movable: clock === 'real' ? null : openMovableClock({ folder, startAt }) }
}

/** Only into a state without customers, or one whose import was interrupted. */
async function bringSampleIn(
  { folder, clock, sample, tell }: SystemOptions,
  { stack, companyRules, now }: { stack: Stack; companyRules: CompanyRules; now: Instant },
): Promise<void> {
  if (sample === null) return
  const { customers, purchases, consents, ledgers } = stack.stores
  const interrupted = folder !== null && readState(folder)?.sample === 'loading'
  if (!interrupted && (await customers.page({ limit: 1 })).length > 0) return
  const note = (stage: 'loading' | 'loaded') => {
    if (folder !== null) writeState(folder, { clock, sample: stage })
  }
  note('loading')
  tell(`loading the sample company ${companyRules.company.name} …`)
  const loaded = await loadSample(
    { customers, purchases, consents, ledgers },
    {
      tables: sample,
      companyRules,
      now,
      onRows: (read, table) => {
        if (read % 500 === 0) tell(`  ${read} ${table} …`)
      },
    },
  )
  note('loaded')
  tell(`  ${loaded.customers.added} customers and ${loaded.purchases.added} purchases loaded`)
}
