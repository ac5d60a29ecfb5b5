/** Who is told of a case now, in their order, and in which team they are. */
import { type WhoHearsPorts, whoHears } from '#app/sending/who-hears.ts'
import { onCallChanges, teamDayIn } from '#app/staff/team-day.ts'
import type { EscalationLevel } from '#core/campaign/case-terms.ts'
import { isAtHand } from '#core/duty/on-call.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { toldOfCase } from '#core/staff/told-of-case.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'

interface Asked {
  readonly item: Case
  readonly at: Instant
  readonly level: EscalationLevel | null
  readonly isUrgent: boolean
  /** The address of the member of staff who hears in the owner's place while nobody has the case. */
  readonly whileNobodys?: string
}

export interface WhoIsTold {
  readonly team: string | null
  readonly people: readonly StaffMember[]
}

export async function whoIsTold(ports: WhoHearsPorts, { item, at, level, isUrgent, whileNobodys }: Asked): Promise<WhoIsTold> {
  const { zone } = ports.companyRules.company
  const [hears, roster] = [await whoHears(ports, { item, at }), await ports.roster.current()]
  const { team } = hears
  if (!roster || team === null) return { team: null, people: [] }
  const plan = await ports.roster.plan(roster.planId)
  const [date, time] = [localDateAt(at, zone), localTimeAt(at, zone)]
  const day = await teamDayIn(ports, { team, date, roster, plan })
  const known = roster.people.map(({ address }) => address)
  const changes = await onCallChanges(ports, { date, time, today: day?.changes ?? [] })
  const owner = ownerOf(item)
  const hers = owner.is === 'person' ? owner.address : whileNobodys
  const isAtWork = (address: string) =>
    day?.people.some(({ duty }) => duty.address === address && duty.hours.some(({ from, to }) => from <= time && time < to)) ===
    true
  const stillWorks = (address: string) =>
    day?.people.some(({ duty }) => duty.address === address && duty.hours.some(({ to }) => to > time)) === true
  const addresses = toldOfCase({
    roster,
    team,
    owner: hers !== undefined && stillWorks(hers) ? hers : null,
    // A team may begin while the night of the others is not over.
    isAtHand: (address) => isAtWork(address) || isAtHand({ plan, known, changes }, { address, date, time }),
    hears,
    level,
    isUrgent,
  })
  return { team, people: addresses.flatMap((address) => roster.people.find((person) => person.address === address) ?? []) }
}
