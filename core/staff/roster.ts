/** Who works here: the people of campaigns/staff.json. Whoever is not in it sees no page of the staff app, from the next request on. */
import * as z from 'zod'
import type { Problem } from '#core/campaign/problem.ts'
import { type Read, readJsonFile } from '#core/campaign/read-campaign.ts'
import { ROLES, type Role } from '#core/staff/role.ts'

/** In one spelling, so that the issuer's and the file's can be compared. */
export const staffAddress = (written: string): string => written.trim().normalize('NFC').toLowerCase()

const StaffMemberSchema = z.strictObject({
  name: z.string().trim().min(1).max(100).describe('As colleagues know the person.'),
  address: z.email().transform(staffAddress).describe('The mail address that the person signs in with.'),
  team: z.string().trim().min(1).max(60),
  role: z.enum(ROLES),
})
export type StaffMember = Readonly<z.infer<typeof StaffMemberSchema>>

export const RosterSchema = z.strictObject({
  $schema: z.string().optional(),
  people: z.array(StaffMemberSchema).min(1).max(2_000),
})

export interface Roster {
  readonly people: readonly StaffMember[]
}

export const memberWith = ({ people }: Roster, address: string): StaffMember | undefined =>
  people.find((person) => person.address === staffAddress(address))

/** The roles without which nobody could mend what goes wrong. */
const NEEDED: readonly Role[] = ['head', 'operator']

export function readRoster({ file, text }: { readonly file: string; readonly text: string }): Read<Roster> {
  const read = readJsonFile({ file, text, schema: RosterSchema })
  if ('problems' in read) return read
  const { people } = read.value
  const problems = [...listedTwice(file, people), ...rolesMissing(file, people)]
  return problems.length > 0 ? { problems } : { value: { people } }
}

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

const rolesMissing = (file: string, people: readonly StaffMember[]): readonly Problem[] =>
  NEEDED.filter((role) => people.every((person) => person.role !== role)).map((role) => ({
    file,
    path: 'people',
    value: [...new Set(people.map((person) => person.role))].join(', '),
    expected: { vi: `ít nhất một người có vai trò "${role}"`, en: `at least one person with the role "${role}"` },
  }))
