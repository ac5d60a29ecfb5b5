/** Opens the courtesy call after a case was handed back down, on the desk of the lead or head who did it, once. */
import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { leadOf } from '#core/staff/lead-of.ts'
import type { Roster, StaffMember } from '#core/staff/roster.ts'
import type { HandedBack } from '#core/work/case/case-event.ts'
import { courtesyCall, lastHandedBack } from '#core/work/courtesy-call.ts'
import { isSameStaff } from '#core/work/event-staff.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { Owner } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'

export interface CourtesyCallPorts {
  readonly work: Pick<WorkStore, 'open'>
  readonly roster: Pick<RosterStore, 'current'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workOpened'>
}

/** Opens none where the customer of the case is not known: staff would have no one to ring. */
export async function openCourtesyCall(ports: CourtesyCallPorts, item: Case): Promise<void> {
  const { customerId } = item
  const event = lastHandedBack(item)
  if (customerId === null || event === undefined) return
  const to = deskFor(item, { event, roster: (await ports.roster.current()) ?? null })
  await openItem(ports, courtesyCall(item, { customerId, event, to }, ports.companyRules))
}

/** The lead or head who handed it back; where an agent did, who answers for their team. */
function deskFor(item: Case, { event, roster }: { readonly event: HandedBack; readonly roster: Roster | null }): Owner {
  const by = roster?.people.find((person) => isSameStaff(event.by, person))
  const mayCare = by?.role === 'lead' || by?.role === 'head'
  const team = by?.team ?? teamOfOwner(ownerOf(item))
  const person: StaffMember | undefined = mayCare ? by : roster && team !== null ? leadOf(roster, team) : undefined
  return person ? { is: 'person', address: person.address, name: person.name, team: person.team } : { is: 'everybody' }
}
