/** Who works on the days of a rehearsal: as the folder's staff.json says; for stored customers as it is in force, with what leads changed. */
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import type { WrittenRoster } from '#core/staff/roster.ts'
import { instantOf } from '#core/time/instant.ts'
import type { RehearsedStaff } from '#local/rehearsal/part.ts'

/** Where no roster is in force yet, that of the folder is taken. */
export async function rehearsedStaff(
  written: WrittenRoster | undefined,
  stored: { readonly staff: Pick<RehearsedStaff, 'roster'>; readonly dutyBook: RehearsedStaff['dutyBook'] } | undefined,
): Promise<RehearsedStaff> {
  if (stored && (await stored.staff.roster.current())) return { roster: stored.staff.roster, dutyBook: stored.dutyBook }
  const roster = memoryRosterStore()
  if (written)
    await roster.publish(
      { people: written.people, version: 1, publishedAt: instantOf(0), publishedBy: 'a rehearsal' },
      written.plan,
    )
  return { roster, dutyBook: memoryDutyBook() }
}
