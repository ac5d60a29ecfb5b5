/**
 * The company under torture: servers in this process, functions in others, a clock, its customers and campaigns, and faults on every connection
 * between them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { decodeTag, TAG_NAMES } from '#adapters/ses/tags.ts'
import { events } from '#app/events.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { assembleCompanyRules } from '#core/campaign/company-rules.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { stores } from '#functions/wiring/stores.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { startServers } from '#local/stack/start-servers.ts'
import type { Outage } from '#local/torture/evidence.ts'
import type { FaultCount, FaultRates, JobKind } from '#local/torture/fault-plan.ts'
import { heldBack } from '#local/torture/held-back.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'
import { messageWay } from '#local/torture/message-way.ts'
import type { Plant } from '#local/torture/plants.ts'
import { PAGES, prepare, STAFF_APP } from '#local/torture/prepare.ts'
import { senderWideTrouble } from '#local/torture/sender-wide.ts'
import { sesFaults } from '#local/torture/ses-faults.ts'
import { strikes as strikesOf } from '#local/torture/strikes.ts'
import { startWorkers } from '#local/torture/worker-pool.ts'
import type { WorkerNote, WorkerSetting } from '#local/torture/worker-words.ts'
import { BEGINS } from '#local/torture/world/dates.ts'
import { enterWorld } from '#local/torture/world/enter-world.ts'
import { outcomeRule, type TorturePerson } from '#local/torture/world/people.ts'
import { moveSuppressions, rowsOfBefore } from '#local/torture/world/rows-of-before.ts'
import { LIST_RUNS } from '#local/torture/world/team.ts'

export interface CompanyOptions {
  readonly seed: number
  readonly workers: number
  readonly plant: Plant | null
  readonly people: readonly TorturePerson[]
  readonly campaigns: readonly CampaignDefinition[]
  readonly rates: () => FaultRates
  readonly count: FaultCount
  readonly note: (note: WorkerNote) => void
  readonly killed: (atWork: readonly JobKind[]) => void
  /** The provider refused a mail because of the day's quota. */
  readonly quotaRanOut: (occurrenceId: string) => void
  /** The provider refused one recipient alone: occurrence and customer. */
  readonly refusedAlone: (person: string) => void
  readonly outage: (outage: Outage) => void
  /** The provider reported an address as permanently bad, and the functions have recorded it. */
  readonly recorded: (body: string) => void | Promise<void>
}

export type CompanyUnderTest = Awaited<ReturnType<typeof startCompany>>

export async function startCompany(options: CompanyOptions) {
  const { seed, people, campaigns, rates, count } = options
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-torture-'))
  const { companyFiles, templates } = await prepare({ complaining: people.filter(({ complains }) => complains !== null).length })
  const companyRules = assembleCompanyRules({ ...companyFiles, channels: OUR_CHANNELS })
  const clock = openMovableClock({ folder: null, startAt: BEGINS })
  const held = heldBack()
  const strikes = strikesOf({ chance: keyedChance(`way ${seed}`), rates, count: count.add })
  const { strike, between } = strikes

  const servers = await startServers({
    folder,
    clock,
    sender: companyRules.company.sender,
    plan: async () => way.callPlanner(),
    outcomeRule,
    staffUrl: STAFF_APP,
    listRuns: LIST_RUNS,
    // Real seconds are scarce here: after refusals the senders slow down to a twentieth of the rate, which must still be fast.
    sesQuota: { max24HourSend: 1_000_000, maxSendRate: 20_000 },
    onTheWay: {
      sesEvent: async (event) => way.sesEvent(JSON.stringify(event), event.detail.mail.messageId),
      ses: sesFaults(strikes, {
        putOff: (tags) => options.quotaRanOut(idIn(tags, TAG_NAMES.occurrenceId)),
        refusedAlone: (tags) => options.refusedAlone(`${idIn(tags, TAG_NAMES.occurrenceId)} ${idIn(tags, TAG_NAMES.customerId)}`),
        isDown: senderWideTrouble({
          seed,
          strikes,
          held,
          now: clock.now,
          account: () => servers.mailAccount,
          identity: companyRules.company.sender.toLowerCase(),
          began: options.outage,
        }),
      }),
      schedule: async (deliver) => {
        const ring = async () => {
          await deliver()
          way.look()
        }
        const share = rates().schedule
        if (strike('schedule-failed', share, 9)) throw new Error('the target could not be reached')
        if (strike('schedule-twice', share, 3)) await ring()
        if (!strike('schedule-late', share, 5)) return ring()
        const minutes = between('schedule-late', [1, 50])
        held.until(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString(), ring)
      },
    },
  })
  const way = messageWay({
    sqs: servers.clients.sqs,
    orderQueueUrl: servers.queues.orders.url,
    strikes,
    held,
    now: clock.now,
    recorded: options.recorded,
  })

  const make = stores({ client: servers.clients.dynamo, addressHash })
  const own = {
    campaigns: make.campaigns(LOCAL_TABLES.campaigns),
    words: make.words(LOCAL_TABLES.campaigns),
    customers: make.customers(LOCAL_TABLES.customers, LOCAL_TABLES.finder),
    consents: make.consents(LOCAL_TABLES.consents),
    ledgers: make.ledgers(LOCAL_TABLES.touches),
    occurrences: make.occurrences(LOCAL_TABLES.occurrences),
    budgets: make.budgets(LOCAL_TABLES.budgets),
    touches: make.touches(LOCAL_TABLES.touches),
    work: make.work(LOCAL_TABLES.work, { CUSTOMERS_TABLE: LOCAL_TABLES.customers, TOUCHES_TABLE: LOCAL_TABLES.touches }),
    roster: make.roster(LOCAL_TABLES.staff),
    dayLists: make.dayLists(LOCAL_TABLES.staff),
    events: events({ event: () => {}, alarm: () => {} }),
  }
  await own.customers.put(people.map(({ customer }) => customer))
  const tables = { client: servers.clients.dynamo, suppressionKeys: servers.suppressionKeys }
  await rowsOfBefore(tables, people)
  moveSuppressions(tables, held)
  await enterWorld(own, { people, campaigns, templates })

  const settingFile = join(folder, 'setting.json')
  const { environment } = servers
  writeFileSync(
    settingFile,
    JSON.stringify({ environment, companyFiles, templates, pages: PAGES, plant: options.plant } satisfies WorkerSetting),
  )
  const pool = startWorkers({ ...options, seed: String(seed), size: options.workers, settingFile, rates: rates() })

  return {
    companyRules,
    clock,
    held,
    strikes,
    servers,
    way,
    pool,
    stores: own,
    async stop() {
      await pool.stop()
      await way.settled()
      await servers.stop()
      clock.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Mails to staff have none. */
const Tags = z.array(z.object({ Name: z.string(), Value: z.string() })).default([])

function idIn(tags: unknown, name: string): string {
  const tag = Tags.parse(tags).find(({ Name }) => Name === name)
  return decodeTag(tag?.Value ?? '') ?? ''
}
