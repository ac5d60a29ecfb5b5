/** A case that went up: to whom and since when, who was told of it, and whether one of them has taken it up. */
import type { EscalationLevel } from '#core/campaign/case-terms.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Alerted, Escalated } from '#core/work/case/case-event.ts'
import { movesBetweenLevels } from '#core/work/case/case-standing.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import { isBy } from '#core/work/event-staff.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { History, WorkEvent } from '#core/work/work-event.ts'

export interface Raised {
  readonly to: EscalationLevel
  readonly since: Instant
  /** How often it had gone up before at that very instant: a clock that is moved by hand stands still between two presses. */
  readonly before: number
  /** How it came up. */
  readonly by: Escalated['by']
  /** In the order in which they were told; null once no person was left. */
  readonly told: readonly Alerted['to'][]
  /** When the last of them was told. */
  readonly toldAt: Instant | null
  /** Who took it up first; null while none has. */
  readonly takenUp: { readonly by: EventStaff; readonly at: Instant } | null
}

/** Null where it is not up. */
export function raisedOf(item: History): Raised | null {
  const { events } = item
  const place = events.findLastIndex(movesBetweenLevels)
  const up = events[place]
  if (up?.is !== 'escalated') return null
  const later = events.slice(place + 1)
  const alerts = later.flatMap((event) => (event.is === 'alerted' && event.since === up.at ? [event] : []))
  const told = alerts.map(({ to }) => to)
  const owner = ownerOf({ events: events.slice(0, place + 1) })
  const taken = later.find((event) => takesUp(event, { up, owner, told }))
  return {
    to: up.to,
    since: up.at,
    before: events.slice(0, place).filter(({ is, at }) => is === 'escalated' && at === up.at).length,
    by: up.by,
    told,
    toldAt: alerts.at(-1)?.at ?? null,
    takenUp: taken?.by.is === 'staff' && taken.at !== null ? { by: taken.by, at: taken.at } : null,
  }
}

interface Raising {
  readonly up: Escalated
  readonly owner: ReturnType<typeof ownerOf>
  readonly told: Raised['told']
}

/**
 * Whatever a person does who was told of it. Of others only that they opened it, which is noted of those above (core/staff/waits-for.ts): a colleague who
 * notes a word on it, or takes it over, has not taken it up. Its owner, and who sent it up, know of it anyway and go on as before.
 */
function takesUp(event: WorkEvent, { up, owner, told }: Raising): boolean {
  const { by } = event
  if (by.is !== 'staff') return false
  if (told.some((person) => person !== null && isBy(by, person))) return true
  if (event.is !== 'seen') return false
  if (up.by.is === 'staff' && isBy(up.by, by)) return false
  return !(owner.is === 'person' && isBy(by, owner))
}
