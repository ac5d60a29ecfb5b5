/**
 * One agent of a torture run: opens the list, takes a call, rings, and notes how it ended. Processes die under the pages; the agent sends the same form
 * again until it is answered, and remembers a form that never was.
 */
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import type { CallForm, CallTaken, DeskAct, FormAnswer, ListShown } from '#local/torture/desk/acts.ts'
import { comesTo, dateAt, luckOf } from '#local/torture/desk/agent-habits.ts'
import type { Noted } from '#local/torture/desk/noted.ts'

/** A request of the staff app; undefined when the process died, or said that it could not. */
export type Ask = (act: DeskAct) => Promise<unknown>

export interface AgentParts {
  readonly seed: number
  readonly agent: StaffMember
  readonly now: () => Instant
  readonly ask: Ask
  readonly noted: Noted
}

/** How often one press is repeated at once; after that the form waits for the next round. */
const PRESSES = 6

type Taken = Extract<CallTaken, { may: true }>

export function tortureAgent({ seed, agent, now, ask, noted }: AgentParts) {
  /** Forms that were never answered: their customers are not rung again before they are. */
  let unsaved: CallForm[] = []
  const leftOpen: CallForm[] = []

  async function insist<Answer>(act: DeskAct): Promise<Answer | undefined> {
    for (let press = 0; press < PRESSES; press++) {
      const answer = await ask(act)
      if (answer !== undefined) return answer as Answer
    }
    return undefined
  }

  async function press(form: CallForm): Promise<FormAnswer | null> {
    for (let presses = 0; presses < PRESSES; presses++) {
      const answer = ((await ask({ act: 'log-call', agent, form })) as FormAnswer | undefined) ?? null
      noted.told(form, now(), answer)
      if (answer !== null) return answer
    }
    if (!unsaved.includes(form)) unsaved.push(form)
    return null
  }

  async function send(form: CallForm, { customerId, phone }: Taken): Promise<FormAnswer | null> {
    noted.sends(form, { agent: agent.address, customerId, phone, at: now() })
    return press(form)
  }

  async function sendAgain(): Promise<void> {
    const waiting = [...unsaved, ...leftOpen.splice(0)]
    unsaved = []
    for (const form of waiting) await press(form)
  }

  async function note(workId: string, taken: Taken): Promise<FormAnswer | null> {
    const { ends, otherTab, isPressedTwice, isPressedLater } = luckOf({ seed, workId, seen: taken.seen, now: now() })
    const { seen, round } = taken
    const form = { attemptId: idOf(workId, taken), workId, seen, round, ...ends }
    const [answer] = await Promise.all([
      send(form, taken),
      ...(isPressedTwice ? [press(form)] : []),
      ...(otherTab ? [send({ ...form, attemptId: `${form.attemptId}-tab`, ...otherTab }, taken)] : []),
    ])
    if (isPressedLater && answer?.is === 'logged') leftOpen.push(form)
    // No call can be promised for that time: the agent tells the customer so, and notes that nothing came of the call.
    if (answer?.is === 'refused' && ends.callBackAt !== null && !STALE.has(answer.because))
      return send({ ...form, attemptId: `${form.attemptId}-then`, disposition: 'busy', callBackAt: null }, taken)
    return answer
  }

  async function ring(workIds: readonly string[]): Promise<void> {
    const [workId, ...others] = workIds.filter((id) => id.startsWith('check-in_'))
    if (workId === undefined || unsaved.some((form) => workIds.includes(form.workId))) return
    const taken = await insist<CallTaken>({ act: 'take-call', agent, workId, isRinging: true })
    if (!taken?.may || taken.phone === null) return
    const { customerId, phone, promisedAt } = taken
    noted.rang({ at: now(), date: dateAt(now()), agent: agent.address, workId, customerId, phone, promisedAt })
    const answer = await note(workId, taken)
    if (answer?.is !== 'logged') return
    // One conversation answers all that this customer was to be rung for.
    for (const other of others) await noteToo(other, customerId)
  }

  async function noteToo(workId: string, customerId: string): Promise<void> {
    const taken = await insist<CallTaken>({ act: 'take-call', agent, workId, isRinging: false })
    if (!taken?.may || taken.customerId !== customerId) return
    const { seen, round } = taken
    const said = { disposition: 'satisfied', note: '', callBackAt: null, stop: 'person' } as const
    await send({ attemptId: idOf(workId, taken), workId, seen, round, ...said }, taken)
  }

  return {
    /** Works the list of the day, where there is one. */
    async work(round: Instant): Promise<void> {
      noted.cameToWork(dateAt(now()))
      await sendAgain()
      const list = await insist<ListShown>({ act: 'open-list', agent, date: dateAt(now()) })
      if (!list) return
      noted.looked({ at: now(), date: dateAt(now()), agent: agent.address, list })
      for (const workIds of list.mine) {
        const [workId] = workIds
        if (workId !== undefined && comesTo({ seed, workId, round })) await ring(workIds)
      }
    },
  }

  function idOf(workId: string, { seen, round }: Taken): string {
    return `${workId}/${round}/${seen}/${agent.name}/${now()}`
  }
}

/** The page is old: a colleague, or another tab, was quicker. */
const STALE: ReadonlySet<string> = new Set([
  'already-closed',
  'changed-meanwhile',
  'held-by-colleague',
  'sent-already',
  'contended',
  'no-such-work',
])
