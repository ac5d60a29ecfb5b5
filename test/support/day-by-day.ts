/** The reference of every rehearsal: the planner and the sender on stores that keep all, hour by hour, with a letter for each customer. */
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import { lackingLetters } from '#app/rehearsal/lacking-letters.ts'
import { decisionRows } from '#app/rehearsal/rehearsal-report.ts'
import { type RehearsalOptions, rehearse } from '#app/rehearsal/rehearse.ts'
import { dispatchersOf } from '#app/sending/dispatchers.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { templateLetters } from '#functions/wiring/letters.ts'
import { type RehearsalBase, rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'

export interface DayByDay {
  readonly base: Omit<RehearsalBase, 'parts' | 'watch'>
  readonly accepting: readonly WordedCampaign[]
  readonly from: LocalDate
  readonly to: LocalDate
}

/** `row`: hears every decision. Answers the fields that letters lacked. */
export async function dayByDay(
  { base, accepting, from, to }: DayByDay,
  { row, finished }: { readonly row: (row: readonly string[]) => void; readonly finished?: RehearsalOptions['finished'] },
) {
  const { companyRules, seals } = base
  const { company, channels } = companyRules
  const lacking = lackingLetters()
  const ports = rehearsalPorts(base)
  const mail = ports.dispatchers.get('email')
  if (!mail) throw new Error('no channel of letters')
  const letters = {
    letters: lacking.watch(templateLetters({ company, seals, pages: company.pages })),
    mailer: { send: async () => ({ accepted: 'taken' }) },
    pace: mail.pace,
    stops: mail.stops,
  }
  const desk = { work: { open: async () => 'written' as const }, companyRules, events: ports.events }
  const campaigns = new Map(accepting.map(({ definition }) => [definition.id, definition]))
  await rehearse(
    {
      ...ports,
      touches: memoryTouchStore(),
      vouchers: memoryVoucherStore(),
      dispatchers: dispatchersOf({ letters, desk }, channels),
    },
    {
      ...{ accepting, from, to },
      finished: async (occurrence, batches) => {
        const campaign = campaigns.get(occurrence.campaignId)
        if (campaign) for (const each of decisionRows({ occurrence, batches, campaign, companyRules })) row(each)
        await finished?.(occurrence, batches)
      },
      progress: () => {},
    },
  )
  return lacking.all()
}
