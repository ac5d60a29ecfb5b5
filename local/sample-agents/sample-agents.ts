/**
 * The sample company's agents at work: at a few times of each day those on shift ring a part of their list, through the use cases that the pages and
 * the `care` command call, and by the same rules. What they do is stored with the work, so nothing of it must survive a restart here.
 */
import type { EventSink } from '#app/events.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import { nextRound } from '#local/sample-agents/agents-hours.ts'
import { type RoundParts, workRound } from '#local/sample-agents/work-round.ts'

export interface AgentsParts extends RoundParts {
  readonly sink: Pick<EventSink, 'event'>
  readonly now: Instant
}

export function sampleAgents({ sink, now, ...parts }: AgentsParts): DueEngine {
  const { zone } = parts.companyRules.company
  let until = now
  return {
    name: 'sample agents',
    nextDue: () => nextRound(until, zone),
    async fireDue(at) {
      until = at
      const { calls, reached, promised, solved } = await workRound(parts, at)
      if (calls + solved > 0) sink.event('agents.worked', { calls, reached, promised, solved })
      return [at]
    },
  }
}
