/** The same rehearsal twice: its base in several parts in step, and day by day as a whole with every letter and touch. */
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import { type ClosedPart, closedTogether, countedOutcomes } from '#app/rehearsal/counted-outcomes.ts'
import { lackingLetters } from '#app/rehearsal/lacking-letters.ts'
import { type PartsInStep, partsInStep } from '#app/rehearsal/parts-in-step.ts'
import { decisionRows } from '#app/rehearsal/rehearsal-report.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { type RehearsalBase, rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'
import { chance } from '#local/sample-company/chance.ts'
import { dayByDay as dayByDayOf } from '#test/support/day-by-day.ts'
import { type RandomBase, randomBase, SEALS, storesOf } from '#test/support/random-base.ts'
import { randomCampaigns, randomRules, randomStaff } from '#test/support/random-campaigns.ts'

export interface RehearsalOfTest {
  readonly base: RandomBase
  readonly accepting: readonly WordedCampaign[]
  readonly companyRules: CompanyRules
  readonly staff: Pick<RehearsalBase, 'roster' | 'dutyBook'>
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Each row with all its columns, sorted; and the balance of each occurrence. */
export interface Rehearsed {
  readonly rows: readonly string[]
  readonly balances: ReadonlyMap<string, Balance | null>
  readonly lacking: readonly unknown[]
}

/** Every tenth base has campaigns of above 2,000 members. */
export async function randomRehearsal(seed: number): Promise<RehearsalOfTest> {
  const luck = chance(seed + 4_000_000)
  const count = seed % 10 === 3 ? luck.between(4_200, 5_200) : luck.between(60, 260)
  const days = seed % 10 === 3 ? 16 : luck.between(20, 40)
  const from = addDays('2027-01-20', luck.between(0, 40))
  return {
    base: await randomBase({ seed, count, from, days }),
    accepting: randomCampaigns({ seed, count, from }),
    companyRules: randomRules(seed),
    staff: await randomStaff(seed),
    from,
    to: addDays(from, days),
  }
}

export async function inParts(order: RehearsalOfTest, count: number, step: PartsInStep = partsInStep(count)): Promise<Rehearsed> {
  const width = PARTITIONS / count
  const rows: string[] = []
  const closed = new Map<string, ClosedPart[]>()
  const lacking = lackingLetters()
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const ports = rehearsalPorts({
        ...(await portsOf(order, (partition) => Math.floor(partition / width) === index)),
        parts: step.part(index),
        watch: lacking.watch,
      })
      await run(order, ports, (occurrence, batches) => {
        rows.push(...rowsOf(order, occurrence, batches))
        closed.set(occurrence.occurrenceId, [
          ...(closed.get(occurrence.occurrenceId) ?? []),
          { occurrence, batches: countedOutcomes(batches) },
        ])
      })
    }),
  )
  const balances = [...closed].map(([id, [first, ...others]]) => {
    if (!first || others.length !== count - 1) throw new Error(`${id}: ${others.length + 1} of ${count} parts closed it`)
    return [id, closedTogether([first, ...others]).occurrence.balance] as const
  })
  return { rows: rows.toSorted(), balances: new Map(balances), lacking: lacking.all() }
}

export async function dayByDay(order: RehearsalOfTest): Promise<Rehearsed> {
  const { accepting, from, to } = order
  const rows: string[] = []
  const balances = new Map<string, Balance | null>()
  const lacking = await dayByDayOf(
    { base: await portsOf(order), accepting, from, to },
    {
      row: (row) => rows.push(JSON.stringify(row)),
      finished: async ({ occurrenceId, balance }) => {
        balances.set(occurrenceId, balance)
      },
    },
  )
  return { rows: rows.toSorted(), balances, lacking }
}

async function portsOf({ base, companyRules, staff }: RehearsalOfTest, isIn?: (partition: number) => boolean) {
  const suppressions = memorySuppressionList()
  for (const each of base.suppressions) await suppressions.add(each)
  return {
    ...(await storesOf(base, isIn)),
    ...staff,
    suppressions,
    doNotCall: memoryDoNotCallList(),
    seals: SEALS,
    companyRules,
    sink: { event: () => {}, alarm: () => {} },
  }
}

type Finished = (
  occurrence: Occurrence,
  batches: Parameters<typeof countedOutcomes>[0] & Parameters<typeof decisionRows>[0]['batches'],
) => void

const run = ({ accepting, from, to }: RehearsalOfTest, ports: Parameters<typeof rehearse>[0], finished: Finished) =>
  rehearse(ports, {
    accepting,
    from,
    to,
    finished: async (occurrence, batches) => finished(occurrence, batches),
    progress: () => {},
  })

function rowsOf(
  { accepting, companyRules }: RehearsalOfTest,
  occurrence: Occurrence,
  batches: Parameters<typeof decisionRows>[0]['batches'],
) {
  const campaign = accepting.find(({ definition }) => definition.id === occurrence.campaignId)?.definition
  if (!campaign) throw new Error(occurrence.campaignId)
  return [...decisionRows({ occurrence, batches, campaign, companyRules })].map((row) => JSON.stringify(row))
}
