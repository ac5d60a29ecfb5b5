/** Small worlds of facts for checks of figures: few customers, so that the same one answers, complains and buys again. */
import { type DatedFact, FACT_KINDS, type FactKind } from '#core/facts/fact-tables.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { CALL_ENDS, DISPOSITIONS } from '#core/work/disposition.ts'

export type World = { readonly [Kind in FactKind]: readonly DatedFact<Kind>[] }

/** Chance from a seed (mulberry32): the same world each time. */
function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)] as T
  const maybe = <T>(share: number, value: T): T | null => (next() < share ? value : null)
  return { below, oneOf, maybe, is: (share: number) => next() < share }
}
type Chance = ReturnType<typeof chance>

const CAMPAIGNS = ['nps-a', 'nps', 'csat', 'gift', 'check-in'] as const
const KIND_OF: Readonly<Record<string, string | null>> = {
  'nps-a': 'nps',
  nps: 'nps',
  csat: 'csat',
  gift: null,
  'check-in': null,
}
const SCORES: Readonly<Record<string, readonly number[]>> = {
  nps: [0, 3, 6, 7, 8, 9, 10],
  csat: [1, 2, 4, 5],
  ces: [1, 4, 5, 7],
  fcr: [0, 1],
}
const CLASS_OF: Readonly<Record<string, string>> = { gift: 'care', 'check-in': 'care' }

interface Asked {
  readonly from: LocalDate
  readonly days: number
  /** Nothing is written of this day and later ones yet. */
  readonly today: LocalDate
}

/** What happened before today. */
export function randomWorld(seed: number, asked: Asked): World {
  const world = endlessWorld(seed, asked)
  const known = FACT_KINDS.map((kind) => [kind, world[kind].filter(({ day }) => day < asked.today)])
  return Object.fromEntries(known) as World
}

function endlessWorld(seed: number, { from, days }: Asked): World {
  const random = chance(seed)
  const persons = Array.from({ length: 9 }, (_, at) => ({
    person: BigInt(at + 1) * 1_000_003n,
    tier: ['gold', 'silver', null][at % 3] ?? null,
    country: at % 4 === 0 ? 'KH' : 'VN',
  }))
  const nobody = { person: null, tier: null, country: null }
  const day = () => addDays(from, random.below(days))
  const anybody = () => (random.is(0.05) ? nobody : random.oneOf(persons))
  const given = answers(random, { persons, day })
  return {
    touches: distinct(
      repeat(140, () => touch(random, { who: anybody(), day: day() })),
      (row) => `${row.person}|${row.campaign}|${row.day}`,
    ),
    answers: given,
    ratings: given.filter(({ survey_kind }) => survey_kind === 'csi').flatMap((answer) => ratingsOf(random, answer)),
    replies: repeat(12, (at) => ({
      ...anybody(),
      day: day(),
      campaign: random.maybe(0.7, random.oneOf(CAMPAIGNS)),
      reply: BigInt(at),
      happened_at: instant(random, day()),
      reply_kind: random.oneOf(['answer', 'complaint', 'autoReply', 'bounce', 'thanks']),
      themes: someThemes(at),
    })),
    purchases: repeat(30, (at) => ({
      ...anybody(),
      day: day(),
      purchase: BigInt(at),
      units: random.maybe(0.5, 1 + random.below(3)),
      amount: random.maybe(0.8, BigInt(random.below(900_000))),
      currency: 'VND',
    })),
    gifts: repeat(12, (at) => ({
      ...anybody(),
      day: day(),
      campaign: 'gift',
      gift: BigInt(at),
      event: random.oneOf(['issued', 'used']),
      amount: BigInt(50_000 * (1 + random.below(3))),
      currency: random.is(0.9) ? 'VND' : 'USD',
    })),
    work: repeat(36, (at) => item(random, { item: BigInt(at + 7), who: anybody(), opened: day() })).flat(),
    hotline: repeat(14, (at) => ({ ...anybody(), day: day(), caller: BigInt(at % 5), missed: random.is(0.3) })),
  }
}

const repeat = <T>(times: number, make: (at: number) => T): T[] => Array.from({ length: times }, (_, at) => make(at))
function distinct<T>(rows: readonly T[], key: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()]
}

