/** Runs every night by its schedule: facts of yesterday, then the roll-ups that they belong to, for as long as the function may run. */
import type { Context } from 'aws-lambda'
import { type RollUpNightPorts, rollUpNight } from '#app/numbers/roll-up-night.ts'
import type { Instant } from '#core/time/instant.ts'

/** Time kept for the day, or the periods, that are at work when the time is up. */
const LAST_MS = 3 * 60_000

export const rollUpNightHandler =
  ({ ports, clock }: { ports: RollUpNightPorts; clock: () => Instant }) =>
  async (_event?: unknown, context?: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    await rollUpNight(ports, {
      now: clock(),
      hasTime: () => context === undefined || context.getRemainingTimeInMillis() > LAST_MS,
    })
  }
