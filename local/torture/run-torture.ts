/** A torture run from beginning to end: days pass while everything goes wrong, then it settles, and the evidence is judged. */
import { setTimeout as pause } from 'node:timers/promises'
import { withdrawConsent } from '#app/withdraw-consent.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { readBudgets, readMails, readOccurrences, readVouchers } from '#local/torture/collect-evidence.ts'
import { type CompanyUnderTest, startCompany } from '#local/torture/company-under-test.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { campaignFacts, expectedOccurrences, personFacts } from '#local/torture/expected.ts'
import { type FaultKind, type FaultLevel, faultCount, faultRates } from '#local/torture/fault-plan.ts'
import type { Plant } from '#local/torture/plants.ts'
import { type Verdict, verdictOn } from '#local/torture/verdict.ts'
import { campaignsOf, clockJumps, ENDS, HOUSE_CHANGES, peopleOf } from '#local/torture/world.ts'

export interface TortureOptions {
  readonly customers: number
  readonly level: FaultLevel
  readonly seed: number
  /** Real minutes after which nothing goes wrong any more and everything settles. */
  readonly minutes: number
  readonly plant: Plant | null
  readonly workers: number
  readonly tell: (line: string) => void
  readonly signal?: AbortSignal
}

export interface TortureReport {
  readonly seed: number
  readonly customers: number
  readonly level: FaultLevel
  readonly kills: number
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>
  readonly alarms: Readonly<Record<string, number>>
  /** What the functions could not do at once, by the beginning of its text. */
  readonly setbacks: Readonly<Record<string, number>>
  readonly deadMessages: number
  readonly seconds: { readonly setUp: number; readonly days: number; readonly judging: number }
  readonly verdict: Verdict
}

/** A run that does not come to an end by then is judged as it stands. */
const SETTLE_MS = 20 * MINUTE_MS
/** The last date still has its closing before it; by then whatever is open must be able to settle in peace. */
const FAULTS_END: Instant = '2027-03-31T06:00:00.000Z'
const TICK_MS = 40
/** The clock goes on while senders are at work, but no sender works for longer than a function may run. */
const STEP_MS: readonly [number, number] = [400, 2_500]
const LONGEST_SENDING_MS = 150_000
/** Real time: a function that hangs is ended, as Lambda would. */
const HANGING_MS = 60_000