/** Some on the very minute, because rules turn there. */
const instant = (random: Chance, day: LocalDate): string => {
  const [hour, minute, second] = [random.below(24), random.below(4) * 15, random.is(0.5) ? 0 : random.below(60)]
  return `${day}T${two(hour)}:${two(minute)}:${two(second)}.000Z`
}
const two = (number: number): string => String(number).padStart(2, '0')
const later = (at: string, minutes: number): string => new Date(Date.parse(at) + 60_000 * minutes).toISOString()

type Who = { readonly person: bigint | null; readonly tier: string | null; readonly country: string | null }

function touch(random: Chance, { who, day }: { who: Who; day: LocalDate }): DatedFact<'touches'> {
  const campaign = random.oneOf(CAMPAIGNS)
  const outcome = random.oneOf([
    'sent',
    'sent',
    'sent',
    'sent',
    'skipped',
    'withheld',
    'failed',
    'unknown',
    'planned',
    'deferred',
  ])
  const isCall = campaign === 'check-in'
  const isSent = outcome === 'sent'
  return {
    ...who,
    day,
    campaign,
    content_class: CLASS_OF[campaign] ?? 'survey',
    channel: isCall ? 'call' : 'letter',
    team: isCall ? 'care' : null,
    outcome,
    because:
      outcome === 'skipped'
        ? random.oneOf(['opted-out', 'frequency-cap', 'team-full', 'words-missing'])
        : outcome === 'withheld'
          ? random.oneOf(['holdout', 'control-group'])
          : null,
    sent_at: isSent ? instant(random, day) : null,
    delivery:
      isSent && !isCall ? random.oneOf(['delivered', 'delivered', 'bounced', 'complained', 'rejected', 'delayed', null]) : null,
    survey_kind: KIND_OF[campaign] ?? null,
    closes_at: isSent && KIND_OF[campaign] ? `${addDays(day, 30)}T17:00:00.000Z` : null,
    per_thousand: isSent ? BigInt(random.below(3000)) : null,
    currency: isSent ? 'VND' : null,
    ...someDraw({ person: who.person, campaign, day }),
  }
}

function answers(random: Chance, { persons, day }: { persons: readonly Who[]; day: () => LocalDate }): DatedFact<'answers'>[] {
  const responses = repeat(34, () => ({
    who: random.oneOf(persons),
    campaign: random.oneOf(['nps-a', 'nps', 'csat', 'ces', 'fcr', 'csi', 'csi-half']),
    invited_on: day(),
  }))
  return distinct(responses, ({ who, campaign, invited_on }) => `${who.person}|${campaign}|${invited_on}`).flatMap(
    ({ who, campaign, invited_on }) => {
      const kind = KIND_OF[campaign] ?? campaign
      const on = addDays(invited_on, random.below(12))
      const first = instant(random, on)
      return repeat(1 + random.below(3), (no) => ({
        ...who,
        day: on,
        campaign,
        invited_on,
        survey_kind: kind,
        answer_no: no,
        happened_at: later(first, 60 * no),
        score: kind === 'csi' ? null : random.maybe(0.9, random.oneOf(SCORES[kind] ?? [1])),
        suspect: random.is(0.25),
        commented: random.is(0.3),
        via: 'page',
        themes: someThemes(no + (who.person === null ? 0 : Number(who.person % 7n))),
      }))
    },
  )
}

/** Now and then one is skipped. */
const ratingsOf = (
  random: Chance,
  { person, tier, country, day, campaign, invited_on, answer_no }: DatedFact<'answers'>,
): DatedFact<'ratings'>[] =>
  ['overall', 'expected', 'ideal'].map((attribute, at) => ({
    person,
    tier,
    country,
    day,
    campaign,
    invited_on,
    answer_no,
    attribute,
    weight: [2000, 1000, 500][at] ?? 1000,
    score: random.maybe(0.93, 1 + random.below(10)),
  }))

/** To a case; what came up goes down again more often than in life. */
const HAPPENS = [
  'moved',
  'described',
  'described',
  'severity-set',
  'waiting',
  'mailed',
  'escalated',
  'escalated',
  'handed-back',
  'handed-back',
]

