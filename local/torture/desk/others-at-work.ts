/** What happens at the desk beside calls: an agent is ill on the Tuesday, and on that morning customers are erased, some with an agreed call-back. */
import type { Instant } from '#core/time/instant.ts'
import type { DeskAct } from '#local/torture/desk/acts.ts'
import { dateAt } from '#local/torture/desk/agent-habits.ts'
import type { AgentsParts } from '#local/torture/desk/agents.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'
import { CALLERS } from '#local/torture/world/team.ts'

/** Ten past eight in the team's day: the list has been made, and nobody was rung. */
const ILL_AT: Instant = '2027-03-30T01:10:00.000Z'
/** How often the page is asked before the run gives up. */
const PRESSES = 40

export function arrangeOthers({
  ask,
  noted,
  now,
  held,
  atWork,
  people,
}: Pick<AgentsParts, 'ask' | 'noted' | 'now' | 'held' | 'atWork'> & { readonly people: readonly TorturePerson[] }): void {
  const [ill] = CALLERS
  const lead = CALLERS.find(({ role }) => role === 'lead')
  if (!ill || !lead) throw new Error('the team has no lead, or nobody else')

  async function insist(act: DeskAct): Promise<void> {
    for (let press = 0; press < PRESSES; press++) if ((await ask(act)) === 'done') return
    throw new Error(`${act.act} was never done`)
  }

  held.until(ILL_AT, () => {
    void atWork.run(() => insist({ act: 'note-ill', lead, address: ill.address, date: dateAt(now()) }))
  })
  for (const { customer, erasedAt } of people) {
    if (erasedAt === null) continue
    const { customerId } = customer
    const as = `erased-${customerId}`
    held.until(erasedAt, () => {
      noted.erases(customerId, as)
      void atWork.run(async () => {
        await insist({ act: 'erase', customerId, as })
        noted.erased(customerId, now())
      })
    })
  }
}
