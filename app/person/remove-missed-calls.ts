/** What only the number leads to: missed calls from when it belonged to no customer, and that it rang the hotline. */
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { NumberNames } from '#app/ports/secrets.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { ContactPoint } from '#core/channel/channel.ts'
import { type Channels, spokenChannel } from '#core/channel/channel.ts'

interface Ports {
  readonly work: Pick<WorkStore, 'ofNumber' | 'remove'>
  readonly hotlineCallers: Pick<HotlineCallers, 'forget'>
  readonly seals: NumberNames
  readonly companyRules: { readonly channels: Channels }
}

/** Harmless when repeated. */
export async function removeMissedCalls(
  { work, hotlineCallers, seals, companyRules }: Ports,
  points: readonly ContactPoint[],
): Promise<void> {
  const { kind } = spokenChannel(companyRules.channels).contactPoint
  for (const point of points) {
    if (point.kind !== kind) continue
    for (const { workId } of await work.ofNumber(point.value)) await work.remove(workId)
    await hotlineCallers.forget(seals.numberName(point.value))
  }
}
