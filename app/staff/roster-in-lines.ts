/** What became of a roster, a line each: the operator who accepts it sees at once who joined or left by mistake. */
import type { AccountChanges } from '#app/ports/staff.ts'
import type { RosterPublished } from '#app/staff/publish-roster.ts'

export function rosterLines({ version, result, changes, isNewPlan, accounts }: RosterPublished): readonly string[] {
  if (result === 'outrun') return []
  const { joined, left, roleChanged, givenOn, renamed } = changes
  return [
    `staff: version ${version} ${result}`,
    ...joined.map(({ address, role }) => `staff: ${address} joined as ${role}`),
    ...left.map(({ address }) => `staff: ${address} left`),
    ...roleChanged.map(({ member: { address, role }, from }) => `staff: ${address} was ${from} and is ${role}`),
    ...givenOn.map(
      ({ address, name }) => `staff: ${address} is another person’s now (${name}): the sign-in before is of no more use`,
    ),
    ...renamed.map(
      ({ member: { address, name }, from }) =>
        `staff: ${address} was called ${from} and is called ${name}: the same person, whose sign-in holds. Was the address given to another person, write "addressSince" into the line, and accept again`,
    ),
    ...(isNewPlan ? ['staff: the times of teams and people changed'] : []),
    ...(accounts ? [`accounts: ${counted(accounts)}`] : []),
  ]
}

const counted = ({ created, renewed, disabled }: AccountChanges): string =>
  `${created} created, ${renewed} made anew, ${disabled} disabled`

/** What has to be done once more. */
export function rosterRefusals({ result, accounts }: RosterPublished): readonly string[] {
  if (result === 'outrun') return ['staff.json: another roster was accepted at this moment, and stands: accept again']
  const failed = accounts?.failed ?? []
  return [
    ...failed.map(({ address, because }) => `account of ${address}: ${because}`),
    ...(failed.length > 0 ? ['The roster is in force; these accounts are not in step with it: accept again.'] : []),
  ]
}