/** An item with a history that may hold attempts, promises, a closing, and a second life. */
function item(random: Chance, { item, who, opened }: { item: bigint; who: Who; opened: LocalDate }): DatedFact<'work'>[] {
  const reason = random.oneOf(['complaint', 'request', 'missed-hotline', 'low-score', 'check-in', 'contact', 'question'])
  const kind = ['complaint', 'request', 'question'].includes(reason) ? 'case' : 'call-task'
  // Of files of before nothing is known of a case but when it was opened and closed.
  let severity = kind === 'case' && random.is(0.85) ? random.oneOf(['s1', 's2', 's3', 's4']) : null
  const isTold = severity !== null
  const rows: DatedFact<'work'>[] = []
  let at = instant(random, opened)
  const add = (event: string, more: Partial<DatedFact<'work'>> = {}) => {
    rows.push({
      ...who,
      day: localDay(at),
      item,
      event_no: rows.length,
      event,
      happened_at: at,
      by_staff: event !== 'opened',
      kind,
      reason,
      campaign: reason === 'check-in' ? 'check-in' : null,
      team: random.oneOf(['care', 'care', 'shop', null]),
      score: null,
      way: null,
      disposition: null,
      call_back_at: null,
      seconds: null,
      ended_as: null,
      reached: null,
      not_needed: false,
      solved_at_first: null,
      begin_by: null,
      severity,
      moved_to: null,
      category: null,
      amount: null,
      currency: null,
      themes: someThemes(rows.length + Number(item % 5n)),
      ...more,
    })
    at = later(at, random.oneOf([0, 10, 15, 16, 300, 300, 60 * 24, 60 * 24, 60 * 24 * 6, 60 * 24 * 8]))
  }
  add('opened', { begin_by: later(at, 60) })
  for (let turn = 0; turn < 1 + random.below(8); turn++) {
    if (kind === 'call-task') {
      const disposition = random.oneOf(DISPOSITIONS)
      const promised = disposition === 'call-back' ? later(at, random.oneOf([0, 10, 15, 16, 300, 60 * 24])) : null
      add('attempted', { disposition, way: 'phone', call_back_at: promised })
    } else if (isTold) happens()
    else add('noted')
    if (random.is(0.4)) close()
  }
  return rows

  function happens() {
    const drawn = random.oneOf(HAPPENS)
    const event = drawn === 'waiting' && rows.length % 2 === 0 ? 'compensation-given' : drawn
    const by_staff = event === 'escalated' || event === 'severity-set' ? random.is(0.6) : true
    if (event === 'severity-set') severity = random.oneOf(['s1', 's2', 's3', 's4'])
    // Described as something less grave; nothing is drawn for it.
    else if (event === 'described' && item % 3n === 0n) severity = 's4'
    add(event, {
      by_staff,
      severity,
      moved_to: event === 'moved' ? random.oneOf(['collect', 'propose', 'follow-up', 'follow-up']) : null,
      category: event === 'described' ? random.oneOf(['delivery', 'service']) : null,
      ...(event === 'compensation-given' && { amount: BigInt(35_000 * rows.length), currency: 'VND' }),
    })
  }

  function close() {
    if (isTold && random.is(0.15)) add('merged')
    const reached = random.maybe(0.8, random.is(0.6))
    add('closed', {
      ended_as: kind === 'call-task' ? random.oneOf(CALL_ENDS) : null,
      reached,
      not_needed: reached === false && random.is(0.3),
      solved_at_first: someMark(rows.length + Number(item % 7n)),
    })
    if (random.is(0.5)) add('reopened')
  }
}

/** Beside chance: worlds of before stay the same. */
const someThemes = (at: number): string | null => ['', 'late', 'late packaging', null, 'price'][at % 5] ?? null

const someMark = (at: number): boolean | null => [true, null, false, true, null][at % 5] ?? null

const localDay = (at: string): LocalDate => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10)

/** Beside chance too. Days of before kept none, and on the 20th the company drew another control group. */
function someDraw({
  person,
  campaign,
  day,
}: {
  readonly person: bigint | null
  readonly campaign: string
  readonly day: LocalDate
}) {
  if (person === null || day < '2027-01-06') return { drawn: null, draws_care: null }
  const at = Number(person % 9n)
  const isAlone = at % 4 === (day < '2027-01-20' ? 0 : 1)
  const drawn = isAlone ? 'control-group' : (at + campaign.length) % 3 === 0 ? 'holdout' : 'contact'
  return { drawn, draws_care: campaign !== 'csat' }
}
