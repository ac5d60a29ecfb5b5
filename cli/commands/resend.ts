/** `care resend`: the operator decides that a mail is sent once more. */
import { Command } from 'commander'
import { events } from '#app/events.ts'
import { resend } from '#app/operating/resend.ts'
import { auditedOnOccurrence } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type Deciding, decidedByAPerson, RECORDED, refusalInWords } from '#cli/words-of-decisions.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'

export function resendCommand({ output, place }: CareFrame): Command {
  return decidedByAPerson(new Command('resend'))
    .description('write once more to customers whose outcome is unknown or failed')
    .argument('<occurrence>', 'the id of the occurrence, as care unknown lists it')
    .argument('<customers...>', 'ids of customers')
    .option('--json', 'print [{ customerId, resent | recorded | refused, … }]')
    .addHelpText(
      'after',
      `
Who decided, when and why is kept. The mail goes out within the campaign's hours, today or on the customer's next day, after every check
of the first time (consent, suppression, frequency caps); a closed occurrence is opened for it and closes again with a new balance.
Whose mail turns out to have left meanwhile is not written to again; otherwise an unknown one may be a second mail to the same person.`,
    )
    .action(async (occurrenceId: string, customers: readonly string[], { by, because, json }: Deciding & { json?: true }) => {
      const stores = await place.stores()
      const { now } = stores
      const { zone } = stores.company
      const work = await place.work()
      if ('out' in work) output.warn(`${work.out}; the hourly look ahead will hand the batch out`)
      // Due within the minute: the order goes into the queue at once, without a schedule and without permission to create one.
      const alarms = { set: async (order: { occurrenceId: string; batchId: string }) => handOut(work, order) }
      const ports = { ...stores, alarms, events: events({ event: () => {}, alarm: () => {} }) }
      const results = []
      for (const customerId of new Set(customers)) {
        const run = () => resend(ports, { occurrenceId, customerId, by, because, at: now })
        results.push({
          customerId,
          ...(await auditedOnOccurrence({ output, stores }, { act: 'resend', occurrenceId, customerId }, run)),
        })
      }
      if (json) output.print(JSON.stringify(results, null, 2))
      for (const result of results) {
        if ('refused' in result) output.refuse(json ? [] : [`${result.customerId}: ${refusalInWords(result, zone)}`])
        else if (json) continue
        else if ('recorded' in result) output.print(`${result.customerId}: ${RECORDED}`)
        else
          output.print(
            `${result.customerId}: goes out once more, from ${writtenTime(result.resent, zone)} within the campaign's hours; ${timesAre(zone)}`,
          )
      }
    })
}

type Work = Awaited<ReturnType<CareFrame['place']['work']>>

async function handOut(work: Work, { occurrenceId, batchId }: { occurrenceId: string; batchId: string }): Promise<void> {
  if ('queues' in work) await work.queues.sendBatches([{ occurrenceId, batchId }])
}
