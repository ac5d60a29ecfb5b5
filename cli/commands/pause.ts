/** `care pause|resume|cancel CAMPAIGN`: takes effect at once, even in the middle of a batch. */
import { Command } from 'commander'
import { changeCampaignState, type StateAnswer } from '#app/campaigns/change-campaign-state.ts'
import { endCallsOfCampaign } from '#app/desk/end-calls-alone.ts'
import { events } from '#app/events.ts'
import { countOpen } from '#app/operating/balance-of-open.ts'
import { auditedHere } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type Deciding, decidedByAPerson, tooLongInWords } from '#cli/words-of-decisions.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'

interface Change {
  readonly name: 'pause' | 'resume' | 'cancel'
  readonly to: CampaignState
  readonly description: string
  readonly help: string
}

export const pauseCommand = (frame: CareFrame): Command =>
  stateCommand(frame, {
    name: 'pause',
    to: 'paused',
    description: 'stop a campaign until it is resumed',
    help: `Senders ask before every hundred people, so a batch stops in its middle. Whoever waits is written to after care resume while
their hours last, and is otherwise skipped with the reason campaign-paused.`,
  })

export const resumeCommand = (frame: CareFrame): Command =>
  stateCommand(frame, {
    name: 'resume',
    to: 'active',
    description: 'let a paused campaign go on',
    help: 'Waiting batches look again within a quarter of an hour. A cancelled campaign cannot be resumed.',
  })

export const cancelCommand = (frame: CareFrame): Command =>
  stateCommand(frame, {
    name: 'cancel',
    to: 'cancelled',
    description: 'stop a campaign for good',
    help: `Whoever waits is skipped with the reason campaign-cancelled, and no date is opened any more. There is no way back, also not by
accepting its file again: to begin anew, give the campaign another id. To stop for a while, use care pause.`,
  })

function stateCommand({ output, place }: CareFrame, { name, to, description, help }: Change): Command {
  return decidedByAPerson(new Command(name))
    .description(description)
    .argument('<campaign>', 'the id of the campaign')
    .option('--json', 'print { campaignId, state, changed } or { campaignId, refused }')
    .addHelpText('after', `\n${help}`)
    .action(async (campaignId: string, { by, because, json }: Deciding & { json?: true }) => {
      const stores = await place.stores()
      const { now } = stores
      const run = async () => {
        const answer = await changeCampaignState(stores, { campaignId, to, by, because, at: now })
        if ('state' in answer && answer.state === 'cancelled')
          await endCallsOfCampaign({ ...stores, events: events({ event: () => {}, alarm: () => {} }) }, { campaignId, now })
        // What changed nothing stands in the log as that.
        return 'refused' in answer || !answer.changed ? { refused: true, answer } : { answer }
      }
      const people = await waitingFor(stores, campaignId)
      const on = { kind: 'campaign', id: campaignId } as const
      const act = { act: `${name}-campaign`, on, people } as const
      const { answer } = await (people === null ? run() : auditedHere({ output, stores }, act, run))
      if (json) output.print(JSON.stringify({ campaignId, ...answer }, null, 2))
      if ('refused' in answer) return output.refuse(json ? [] : [`${campaignId}: ${inWords(answer)}`])
      if (!json) output.print(`${campaignId}: ${answer.changed ? '' : 'already '}${answer.state}`)
    })
}

/** Null for an id that no campaign ever had. */
async function waitingFor({ campaigns, occurrences }: Stores, campaignId: string): Promise<number | null> {
  if (!(await campaigns.latest()).some(({ definition }) => definition.id === campaignId)) return null
  const open = (await occurrences.stillOpen()).filter((occurrence) => occurrence.campaignId === campaignId)
  const counted = await Promise.all(open.map((occurrence) => countOpen(occurrences, occurrence)))
  return counted.reduce((sum, { balance: { planned, deferred } }) => sum + planned + deferred, 0)
}

type Stores = Awaited<ReturnType<CareFrame['place']['stores']>>

const inWords = (refusal: Extract<StateAnswer, { refused: string }>): string =>
  refusal.refused === 'too-long' ? tooLongInWords(refusal) : REFUSALS[refusal.refused]

const REFUSALS = {
  'no-such-campaign': 'no such campaign was ever accepted',
  'cancelled-for-good': 'cancelled for good; to begin anew, accept it under another id',
} as const
