/** The dispatcher of calls: a touch is a task on the desk of the campaign's team. Staff carry it out, by the day's list and within the legal hours. */
import { type OpenItemPorts, openItem } from '#app/desk/open-item.ts'
import type { Dispatcher } from '#app/ports/dispatching.ts'
import type { SendingStops } from '#app/ports/sending.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { occasionKeyOf } from '#core/occasion/occasion-key.ts'
import { checkInTask } from '#core/work/check-in.ts'

export interface DeskPorts extends OpenItemPorts {
  readonly work: Pick<WorkStore, 'open'>
  readonly companyRules: CompanyRules
}

/** No provider stands between the sender and the desk. */
const NEVER_STOPPED: SendingStops = { current: async () => ({ stop: null, version: 0 }), put: async () => 'lost' }

export const callDispatcher = (ports: DeskPorts): Dispatcher => ({
  pace: { take: async () => {}, throttled: () => {} },
  stops: NEVER_STOPPED,
  prepare: ({ campaign, customer: { customerId }, occasion, occurrenceId, until, now: at }) => {
    const call = callTouchOf(campaign)
    if (!call) throw new RangeError(`campaign ${campaign.id} has no touch by call`)
    const occasionKey = occasionKeyOf({ campaignId: campaign.id, key: occasion.key })
    const order = { campaign, call, customerId, occurrenceId, occasionKey, callBy: until, at }
    return {
      send: async () => {
        const task = checkInTask(order, ports.companyRules)
        // One that is there already is the same task, of a try that broke off.
        await openItem(ports, task)
        return { accepted: task.workId }
      },
    }
  },
})
