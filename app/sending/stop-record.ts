/** The record of a stop, changed by many senders: read, changed and written again until no other sender was quicker. */
import type { SendingStops, StopRecord } from '#app/ports/sending.ts'

/** Others write the record too; each loss means that it was just made or changed. */
const WRITE_TRIES = 8

/** `next` answers the record as it is to be, or undefined to leave it: then there is no `after`. */
export async function changeRecord(
  stops: SendingStops,
  next: (stored: StopRecord) => Omit<StopRecord, 'version'> | undefined,
): Promise<{ readonly before: StopRecord; readonly after?: StopRecord }> {
  for (let attempt = 0; attempt < WRITE_TRIES; attempt++) {
    const before = await stops.current()
    const changed = next(before)
    if (changed === undefined) return { before }
    const after = { ...changed, version: before.version + 1 }
    if ((await stops.put(after)) === 'written') return { before, after }
  }
  throw new Error('the record of a stop was changed by others all the time')
}

/** For what the next look mends, should it not be written. */
export const putIfPossible = (stops: SendingStops, record: StopRecord): Promise<'written' | 'lost'> =>
  stops.put(record).catch(() => 'lost')
