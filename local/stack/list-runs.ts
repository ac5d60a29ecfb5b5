/**
 * When the lists of calls are made on this machine. In AWS an order comes every half hour. A moved clock passes a year of them in minutes, and hardly
 * any makes a list: there the order comes when a team's day begins, and three times a day for what has changed since.
 */
import type { Company } from '#core/campaign/company.ts'
import type { DutyPlan } from '#core/duty/team.ts'

export interface ListRuns {
  readonly expressions: readonly string[]
  readonly zone: string
}

export const EVERY_HALF_HOUR: ListRuns = { expressions: ['cron(0/30 * * * ? *)'], zone: 'UTC' }

/** The times of the roster as it is at the start: another begin of a team's day holds from the next start. */
export function runsOfTeams(
  { teams }: Pick<DutyPlan, 'teams'>,
  { startOfDay, zone }: Pick<Company, 'startOfDay' | 'zone'>,
): ListRuns {
  const begins = new Set([startOfDay, ...teams.map((team) => team.startOfDay ?? startOfDay)])
  const atBegin = [...begins].toSorted().map((time) => {
    const [hours, minutes] = time.split(':').map(Number)
    return `cron(${minutes} ${hours} * * ? *)`
  })
  return { expressions: [...atBegin, 'cron(0 10,13,17 * * ? *)'], zone }
}
