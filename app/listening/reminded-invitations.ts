/** The state of the invitations that a reminder is about: answered, replied to, still open, or closed. Only reminders need it. */

import { eachBounded } from '#app/each-bounded.ts'
import { type AskedSurveyPorts, askedSurvey } from '#app/listening/asked-survey.ts'
import type { ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { Invitation } from '#core/audience/eligibility.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Reply } from '#core/reply/reply.ts'
import { standingAnswer } from '#core/survey/response.ts'

export interface RemindedPorts extends AskedSurveyPorts {
  readonly responses: Pick<ResponseStore, 'getMany'>
  readonly replies: Pick<ReplyStore, 'ofCustomer'>
}

interface Reminded {
  readonly customerId: string
  /** The campaign's id, a colon, and the invitation. */
  readonly occasionKey: string
}

/** By customer; empty for a campaign that reminds of nothing. */
export async function remindedInvitations(
  ports: RemindedPorts,
  { campaign, people }: { readonly campaign: CampaignDefinition; readonly people: readonly Reminded[] },
): Promise<ReadonlyMap<string, Invitation>> {
  if (campaign.occasion.kind !== 'after-invitation') return new Map()
  const keys = people.map(({ customerId, occasionKey }) => ({
    customerId,
    occurrenceId: occasionKey.slice(campaign.id.length + 1),
  }))
  const surveys = [...new Set(keys.map(({ occurrenceId }) => occurrenceId))]
  const [responses, closings] = await Promise.all([
    ports.responses.getMany(keys),
    Promise.all(surveys.map(async (id) => [id, (await askedSurvey(ports, id))?.closesAt] as const)),
  ])
  const answered = new Set(responses.filter(standingAnswer).map(nameOf))
  const wroteBack = await thoseWhoWrote(
    ports,
    keys.filter((key) => !answered.has(nameOf(key))),
  )
  const closesAt = new Map(closings)
  return new Map(
    keys.map((key) => [
      key.customerId,
      {
        answered: answered.has(nameOf(key)),
        wroteBack: wroteBack.has(nameOf(key)),
        closesAt: closesAt.get(key.occurrenceId),
      },
    ]),
  )
}

interface Key {
  readonly customerId: string
  readonly occurrenceId: string
}

const nameOf = ({ customerId, occurrenceId }: Key) => `${occurrenceId} ${customerId}`

/** Mails are read person by person: so many at once. */
const READS_AT_ONCE = 16

async function thoseWhoWrote({ replies }: Pick<RemindedPorts, 'replies'>, keys: readonly Key[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  await eachBounded(keys, {
    limit: READS_AT_ONCE,
    act: async (key) => {
      const mails = await replies.ofCustomer(key.customerId)
      if (mails.some((mail) => mail.occurrenceId === key.occurrenceId && isOfPerson(mail))) found.add(nameOf(key))
    },
  })
  return found
}

/** Neither a machine's mail, nor one that the mail service warned of. */
const isOfPerson = ({ reading: { kind, verdict } }: Reply) => kind !== 'autoReply' && kind !== 'bounce' && verdict === null
