/** The agents of a torture run, each at their own pace: a round that takes long goes on into the next. */
import type { Instant } from '#core/time/instant.ts'
import { type AgentParts, tortureAgent } from '#local/torture/desk/agent.ts'
import { ROUNDS } from '#local/torture/desk/agent-habits.ts'
import type { AtWork } from '#local/torture/desk/at-work.ts'
import type { HeldBack } from '#local/torture/held-back.ts'
import { CALLERS } from '#local/torture/world/team.ts'

export interface AgentsParts extends Omit<AgentParts, 'agent'> {
  readonly held: Pick<HeldBack, 'until'>
  readonly atWork: AtWork
}

export function arrangeAgents({ held, atWork, ...parts }: AgentsParts): void {
  const agents = CALLERS.map((agent) => ({ ...tortureAgent({ ...parts, agent }), before: Promise.resolve() }))
  const begin = (round: Instant): void => {
    for (const agent of agents) {
      const { before } = agent
      agent.before = atWork.run(() => before.then(() => agent.work(round)))
    }
  }
  for (const round of ROUNDS) held.until(round, () => begin(round))
}
