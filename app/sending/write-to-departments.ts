/** Everything that departments are mailed: what they are asked, and once a week what they were told. The schedule's run does both, an order of staff the first. */
import { type MailDigestsPorts, mailDigests } from '#app/sending/mail-digests.ts'
import { type TellDepartmentsPorts, tellDepartments } from '#app/sending/tell-departments.ts'
import type { Instant } from '#core/time/instant.ts'

export type WriteToDepartmentsPorts = TellDepartmentsPorts &
  Omit<MailDigestsPorts, 'events' | 'work'> & {
    readonly work: TellDepartmentsPorts['work'] & MailDigestsPorts['work']
    readonly events: TellDepartmentsPorts['events'] & MailDigestsPorts['events']
  }

/** The failure of one keeps the other from nothing. */
export async function writeToDepartments(ports: WriteToDepartmentsPorts, clock: () => Instant): Promise<void> {
  const failures: unknown[] = []
  const failed = (failure: unknown) => void failures.push(failure)
  await tellDepartments(ports, clock).catch(failed)
  await mailDigests(ports, clock).catch(failed)
  if (failures.length > 0) throw failures[0]
}
