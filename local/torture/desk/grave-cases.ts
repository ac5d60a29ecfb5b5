/** Customers who tell of something grave while mails go out and calls are made: staff open a case, and close it later or never. */
import { closeWork } from '#app/desk/close-work.ts'
import { openToldCase } from '#app/desk/open-told-case.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { idOfToldCase } from '#core/work/told-case.ts'
import { claimsMade } from '#local/torture/claims-made.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import type { ActDone, DeskAct } from '#local/torture/desk/acts.ts'
import type { AgentsParts } from '#local/torture/desk/agents.ts'
import type { DeskSystem } from '#local/torture/desk/desk-system.ts'
import type { GraveCase } from '#local/torture/evidence.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'
import { CALLERS } from '#local/torture/world/team.ts'

/** The form that opens it. */
export const GRAVE = 'grave'
/** Words of the gravest severity, whatever the company's policy of cases adds. */
const NOTE = 'khách uống trà xong phải nhập viện'
/** How often a form is sent before the run gives up. */
const PRESSES = 40

type CaseAct = Extract<DeskAct, { act: 'open-case' | 'close-case' }>

/** The staff app's side. A request and no complaint: that one would interrupt a lead besides. */
export async function openCase(
  { stores, companyRules, events, clock }: DeskSystem,
  { agent, customerId }: CaseAct,
): Promise<ActDone> {
  const { name: by, address } = agent
  const told = { caseId: GRAVE, customerId, what: 'request', note: NOTE, call: null, by, address, at: clock() } as const
  const opened = await openToldCase({ ...stores, companyRules, events }, told)
  if ('refused' in opened) throw new Error(`a grave case was refused: ${opened.refused}`)
  return 'done'
}

export async function closeCase(
  { stores, companyRules, events, clock }: DeskSystem,
  { agent, customerId }: CaseAct,
): Promise<ActDone> {
  const { name: by, address } = agent
  const workId = idOfToldCase({ caseId: GRAVE, customerId })
  const done = { workId, note: 'đã xong', reached: 'not-needed', by, address, at: clock() } as const
  const closed = await closeWork({ ...stores, companyRules, events }, done)
  // Another press of the same form was quicker.
  if ('refused' in closed && closed.refused !== 'already-closed')
    throw new Error(`closing a grave case was refused: ${closed.refused}`)
  return 'done'
}

/** The customers' side: when each case was surely open, what had been claimed by then, and when its closing began. */
export function arrangeGraveCases({
  ask,
  now,
  held,
  atWork,
  people,
  ledgers,
}: Pick<AgentsParts, 'ask' | 'now' | 'held' | 'atWork'> & {
  readonly people: readonly TorturePerson[]
  readonly ledgers: CompanyUnderTest['stores']['ledgers']
}): ReadonlyMap<string, GraveCase> {
  const cases = new Map<string, GraveCase>()
  const agent: StaffMember | undefined = CALLERS[0]
  if (!agent) throw new Error('the team has no agent')

  async function insist(act: DeskAct): Promise<void> {
    for (let press = 0; press < PRESSES; press++) if ((await ask(act)) === 'done') return
    throw new Error(`${act.act} was never done`)
  }

  for (const { customer, complains } of people) {
    if (complains === null) continue
    const { customerId } = customer
    let opening = Promise.resolve()
    held.until(complains.at, () => {
      cases.set(customerId, { opened: null, closingFrom: null })
      opening = atWork.run(async () => {
        await insist({ act: 'open-case', agent, customerId })
        const opened = { at: now(), claimedBefore: await claimsMade(ledgers, [customerId]) }
        cases.set(customerId, { opened, closingFrom: null })
      })
    })
    if (complains.solvedAt === null) continue
    held.until(complains.solvedAt, () => {
      void atWork.run(async () => {
        await opening
        cases.set(customerId, { opened: cases.get(customerId)?.opened ?? null, closingFrom: now() })
        await insist({ act: 'close-case', agent, customerId })
      })
    })
  }
  return cases
}
