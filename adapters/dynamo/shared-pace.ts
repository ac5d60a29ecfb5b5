/**
 * The account's sending rate shared by every sender: each takes its turn of places in time from one line and lets a mail go at each. A sender
 * alone gets the whole rate; ten get it together, a tenth each.
 */
import { paceRow, type TakenTurn } from '#adapters/dynamo/pace-row.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import type { Pace } from '#app/ports/sending.ts'
import { placeMs, placesOfTurn, type Round, UNKNOWN_ROUND } from '#core/planning/pacing.ts'
import { FULL_TEMPO, shareAt, slowed } from '#core/planning/tempo.ts'

export interface SharedPace extends DynamoTable {
  /** The account's mails a second. */
  readonly rate: () => Promise<number>
  /** Milliseconds since 1970, of the real clock: the provider counts real seconds. */
  readonly epochMs: () => number
  readonly sleep: (ms: number) => Promise<void>
}

/** Between two turns of a sender: five writes a second at most. */
const TURN_GAP_MS = 200
/** The next turn is taken so long before the last place passes, or twice what a write took of late, should that be more. */
const LEAD_MS = 200
const LONGEST_LEAD_MS = 1_000
/** What is left of the longest write with each shorter one. */
const FORGET = 0.9
/**
 * A place that nobody used for so long is lost. Used late it crowds the next second, by a fifth at most, which providers tolerate as a burst;
 * lost it costs some of the rate whenever a process stands still for a moment.
 */
const LATE_MS = 200
/** A round longer ago says nothing about who sends now. */
const ROUND_KNOWN_MS = 2_000
/** Places closer than what the row can count are no limit. */
const UNLIMITED_MS = 0.001

interface Waiting {
  readonly grant: (place: number) => void
  readonly fail: (error: unknown) => void
}

export function dynamoSharedPace({ client, tableName, rate, epochMs, sleep }: SharedPace): Pace {
  const row = paceRow({ client, tableName })
  const waiting: Waiting[] = []
  let spare: number[] = []
  let serving = false
  let mayTakeTurn = Promise.resolve()
  let writeMs = 0
  let arrivals = 0
  let last: { readonly turn: number; readonly end: number; readonly at: number } | undefined
  let round = UNKNOWN_ROUND
  let tempo = FULL_TEMPO
  /**
   * By how much the senders' common clock is ahead of this one's: the fastest clock of all is the common one (Lamport's rule). So a sender
   * behind the others' time is neither starved nor too late, and one far ahead takes everybody with it instead of locking them out.
   */
  let ahead = 0
  const now = () => epochMs() + ahead
  const lastSecond = { used: [] as number[], refused: [] as number[] }

  async function serve(): Promise<void> {
    try {
      while (waiting.length > 0) {
        await mayTakeTurn
        const places = await takeTurn()
        const granted = waiting.splice(0, places.length)
        for (const [index, { grant }] of granted.entries()) grant(places[index] ?? now())
        spare = places.slice(granted.length)
      }
    } catch (error) {
      // Nobody sends without a place: each of those who wait hears why there is none.
      for (const { fail } of waiting.splice(0)) fail(error)
    } finally {
      serving = false
    }
  }

  async function takeTurn(): Promise<readonly number[]> {
    const perSecond = await rate()
    const at = now()
    const betweenMs = placeMs({ perSecond, share: shareAt(tempo, at) })
    if (betweenMs < UNLIMITED_MS) return waiting.map(() => at)
    // Those who wait, and as many more as came in such a time before.
    const expected = last ? Math.floor((arrivals * TURN_GAP_MS) / Math.max(TURN_GAP_MS, at - last.at)) : 0
    arrivals = 0
    const count = placesOfTurn({ wanted: waiting.length + expected, betweenMs, round })
    const ended = last !== undefined && last.end < at - betweenMs
    const turn = await row.take({ now: at, betweenMs, count, ended, beginAt: at + writeMs })
    const tookMs = now() - at
    writeMs = Math.max(tookMs, writeMs * FORGET)
    learn(turn, at)
    const leadMs = Math.min(LONGEST_LEAD_MS, Math.max(LEAD_MS, 2 * writeMs))
    mayTakeTurn = sleep(Math.max(0, TURN_GAP_MS - tookMs, turn.end - leadMs - now()))
    // Others may have been slowed down meanwhile: then the time taken holds fewer places.
    const sparser = Math.max(betweenMs, placeMs({ perSecond, share: shareAt(tempo, now()) }))
    const held = Math.max(1, Math.floor((count * betweenMs) / sparser + 1e-6))
    return Array.from({ length: held }, (_, index) => turn.first + index * sparser)
  }

  function learn({ before, end }: TakenTurn, at: number): void {
    round = roundOf(before, at)
    last = { turn: (before?.turns ?? 0) + 1, end, at }
    // Read when the answer is here: that clock was read before, so what it is ahead is never overrated.
    if (before) ahead += Math.max(0, before.clock - now())
    if (before?.tempo && before.tempo.since > tempo.since) tempo = before.tempo
  }

  function roundOf(before: TakenTurn['before'], at: number): Round {
    if (!before || !last || at - last.at > ROUND_KNOWN_MS) return UNKNOWN_ROUND
    return { turns: Math.max(1, before.turns - last.turn + 1), othersMs: Math.max(0, before.end - last.end) }
  }

  function nextPlace(): number | Promise<number> {
    arrivals++
    for (let place = spare.shift(); place !== undefined; place = spare.shift()) if (!isLate(place)) return place
    return new Promise((grant, fail) => {
      waiting.push({ grant, fail })
      if (serving) return
      serving = true
      void serve()
    })
  }

  const isLate = (place: number) => now() - place > LATE_MS

  async function until(place: number): Promise<void> {
    const ms = place - now()
    if (ms > 0) await sleep(ms)
  }

  function recent(times: number[], at: number): number {
    while (times[0] !== undefined && times[0] < at - 1_000) times.shift()
    return times.length
  }

  return {
    async take() {
      const place = await nextPlace()
      await until(place)
      // A process that stood still leaves that place; the second is used in any case, so that a slow machine gets on too.
      if (isLate(place)) await until(await nextPlace())
      lastSecond.used.push(now())
      recent(lastSecond.used, now())
    },
    throttled() {
      const at = now()
      lastSecond.refused.push(at)
      const refused = (recent(lastSecond.refused, at) - 1) / Math.max(1, recent(lastSecond.used, at))
      const slower = slowed(tempo, { at, refused })
      if (slower === tempo) return
      tempo = slower
      spare = []
      // Should the others not hear of it, the provider tells them too.
      row.slow(tempo).catch(() => undefined)
    },
  }
}
