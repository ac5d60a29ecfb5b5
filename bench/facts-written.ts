/**
 * Facts of a year of 20 million touches, written day by day to a folder on disk: how many a second, and how many bytes a touch. The rows themselves are
 * made before the clock runs. The seconds of the processor tell the speed also where other work takes the machine. One campaign of calls and one survey are among five; a million customers, each with a random number of 64 bits.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { factKey } from '#adapters/parquet/layout.ts'
import { type Fact, NO_FACTS } from '#core/facts/fact-tables.ts'
import { plusMs } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

const TOUCHES_A_DAY = 54_800
const DAYS = 365
const FIRST_DAY = '2027-01-01'
const PEOPLE = 1_000_000
const BAR = { perSecond: 100_000, bytes: 30 }

/** Numbers that nobody could compress, and the same in every run (SplitMix64, Steele et al. 2014). */
function splitMix(seed: bigint): () => bigint {
  let state = seed
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    let mixed = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n)
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn)
    return BigInt.asIntN(64, mixed ^ (mixed >> 31n))
  }
}

const CAMPAIGNS = ['birthday-gift', 'purchase-anniversary', 'after-delivery', 'nps-quarter', 'service-call'] as const
const TIERS = ['gold', 'silver', 'standard', null] as const

function touch(n: number, { day, persons, chance }: { day: LocalDate; persons: BigInt64Array; chance: number }): Fact<'touches'> {
  const campaign = CAMPAIGNS[n % CAMPAIGNS.length] ?? CAMPAIGNS[0]
  const [isCall, isSurvey] = [campaign === 'service-call', campaign === 'nps-quarter']
  const skipped = chance % 12 === 0
  const erased = chance % 200 === 1
  const who = chance % PEOPLE
  return {
    person: erased ? null : (persons[who] ?? null),
    tier: erased ? null : (TIERS[who % TIERS.length] ?? null),
    country: erased ? null : 'VN',
    campaign,
    content_class: isSurvey ? 'survey' : 'care',
    channel: isCall ? 'call' : 'email',
    team: isCall ? 'care-hcm' : null,
    outcome: skipped ? 'skipped' : 'sent',
    because: skipped ? (chance % 36 === 0 ? 'frequency-cap' : 'no-consent') : null,
    sent_at: skipped ? null : plusMs(`${day}T02:00:00.000Z`, chance % 14_400_000),
    delivery: skipped || isCall ? null : chance % 70 === 0 ? 'bounced' : 'delivered',
    survey_kind: isSurvey ? 'nps' : null,
    closes_at: isSurvey && !skipped ? `${addDays(day, 14)}T16:59:59.999Z` : null,
    per_thousand: isCall ? 1_850_000n : 2_540n,
    currency: 'VND',
    drawn: erased ? null : who % 20 === 0 ? 'control-group' : who % 20 === n % 20 ? 'holdout' : 'contact',
    draws_care: erased ? null : !isCall,
  }
}

export async function factsWritten(days = DAYS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-facts-'))
  const facts = parquetFactStore(factFolder(folder))
  const random = splitMix(2027n)
  const persons = BigInt64Array.from({ length: PEOPLE }, random)
  const total = { touches: 0, ms: 0, cpuMs: 0, bytes: 0, resident: 0 }
  try {
    for (let n = 0; n < days; n++) {
      const day = addDays(FIRST_DAY, n)
      const touches = Array.from({ length: TOUCHES_A_DAY }, (_, at) =>
        touch(at, { day, persons, chance: Number(BigInt.asUintN(48, random())) }),
      )
      const [began, cpu] = [performance.now(), process.cpuUsage()]
      await facts.write(day, { ...NO_FACTS, touches })
      total.ms += performance.now() - began
      const { user, system } = process.cpuUsage(cpu)
      total.cpuMs += (user + system) / 1e3
      total.touches += touches.length
      total.bytes += statSync(join(folder, factKey('touches', day))).size
      total.resident = Math.max(total.resident, process.memoryUsage.rss())
    }
    print(total)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print({
  touches,
  ms,
  cpuMs,
  bytes,
  resident,
}: Readonly<Record<'touches' | 'ms' | 'cpuMs' | 'bytes' | 'resident', number>>): void {
  const [perSecond, each] = [(touches / ms) * 1e3, bytes / touches]
  console.log('touches | seconds | CPU s | a second | a CPU second | bytes a touch | MB on disk | most memory, MB')
  const seconds = [(ms / 1e3).toFixed(1), (cpuMs / 1e3).toFixed(1), perSecond.toFixed(0), ((touches / cpuMs) * 1e3).toFixed(0)]
  console.log([touches, ...seconds, each.toFixed(1), (bytes / 1e6).toFixed(0), (resident / 1e6).toFixed(0)].join(' | '))
  console.log(`bar: ${BAR.perSecond} a second, ${BAR.bytes} bytes a touch`)
}
