/** A whole torture run: days pass under faults, then the system settles without faults, and the evidence is judged. */
import { HOUR_MS, type Instant, MINUTE_MS } from '#core/time/instant.ts'
import { claimsMade } from '#local/torture/claims-made.ts'
import { watchClosings } from '#local/torture/closings.ts'
import { startCompany } from '#local/torture/company-under-test.ts'
import { arrangeDesk } from '#local/torture/desk/arrange-desk.ts'
import { expectedOccurrences } from '#local/torture/expected.ts'
import { faultRates } from '#local/torture/fault-plan.ts'
import { gatherEvidence } from '#local/torture/gather-evidence.ts'
import { shareOfBlows } from '#local/torture/kill-pace.ts'
import { arrangeOptOuts } from '#local/torture/opt-outs.ts'
import { passingTime } from '#local/torture/passing-time.ts'
import { progressLines } from '#local/torture/progress-lines.ts'
import { leastKills } from '#local/torture/reach.ts'
import type { TortureOptions, TortureReport } from '#local/torture/torture-report.ts'
import { verdictOn } from '#local/torture/verdict.ts'
import { whileAtWork } from '#local/torture/while-at-work.ts'
import { witness } from '#local/torture/witness.ts'
import { CALL_CAMPAIGNS } from '#local/torture/world/call-campaigns.ts'
import { campaignsOf } from '#local/torture/world/campaigns.ts'
import { clockJumps } from '#local/torture/world/clock-jumps.ts'
import { ENDS, FAULTS_END } from '#local/torture/world/dates.ts'
import { peopleOf, type TorturePerson } from '#local/torture/world/people.ts'

/** A run that has not settled by then is judged as it is. */
const SETTLE_MS = 20 * MINUTE_MS

const idsOf = (people: readonly TorturePerson[], address: string) =>
  people.flatMap(({ customer: { customerId, email } }) => (email === address ? [customerId] : []))

export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const { customers, level, seed, minutes, tell } = options
  const began = performance.now()
  const people = peopleOf({ customers, seed })
  const birthdays = people.filter(({ customer, grantsAdvertising }) => grantsAdvertising && customer.birthday?.month === 3).length
  const campaigns = [...campaignsOf({ gifts: Math.ceil(birthdays * 0.7) }), ...CALL_CAMPAIGNS]
  const expected = expectedOccurrences(campaigns, people)

  let rates = faultRates(level, customers)
  const seen = witness()
  const company = await startCompany({
    ...options,
    people,
    campaigns,
    rates: () => rates,
    count: seen.faults,
    killed: seen.killed,
    note: seen.note,
    quotaRanOut: (occurrenceId) => void seen.quotaRanOut.add(occurrenceId),
    refusedAlone: (person) => void seen.refusedAlone.add(person),
    outage: (outage) => void seen.outages.push(outage),
    recorded: (body) =>
      seen.recorded(body, {
        at: company.clock.now(),
        claimedOf: (address) => claimsMade(stores.ledgers, idsOf(people, address)),
      }),
  })
  const { clock, way, pool, servers, stores } = company
  const setUp = performance.now()
  tell(`${customers} customers, ${campaigns.length} campaigns, ${expected.length} dates; faults ${level}, seed ${seed}`)

  const spentMs = () => performance.now() - setUp
  const optedOut = arrangeOptOuts(company, { people, plant: options.plant })
  const desk = arrangeDesk({ company, seed, people, failed: (error) => seen.note({ broken: String(error) }) })
  const closings = watchClosings({ expected, campaigns, occurrences: stores.occurrences })
  const time = passingTime(company, { jumps: level === 'off' ? [] : clockJumps(seed), closings })
  const least = leastKills(options)
  const work = whileAtWork({
    company,
    time,
    shareOfBlows: () => shareOfBlows(rates.killFromOutside, { kills: seen.killsAtWork(), least, spentMs: spentMs(), minutes }),
    setback: seen.setback,
  })
  const progress = progressLines({ tell, figures: () => `${servers.mailbox.count()} mails, ${seen.kills()} kills` })

  function endFaults(): void {
    rates = faultRates('off', customers)
    time.calm()
    pool.setRates(rates)
    tell(
      `no more faults from ${clock.now()}${clock.now() < FAULTS_END ? `: ${minutes} minutes are over before the days are` : ''}`,
    )
  }

  let lookedAt = 0
  async function isOver(now: Instant): Promise<boolean> {
    if (now >= ENDS) return true
    const hour = Math.floor(Date.parse(now) / HOUR_MS)
    if (now <= FAULTS_END || hour === lookedAt) return false
    lookedAt = hour
    return closings.allClosed()
  }

  while (!options.signal?.aborted && spentMs() <= minutes * MINUTE_MS + SETTLE_MS) {
    if (rates.call > 0 && (spentMs() > minutes * MINUTE_MS || clock.now() >= FAULTS_END)) endFaults()
    await time.fireDue()
    way.handOut(pool, work.wake)
    progress(clock.now(), performance.now())
    if (pool.inFlight().length > 0 || !way.isEmpty() || !desk.isQuiet()) await work.tick()
    else if (await isOver(clock.now())) break
    else await time.moveTo(time.nextDue())
  }

  const settled = performance.now()
  tell(`${clock.now()}  the days are over; judging`)
  const faults = level !== 'off'
  const run = {
    faults,
    company,
    workers: options.workers,
    campaigns,
    people,
    expected,
    optedOut,
    graveCases: desk.graveCases,
    closings,
    seen,
    log: desk.log(),
    caseLog: desk.caseLog(),
  }
  const verdict = verdictOn(await gatherEvidence(run))
  await company.stop()
  const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10
  return {
    ...{ seed, customers, level, verdict },
    ...seen.counts(),
    deadMessages: way.dead(),
    seconds: { setUp: seconds(began, setUp), days: seconds(setUp, settled), judging: seconds(settled, performance.now()) },
  }
}
