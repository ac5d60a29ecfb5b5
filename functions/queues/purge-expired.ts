/** Runs every night by its schedule: deletes expired personal data, for as long as the function may run. */
import type { Context } from 'aws-lambda'
import { type PurgePorts, purgeExpired } from '#app/retention/purge-expired.ts'
import type { Instant } from '#core/time/instant.ts'

/** Time kept for the steps still running when the time is up, and for the proof. */
const LAST_MS = 30_000

export const purgeExpiredHandler =
  ({ ports, clock }: { ports: PurgePorts; clock: () => Instant }) =>
  async (_event?: unknown, context?: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    await purgeExpired(ports, clock(), () => context === undefined || context.getRemainingTimeInMillis() > LAST_MS)
  }
