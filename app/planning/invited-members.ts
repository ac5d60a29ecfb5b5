/**
 * The customers whom a survey campaign asked on some days, read from its own rows, which say who was sent what and when. The sending day lies near
 * the invitation's date: some days of grace, a day put off by the provider, and another date in another zone.
 */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { Company } from '#core/campaign/company.ts'
import { partitionOf, partitionsOfSlice } from '#core/customer/stable-hash.ts'
import type { Due } from '#core/occasion/due.ts'
import { invitationOccasion, type MemberOccasion } from '#core/occasion/recorded-occasion.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface InvitedPorts {
  readonly campaigns: Pick<CampaignStore, 'latest'>
  readonly occurrences: Pick<OccurrenceStore, 'ofCampaign' | 'slices' | 'batchesOfSlice'>
}

type Invited = Extract<Due, { who: 'invitedOn' }>

/** Days that a quota or a decision may put a mail off beyond the campaign's grace, and one more date in zones that are ahead. */
const LATER_DAYS = 3
const EARLIER_DAYS = 1

/** Each customer once, with their invitation. Of two invitations the later one is reminded of. */
export async function invitedMembers(
  ports: InvitedPorts,
  { due, range, company }: { readonly due: Invited; readonly range: PartitionRange; readonly company: Company },
): Promise<ReadonlyMap<string, MemberOccasion>> {
  const found = new Map<string, MemberOccasion>()
  for (const occurrence of await invitations(ports, due)) {
    for (const { customerId, at } of await sentIn(ports, { occurrence, range })) {
      if (due.days.includes(localDateAt(at, company.zone))) found.set(customerId, invitationOccasion(occurrence))
    }
  }
  return found
}

/** The audience of the invitations: most of them were sent a mail on one day or another. */
export async function roughlyInvited(ports: InvitedPorts, due: Invited): Promise<number> {
  let count = 0
  for (const { occurrenceId } of await invitations(ports, due))
    for (const { audience } of await ports.occurrences.slices(occurrenceId)) count += audience
  return count
}

/** The occurrences whose mails may have gone out on one of the days, earliest first. */
async function invitations(
  { campaigns, occurrences }: InvitedPorts,
  { campaignId, days }: Invited,
): Promise<readonly Occurrence[]> {
  const survey = (await campaigns.latest()).find(({ definition }) => definition.id === campaignId)?.definition
  if (!survey) return []
  const dates = new Set<LocalDate>()
  for (const day of days)
    for (const date of datesFrom(addDays(day, -survey.graceDays - LATER_DAYS), addDays(day, EARLIER_DAYS))) dates.add(date)
  const last = [...dates].sort().at(-1)
  if (last === undefined) return []
  // Opened a day and more before its mails went out: by now the index has it. A campaign has one occurrence a date.
  const found = await occurrences.ofCampaign({ campaignId, before: addDays(last, 1), limit: dates.size })
  return found.filter(({ date }) => dates.has(date)).toReversed()
}

/** The invitation has its own slices: those that share partitions with the range are read, and only customers of the range are taken. */
async function sentIn(
  { occurrences }: InvitedPorts,
  { occurrence: { occurrenceId, slices }, range }: { occurrence: Occurrence; range: PartitionRange },
): Promise<readonly { readonly customerId: string; readonly at: string }[]> {
  const sharing = Array.from({ length: slices }, (_, slice) => slice).filter((slice) => {
    const { first, last } = partitionsOfSlice({ slice, slices })
    return first <= range.last && range.first <= last
  })
  const batches = await Promise.all(sharing.map((slice) => occurrences.batchesOfSlice(occurrenceId, slice)))
  return batches.flat().flatMap(({ recipients }) =>
    recipients.flatMap(({ customerId, outcome }) => {
      const partition = partitionOf(customerId)
      const isOurs = range.first <= partition && partition <= range.last
      return outcome.state === 'sent' && isOurs ? [{ customerId, at: outcome.at }] : []
    }),
  )
}
