/** Staff work on the cases of customers who told of something grave: they merge, compensate and keep files, two of them at once; customers write back. */
import type { CaseAct, CaseAnswer } from '#local/torture/cases/case-acts.ts'
import { caseStepsOf } from '#local/torture/cases/case-habits.ts'
import { type CaseLog, caseLog } from '#local/torture/cases/case-log.ts'
import type { AgentsParts } from '#local/torture/desk/agents.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'
import { CALLERS } from '#local/torture/world/team.ts'

/** How often a form is sent before its page is left. */
const PRESSES = 40
/** Others were quicker: the page says so, and is opened again. */
const PRESSED_AGAIN: ReadonlySet<string> = new Set(['contended', 'changed-meanwhile'])

export function arrangeCases({
  seed,
  ask,
  now,
  held,
  atWork,
  people,
}: Pick<AgentsParts, 'seed' | 'ask' | 'now' | 'held' | 'atWork'> & { readonly people: readonly TorturePerson[] }): {
  readonly log: () => CaseLog
} {
  const book = caseLog()
  const [one, other, lead] = CALLERS
  if (!one || !other || !lead) throw new Error('the team has not three hands')

  async function press(act: CaseAct): Promise<void> {
    const noted = book.begins(act)
    for (let presses = 0; presses < PRESSES; presses++) {
      const answer = (await ask(act)) as CaseAnswer | undefined
      if (answer === undefined) continue
      noted.told(now(), answer)
      if (answer.is === 'done' || !PRESSED_AGAIN.has(answer.because)) return
    }
  }

  for (const { customer, complains } of people) {
    if (complains === null) continue
    const { customerId } = customer
    for (const { at, acts, isPressedAgain } of caseStepsOf({ seed, customerId, complains, hands: [one, other, lead] }))
      held.until(at, () => {
        if (isPressedAgain)
          void atWork.run(async () => {
            for (const act of acts) await press(act)
          })
        else for (const act of acts) void atWork.run(() => press(act))
      })
  }
  return { log: book.log }
}
