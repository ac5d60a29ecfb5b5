/** Missed calls from a number that belonged to no customer when they came in, and does now: only the number leads to them. */
import type { WorkStore } from '#app/ports/work.ts'
import type { ContactPoint } from '#core/channel/channel.ts'
import { type Channels, spokenChannel } from '#core/channel/channel.ts'

interface Ports {
  readonly work: Pick<WorkStore, 'ofNumber' | 'remove'>
  readonly companyRules: { readonly channels: Channels }
}

/** Harmless when repeated. */
export async function removeMissedCalls({ work, companyRules }: Ports, points: readonly ContactPoint[]): Promise<void> {
  const { kind } = spokenChannel(companyRules.channels).contactPoint
  for (const point of points) {
    if (point.kind !== kind) continue
    for (const { workId } of await work.ofNumber(point.value)) await work.remove(workId)
  }
}
