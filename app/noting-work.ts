/** Notes the days of an item's new events before it is written: staff enter contacts of days before, and a history of calls is read later. */
import type { NoteLate } from '#app/note-late.ts'
import type { BesideWriting } from '#app/writing-work.ts'
import { changedEvents } from '#core/work/changed-events.ts'

export const notingDays =
  (noteLate: NoteLate): BesideWriting =>
  async (item, before) => {
    await noteLate({ instants: changedEvents(item, before).flatMap(({ at }) => at ?? []) })
    return undefined
  }
