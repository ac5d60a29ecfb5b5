/** The state of the invitations that a reminder is about: answered, replied to, still open, closed, or out of place while something is to be solved. Only reminders need it. */

import { eachBounded } from '#app/each-bounded.ts'
import { type AskedSurveyPorts, askedSurvey } from '#app/listening/asked-survey.ts'
import type { ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Invitation } from '#core/audience/eligibility.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import { asksWhetherSolved } from '#core/campaign/survey-definition.ts'
import { invitationOf } from '#core/occasion/subject.ts'
import type { Reply } from '#core/reply/reply.ts'
import { standingAnswer } from '#core/survey/response.ts'
import { hasOpenMatter } from '#core/work/own-matter.ts'

export interface RemindedPorts extends AskedSurveyPorts {
  readonly responses: Pick<ResponseStore, 'getMany'>
  readonly replies: Pick<ReplyStore, 'ofCustomer'>
  readonly work: Pick<WorkStore, 'ofCustomer'>
}

interface Reminded {
  readonly customerId: string
  readonly occasionKey: string
}

/** By customer; empty for a campaign that reminds of nothing. */
export async function remindedInvitations(
  ports: RemindedPorts,
  { campaign, people }: { readonly campaign: CampaignDefinition; readonly people: readonly Reminded[] },
): Promise<ReadonlyMap<string, Invitation>> {
  if (remindedCampaign(campaign.occasion) === undefined) return new Map()
  const keys = people.flatMap(({ customerId, occasionKey }) => {
    const occurrenceId = invitationOf(occasionKey)
    return occurrenceId === undefined ? [] : [{ customerId, occurrenceId }]
  })
  const surveys = [...new Set(keys.map(({ occurrenceId }) => occurrenceId))]
  const [responses, asked] = await Promise.all([
    ports.responses.getMany(keys),
    Promise.all(surveys.map(async (id) => [id, await askedSurvey(ports, id)] as const)),
  ])
  const answered = new Set(responses.filter(standingAnswer).map(nameOf))
  const unanswered = keys.filter((key) => !answered.has(nameOf(key)))
  const surveyOf = new Map(asked)
  const [wroteBack, matterOpen] = await Promise.all([
    thoseWhoWrote(ports, unanswered),
    thoseWithOpenMatter(
      ports,
      unanswered.filter(({ occurrenceId }) => asksWhetherSolved(surveyOf.get(occurrenceId)?.survey)),
    ),
  ])
  return new Map(
    keys.map((key) => [
      key.customerId,
      {
        answered: answered.has(nameOf(key)),
        wroteBack: wroteBack.has(nameOf(key)),
        matterOpen: matterOpen.has(nameOf(key)),
        closesAt: surveyOf.get(key.occurrenceId)?.closesAt,
      },
    ]),
  )
}

interface Key {
  readonly customerId: string
  readonly occurrenceId: string
}

const nameOf = ({ customerId, occurrenceId }: Key) => `${occurrenceId} ${customerId}`

/** Mails and work are read person by person: so many at once. */
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

/** The same that was asked before the first question (core/work/own-matter.ts). */
async function thoseWithOpenMatter({ work }: Pick<RemindedPorts, 'work'>, keys: readonly Key[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  await eachBounded(keys, {
    limit: READS_AT_ONCE,
    act: async (key) => {
      if (hasOpenMatter(await work.ofCustomer(key.customerId))) found.add(nameOf(key))
    },
  })
  return found
}

/** Neither a machine's mail, nor one that the mail service warned of. */
const isOfPerson = ({ reading: { kind, verdict } }: Reply) => kind !== 'autoReply' && kind !== 'bounce' && verdict === null
