/** Mistakes in the times of campaigns/staff.json that its schema cannot see: names that nobody has, and more than a row can hold. */
import { nearestWord } from '#core/campaign/nearest-word.ts'
import type { Problem } from '#core/campaign/problem.ts'
import type { DutyPlan } from '#core/duty/team.ts'

/** All times stand in one DynamoDB item, which may have 409,600 bytes. */
export const MOST_PLAN_BYTES = 380_000

interface Written {
  readonly people: readonly { readonly address: string; readonly team: string }[]
  readonly plan: DutyPlan
}

export const planProblems = (file: string, written: Written): readonly Problem[] => [
  ...namedTwice(file, written.plan),
  ...emptyTeams(file, written),
  ...secondTakers(file, written.plan),
  ...strangers(file, written),
  ...otherTeams(file, written),
  ...tooLarge(file, written.plan),
]

const namedTwice = (file: string, { teams }: DutyPlan): readonly Problem[] =>
  teams.flatMap(({ name }, at) => {
    const first = teams.findIndex((other) => other.name === name)
    if (first === at) return []
    const expected = {
      vi: `một tên riêng: teams[${first}] đã dùng tên này`,
      en: `a name of its own: teams[${first}] has it already`,
    }
    return [{ file, path: `teams[${at}].name`, value: name, expected }]
  })

/** What no team has would stand on two lists, and be rung twice. */
const secondTakers = (file: string, { teams }: DutyPlan): readonly Problem[] => {
  const first = teams.findIndex(({ takesUnassigned }) => takesUnassigned === true)
  return teams.flatMap(({ takesUnassigned }, at) => {
    if (takesUnassigned !== true || at === first) return []
    const expected = {
      vi: `chỉ một nhóm nhận việc chưa giao: teams[${first}] đã nhận`,
      en: `one team at most: teams[${first}] takes what no team has already`,
    }
    return [{ file, path: `teams[${at}].takesUnassigned`, value: 'true', expected }]
  })
}

/** Most often the same team is written in two ways, and would have office hours without anybody seeing it. */
const emptyTeams = (file: string, { people, plan }: Written): readonly Problem[] => {
  const used = [...new Set(people.map(({ team }) => team))]
  return plan.teams.flatMap(({ name }, at) =>
    used.includes(name)
      ? []
      : [
          {
            file,
            path: `teams[${at}].name`,
            value: name,
            expected: {
              vi: `tên nhóm của ít nhất một người trong people; các nhóm đang có: ${used.join(', ')}`,
              en: `the team of at least one person in people; there are: ${used.join(', ')}`,
            },
          },
        ],
  )
}

/** People on call, or on duty in a holiday, who are not on the roster. */
function strangers(file: string, { people, plan }: Written): readonly Problem[] {
  const known = people.map(({ address }) => address)
  const stranger = (path: string, address: string): readonly Problem[] => {
    if (known.includes(address)) return []
    const nearest = nearestWord(address, known)
    return [
      {
        file,
        path,
        value: address,
        expected: {
          vi: `địa chỉ của một người trong people${nearest ? `, chẳng hạn ${nearest}` : ''}`,
          en: `the address of a person in people${nearest ? `, such as ${nearest}` : ''}`,
        },
      },
    ]
  }
  return plan.teams.flatMap(({ onCall, longHolidays }, team) => [
    ...onCall.flatMap((line, at) =>
      line.people.flatMap((address, person) => stranger(`teams[${team}].onCall[${at}].people[${person}]`, address)),
    ),
    ...longHolidays.flatMap(({ duty }, holiday) =>
      duty.flatMap((day, at) =>
        day.people.flatMap((address, person) =>
          stranger(`teams[${team}].longHolidays[${holiday}].duty[${at}].people[${person}]`, address),
        ),
      ),
    ),
  ])
}

/** Who works on a holiday of a team is asked among its own people. */
const otherTeams = (file: string, { people, plan }: Written): readonly Problem[] =>
  plan.teams.flatMap(({ name, longHolidays }, team) =>
    longHolidays.flatMap(({ duty }, holiday) =>
      duty.flatMap((day, at) =>
        day.people.flatMap((address, person) => {
          const known = people.find((one) => one.address === address)
          if (!known || known.team === name) return []
          const path = `teams[${team}].longHolidays[${holiday}].duty[${at}].people[${person}]`
          const expected = { vi: `một người của nhóm ${name}`, en: `a person of the team ${name}` }
          return [{ file, path, value: address, expected }]
        }),
      ),
    ),
  )

function tooLarge(file: string, plan: DutyPlan): readonly Problem[] {
  const bytes = new TextEncoder().encode(JSON.stringify(plan)).length
  if (bytes <= MOST_PLAN_BYTES) return []
  const expected = {
    vi: `ca, ngày nghỉ và trực của mọi người cộng lại tối đa ${MOST_PLAN_BYTES} byte`,
    en: `shifts, leave and duty of everybody together at most ${MOST_PLAN_BYTES} bytes`,
  }
  return [{ file, path: 'teams', value: `${bytes} bytes`, expected }]
}
