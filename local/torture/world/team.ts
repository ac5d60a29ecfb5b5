/** Who rings in a torture run: one team with two agents and a lead who rings as well, in office hours, with too little time for everybody due. */
import { type DutyPlan, TeamSchema } from '#core/duty/team.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { ListRuns } from '#local/stack/list-runs.ts'

export const TEAM = 'Care'

const member = (name: string, role: StaffMember['role']): StaffMember => ({
  name,
  address: `${name.toLowerCase()}@torture.example.com`,
  team: TEAM,
  role,
})

export const CALLERS: readonly StaffMember[] = [member('An', 'agent'), member('Binh', 'agent'), member('Chi', 'lead')]

/**
 * Every half hour of a working day from before the team begins until its report is out. At other times no list changes; what is urgent and could not be
 * mailed waits for the next day instead of half an hour.
 */
export const LIST_RUNS: ListRuns = { expressions: ['cron(0/30 7-18 ? * MON-FRI *)'], zone: 'Asia/Ho_Chi_Minh' }

/** Those due to be rung are about a fifth of the customers, twice within four days. */
const SHARE_OF_A_CALLER = 1 / 12
const LEAST_CALLS = 6
const MOST_CALLS = 500

export const planOf = ({ customers }: { readonly customers: number }): DutyPlan => ({
  teams: [
    TeamSchema.parse({
      name: TEAM,
      callsADay: Math.min(MOST_CALLS, Math.max(LEAST_CALLS, Math.ceil(customers * SHARE_OF_A_CALLER))),
    }),
  ],
  people: [],
})
