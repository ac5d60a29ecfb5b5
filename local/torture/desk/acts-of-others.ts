/** What a lead and the head of care do in the staff app: a colleague is ill for the day, and a customer is erased. */
import { makeDayList } from '#app/desk/make-day-list.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import type { DataSearch } from '#app/ports/person.ts'
import { changeDuty } from '#app/staff/change-duty.ts'
import type { ActDone, DeskAct } from '#local/torture/desk/acts.ts'
import type { DeskSystem } from '#local/torture/desk/desk-system.ts'

type Of<Name extends DeskAct['act']> = Extract<DeskAct, { act: Name }>

/** As the page of the team does it: the list of the day is made again at once. */
export async function noteIll(
  { stores, companyRules, events, clock }: DeskSystem,
  { lead, address, date }: Of<'note-ill'>,
): Promise<ActDone> {
  const wanted = { is: 'away', because: 'ill' } as const
  const changed = await changeDuty({ ...stores, companyRules }, { wanted, address, date, seen: 0, by: lead, at: clock() })
  if ('refused' in changed) throw new Error(`the illness of a colleague was refused: ${changed.refused}`)
  const ports = { ...stores, lists: stores.dayLists, companyRules, events }
  await makeDayList(ports, { team: lead.team, date, at: clock(), which: 'again' })
  return 'done'
}

/** The staff app erases by keys and indexes alone. */
const NO_SEARCH: DataSearch = {
  async *find() {},
}

export async function erase({ stores, events, clock }: DeskSystem, { customerId, as }: Of<'erase'>): Promise<ActDone> {
  const erased = await erasePerson({ ...stores, search: NO_SEARCH, events }, { customerId, as, at: clock() })
  return erased?.isFinished === false ? null : 'done'
}
