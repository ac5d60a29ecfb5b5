/** Woken every night by its schedule: deletes personal data whose time is over. */
import { type PurgePorts, purgeExpired } from '#app/purge-expired.ts'
import type { Instant } from '#core/time/instant.ts'

export const purgeExpiredHandler =
  ({ ports, clock }: { ports: PurgePorts; clock: () => Instant }) =>
  async (): Promise<void> => {
    await purgeExpired(ports, clock())
  }