export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const { customers, level, seed, minutes, tell } = options
  const began = performance.now()
  const people = peopleOf({ customers, seed })
  const birthdays = people.filter(({ customer, grantsAdvertising }) => grantsAdvertising && customer.birthday?.month === 3).length
  const campaigns = campaignsOf({ gifts: Math.ceil(birthdays * 0.7) })
  const expected = expectedOccurrences(campaigns, people)

  const count = faultCount()
  const alarms = new Map<string, number>()
  const setbacks = new Map<string, number>()
  const knownBadSince = new Map<string, Instant>()
  const quotaRanOut = new Set<string>()
  const openAtClose: { occurrenceId: string; customerId: string }[] = []
  let rates = faultRates(level, customers)
  let kills = 0
  const more = (counts: Map<string, number>, word: string) => void counts.set(word, (counts.get(word) ?? 0) + 1)

  const company: CompanyUnderTest = await startCompany({
    ...options,
    people,
    campaigns,
    rates: () => rates,
    count,
    killed: () => void kills++,
    note: (note) => {
      if ('fault' in note) count.add(note.fault)
      else if ('alarm' in note) more(alarms, note.alarm)
      else more(setbacks, note.broken.replaceAll(/[\d.]{2,}[^ ]*|t-\d+/g, '…').slice(0, 90))
    },
    quotaRanOut: (occurrenceId) => void quotaRanOut.add(occurrenceId),
    recorded: (body) => {
      const bad = badAddressIn(body)
      if (bad !== undefined && !knownBadSince.has(bad)) knownBadSince.set(bad, company.clock.now())
    },
  })
  const { clock, held, way, pool, strikes, servers, stores } = company
  const setUp = performance.now()
  tell(`${customers} customers, ${campaigns.length} campaigns, ${expected.length} dates; faults ${level}, seed ${seed}`)

  const optedOutAt = new Map<string, Instant>()
  for (const { customer, optsOutAt } of people) {
    if (optsOutAt === null) continue
    held.until(optsOutAt, async () => {
      for (const purpose of PURPOSES) {
        const at = clock.now()
        await withdrawConsent(stores, { customerId: customer.customerId, purpose, at, source: 'one-click', evidence: optsOutAt })
      }
      optedOutAt.set(customer.customerId, clock.now())
    })
  }

  const closings = expected.map(({ occurrenceId, campaignId, date }) => {
    const grace = campaigns.find(({ id }) => id === campaignId)?.graceDays ?? 0
    // The last zone has left the date twelve hours after UTC, and the provider has six hours more for its last words.
    return { occurrenceId, at: plusMs(`${date}T00:00:00.000Z`, (grace + 1) * DAY_MS + 18 * HOUR_MS) }
  })
  const jumps = level === 'off' ? [] : [...clockJumps(seed)]
  let wake = () => {}
  let stepped = performance.now()

  /** Just before a date is closed, everyone in it must have been looked at by a sender. */
  async function lookBeforeClosing(): Promise<void> {
    for (let index = closings.findIndex(({ at }) => at <= clock.now()); index >= 0; ) {
      const [closing] = closings.splice(index, 1)
      const recently = plusMs(clock.now(), -2 * HOUR_MS)
      for (const { dueAt, recipients } of await stores.occurrences.batches(closing?.occurrenceId ?? '')) {
        if (dueAt > recently) continue
        for (const { customerId, outcome } of recipients) {
          if (outcome.state === 'planned' || (outcome.state === 'deferred' && outcome.until < recently))
            openAtClose.push({ occurrenceId: closing?.occurrenceId ?? '', customerId })
        }
      }
      index = closings.findIndex(({ at }) => at <= clock.now())
    }
  }

  async function moveTo(target: Instant): Promise<void> {
    const jump = jumps.find(({ from }) => from <= target)
    if (jump) {
      jumps.splice(jumps.indexOf(jump), 1)
      strikes.count(jump.fault)
      if (pool.inFlight().length > 0) await pool.killAll()
      if (jump.to > clock.now()) clock.moveTo(jump.to)
    } else if (target > clock.now()) clock.moveTo(target)
    pool.setClock(clock.now())
  }

  async function fireDue(): Promise<void> {
    await lookBeforeClosing()
    const now = clock.now()
    for (const engine of Object.values(servers.engines)) if ((engine.nextDue() ?? '9') <= now) await engine.fireDue(now)
    await held.release(now)
    await way.receive()
  }

  const nextDue = (): Instant =>
    [...Object.values(servers.engines).map((engine) => engine.nextDue()), held.next()].reduce<Instant>(
      (first, due) => (due !== undefined && due < first ? due : first),
      ENDS,
    )

  async function whileAtWork(): Promise<void> {
    await Promise.race([new Promise<void>((resolve) => (wake = resolve)), pause(TICK_MS)])
    const inFlight = pool.inFlight()
    if (inFlight.some(({ since }) => performance.now() - since > HANGING_MS)) {
      more(setbacks, 'a function hung and was ended')
      await pool.killAll()
      return
    }
    if (performance.now() - stepped < TICK_MS) return
    stepped = performance.now()
    if (
      strikes.strike('kill-from-outside', rates.killFromOutside, 150) &&
      !pool.killOne(strikes.between('kill-from-outside', [0, 9]))
    )
      tell('nobody was at work when somebody was to be killed')
    const sending = inFlight.filter(({ job }) => job.kind === 'batches')
    const now = clock.now()
    if (sending.length === 0 || sending.some(({ job }) => job.now < plusMs(now, -LONGEST_SENDING_MS))) return
    const step = plusMs(now, strikes.between('step', STEP_MS))
    const due = nextDue()
    await moveTo(due > now && due < step ? due : step)
  }

  const allClosed = async () =>
    (await Promise.all(expected.map(({ occurrenceId }) => stores.occurrences.get(occurrenceId)))).every(
      (occurrence) => occurrence?.state === 'closed',
    )

  let told = performance.now()
  let lookedOn: Instant = ''
  for (;;) {
    if (options.signal?.aborted) break
    const spent = performance.now() - setUp
    if (rates.call > 0 && (spent > minutes * MINUTE_MS || clock.now() >= FAULTS_END)) {
      rates = faultRates('off', customers)
      jumps.length = 0
      pool.setRates(rates)
      tell(`no more faults from ${clock.now()}`)
    }
    if (spent > minutes * MINUTE_MS + SETTLE_MS) break
    await fireDue()
    way.handOut(pool, () => wake())
    if (performance.now() - told > 15_000) {
      told = performance.now()
      tell(`${clock.now()}  ${servers.mailbox.count()} mails, ${kills} kills`)
    }
    if (pool.inFlight().length > 0 || !way.isEmpty()) await whileAtWork()
    else {
      const hour = clock.now().slice(0, 13)
      if (clock.now() > FAULTS_END && hour !== lookedOn) {
        lookedOn = hour
        if (await allClosed()) break
      }
      if (clock.now() >= ENDS) break
      await moveTo(nextDue())
    }
  }

  const settled = performance.now()
  tell(`${clock.now()}  the days are over; judging`)
  const evidence: Evidence = {
    faults: level !== 'off',
    campaigns: campaigns.map((campaign) =>
      campaignFacts(campaign, { companyHours: company.house.company.hours, mailPerThousand: mailPrice(company) }),
    ),
    expected,
    people: personFacts(people, optedOutAt),
    mails: readMails(servers.mailbox),
    occurrences: await readOccurrences(stores.occurrences, expected),
    openAtClose,
    knownBadSince,
    quotaRanOut,
    vouchers: await readVouchers(servers.clients.dynamo),
    budgets: await readBudgets(
      stores.budgets,
      campaigns.map(({ id }) => id),
    ),
    caps: HOUSE_CHANGES.frequencyCaps,
  }
  const verdict = verdictOn(evidence)
  await company.stop()
  const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10
  return {
    ...{ seed, customers, level, kills, verdict },
    faults: Object.fromEntries(count.counts),
    alarms: Object.fromEntries(alarms),
    setbacks: Object.fromEntries(setbacks),
    deadMessages: way.dead(),
    seconds: { setUp: seconds(began, setUp), days: seconds(setUp, settled), judging: seconds(settled, performance.now()) },
  }
}

const mailPrice = ({ house }: CompanyUnderTest): number =>
  house.prices.prices.find(({ item }) => item === 'email')?.perThousand.amount ?? 0

function badAddressIn(body: string): string | undefined {
  const { detail } = JSON.parse(body)
  const bad = detail.eventType === 'Complaint' || (detail.eventType === 'Bounce' && detail.bounce.bounceType === 'Permanent')
  return bad ? detail.mail.destination[0] : undefined
}
