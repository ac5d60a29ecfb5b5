/** Who works here: the people of campaigns/staff.json. Whoever is not in it sees no page of the staff app, from the next request on. */
import * as z from 'zod'
import type { Problem } from '#core/campaign/problem.ts'
import { type Read, readJsonFile } from '#core/campaign/read-campaign.ts'
import { visibleText } from '#core/campaign/visible-text.ts'
import { type DutyPlan, PERSONAL_TIME, TeamSchema } from '#core/duty/team.ts'
import { planProblems } from '#core/staff/plan-problems.ts'
import { ROLES, type Role } from '#core/staff/role.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/**
 * In one spelling, so that the issuer's and the file's can be compared. The letters of ASCII alone: an address of the roster has no others, and Unicode folds signs of
 * its own onto them, such as that of the kelvin onto k, so that another mailbox would be taken for a colleague's.
 */
export const staffAddress = (written: string): string => written.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/**
 * The roster is one DynamoDB item, which may have 400 kB (409,600 bytes), and it is read at every request. As JSON in UTF-8 a person takes at most
 * 3 bytes for each of 100 signs of a name and 60 of a team, 254 for an address in ASCII, 9 for a role and 47 for what is written around them:
 * 790 bytes, an extension 27 more, and 500 people 408,500. The version, its time and who published it stay below 1,000. Controls and lone surrogates are refused because
 * JSON writes each of them in 6 bytes. The day since when an address is theirs takes 28 bytes more, which a roster of the longest names has no room for: so the bytes
 * are counted besides.
 */
export const MOST_PEOPLE = 500
export const LONGEST_NAME = 100
export const LONGEST_TEAM = 60
export const MOST_BYTES = 408_600
const MOST_TEAMS = 50
/** RFC 5321: 256 with the angle brackets around it. */
export const LONGEST_ADDRESS = 254

const StaffMemberSchema = z.strictObject({
  name: visibleText(LONGEST_NAME).describe('As colleagues know the person.'),
  address: z.email().max(LONGEST_ADDRESS).transform(staffAddress).describe('The mail address that the person signs in with.'),
  team: visibleText(LONGEST_TEAM),
  role: z.enum(ROLES),
  extension: z
    .string()
    .regex(/^\+?\d{2,11}$/, { error: 'an extension or a number of at most 12 signs, such as 101' })
    .optional()
    .describe('At which the telephone system rings the person; left out: calls are dialled by hand.'),
  addressSince: LocalDateSchema.optional().describe(
    'The day since when the address is this person’s, where it was another’s before. A line with another day than the roster in force is another person: who had the address is signed out and cannot sign in again. Leave it standing afterwards. A corrected name alone changes nothing.',
  ),
})
export type StaffMember = Readonly<z.infer<typeof StaffMemberSchema>>

export const RosterSchema = z.strictObject({
  $schema: z.string().optional(),
  people: z
    .array(z.strictObject({ ...StaffMemberSchema.shape, ...PERSONAL_TIME }))
    .min(1)
    .max(MOST_PEOPLE),
  teams: z
    .array(TeamSchema)
    .max(MOST_TEAMS)
    .default([])
    .describe('When the teams work. A team that is not here has office hours.'),
})

export interface Roster {
  readonly people: readonly StaffMember[]
}

/** The file: who works here, and when. */
export interface WrittenRoster extends Roster {
  readonly plan: DutyPlan
}

export const memberWith = ({ people }: Roster, address: string): StaffMember | undefined =>
  people.find((person) => person.address === staffAddress(address))

/** The roles without which nobody could mend what goes wrong. */
const NEEDED: readonly Role[] = ['head', 'operator']

export function readRoster({ file, text }: { readonly file: string; readonly text: string }): Read<WrittenRoster> {
  const read = readJsonFile({ file, text, schema: RosterSchema, keysOnce: true })
  if ('problems' in read) return read
  const people = read.value.people.map(({ name, address, team, role, extension, addressSince }) => ({
    name,
    address,
    team,
    role,
    ...(extension !== undefined && { extension }),
    ...(addressSince !== undefined && { addressSince }),
  }))
  const plan = planOf(read.value)
  const problems = [
    ...listedTwice(file, people),
    ...rolesMissing(file, people),
    ...tooLarge(file, people),
    ...planProblems(file, { people, plan }),
  ]
  return problems.length > 0 ? { problems } : { value: { people, plan } }
}

/** A person of whose time nothing is said has no line. */
const planOf = ({ people, teams }: z.infer<typeof RosterSchema>): DutyPlan => ({
  teams: teams.map((team) => ({
    ...team,
    onCall: team.onCall.map((line) => ({ ...line, people: line.people.map(staffAddress) })),
    longHolidays: team.longHolidays.map((holiday) => ({
      ...holiday,
      duty: holiday.duty.map((day) => ({ ...day, people: day.people.map(staffAddress) })),
    })),
  })),
  people: people.flatMap(({ address, shifts, leave, callsADay }) =>
    shifts === undefined && leave === undefined && callsADay === undefined
      ? []
      : [{ address, ...(shifts && { shifts }), ...(leave && { leave }), ...(callsADay !== undefined && { callsADay }) }],
  ),
})

const listedTwice = (file: string, people: readonly StaffMember[]): readonly Problem[] =>
  people.flatMap(({ address }, at) => {
    const first = people.findIndex((other) => other.address === address)
    if (first === at) return []
    return [
      {
        file,
        path: `people[${at}].address`,
        value: address,
        expected: {
          vi: `một địa chỉ riêng: people[${first}] đã dùng địa chỉ này`,
          en: `an address of its own: people[${first}] has it already`,
        },
      },
    ]
  })

function tooLarge(file: string, people: readonly StaffMember[]): readonly Problem[] {
  const bytes = new TextEncoder().encode(JSON.stringify(people)).length
  const expected = { vi: `nhiều nhất ${MOST_BYTES} byte cho tất cả mọi người`, en: `at most ${MOST_BYTES} bytes for all people` }
  return bytes > MOST_BYTES ? [{ file, path: 'people', value: `${bytes}`, expected }] : []
}

const rolesMissing = (file: string, people: readonly StaffMember[]): readonly Problem[] =>
  NEEDED.filter((role) => people.every((person) => person.role !== role)).map((role) => ({
    file,
    path: 'people',
    value: [...new Set(people.map((person) => person.role))].join(', '),
    expected: { vi: `ít nhất một người có vai trò "${role}"`, en: `at least one person with the role "${role}"` },
  }))
