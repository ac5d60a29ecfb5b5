/**
 * Shares the account's sending rate among all senders: each takes places in time from one line and sends a mail at each place. One sender alone gets
 * the whole rate; ten senders get a tenth each.
 */
import { paceRow, type TakenTurn } from '#adapters/dynamo/pace-row.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import type { Pace } from '#app/ports/sending.ts'
import { placeMs, placesOfTurn, type Round, UNKNOWN_ROUND } from '#core/planning/pacing.ts'
import { FULL_TEMPO, shareAt, slowed } from '#core/planning/tempo.ts'

export interface SharedPace extends DynamoTable {
  /** The account's mails per second. */
  readonly rate: () => Promise<number>
  /** Milliseconds since 1970, of the real clock: the provider counts real seconds. */
  readonly epochMs: () => number
  readonly sleep: (ms: number) => Promise<void>
}

/** Between two turns of a sender: five writes a second at most. */
const TURN_GAP_MS = 200
/** The next turn is taken this long before the last place passes, or twice the recent time of a write, if that is longer. */
const LEAD_MS = 200
const LONGEST_LEAD_MS = 1_000
/** The share of the longest write time that each shorter write keeps. */
const FORGET = 0.9
/**
 * A place unused for this long is lost. Used late it would crowd the next second, by a fifth at most, which providers tolerate as a burst. Losing it
 * costs some of the rate whenever a process stalls for a moment.
 */
const LATE_MS = 200
/** An older round tells nothing about which senders are active now. */
const ROUND_KNOWN_MS = 2_000
/** Places closer than the row can count mean no limit. */
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
   * How far the senders' common clock is ahead of this one's: the fastest clock of all is the common one (Lamport's rule). A sender behind the common
   * time is neither starved nor too late. A sender far ahead moves the common time instead of locking the others out.
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
      // Without a place no mail is sent: each waiting mail gets the reason.
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
    // The mails that wait, and as many more as came in an equal time before.
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
    // Other senders may have slowed the tempo meanwhile: then the time taken holds fewer places.
    const sparser = Math.max(betweenMs, placeMs({ perSecond, share: shareAt(tempo, now()) }))
    const held = Math.max(1, Math.floor((count * betweenMs) / sparser + 1e-6))
    return Array.from({ length: held }, (_, index) => turn.first + index * sparser)
  }

  function learn({ before, end }: TakenTurn, at: number): void {
    round = roundOf(before, at)
    last = { turn: (before?.turns ?? 0) + 1, end, at }
    // Read after the answer arrived: the row's clock was read earlier, so its lead is never overestimated.
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
      // A stalled process gives up that place. It uses the second one in any case, so that a slow machine makes progress too.
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
      // If the other senders do not learn of it, the provider throttles them too.
      row.slow(tempo).catch(() => undefined)
    },
  }
}
