/** `care settle`: the operator records what became of a mail whose outcome was unknown. */
import { Command, Option } from 'commander'
import { events } from '#app/events.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { auditedOnOccurrence } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type Deciding, decidedByAPerson, RECORDED, refusalInWords } from '#cli/words-of-decisions.ts'

export function settleCommand({ output, place }: CareFrame): Command {
  return decidedByAPerson(new Command('settle'))
    .description('settle unknown outcomes as sent or as not sent')
    .argument('<occurrence>', 'the id of the occurrence, as care unknown lists it')
    .argument('<customers...>', 'ids of customers')
    .addOption(new Option('--as <outcome>', 'what became of the mail').choices(['sent', 'not-sent']).makeOptionMandatory())
    .option('--json', 'print [{ customerId, settled | recorded | refused, … }]')
    .addHelpText(
      'after',
      `
Who decided, when and why is kept. A closed occurrence gets its balance and its budget anew. As not-sent the customer is not written to,
and the contact still counts for frequency caps: care resend writes once more. The same again changes nothing and finishes what broke off.`,
    )
    .action(
      async (
        occurrenceId: string,
        customers: readonly string[],
        { as, by, because, json }: Deciding & { as: 'sent' | 'not-sent'; json?: true },
      ) => {
        const stores = await place.stores()
        const { now } = stores
        const ports = { ...stores, events: events({ event: () => {}, alarm: () => {} }) }
        const results = []
        for (const customerId of new Set(customers)) {
          const run = () => settleUnknown(ports, { occurrenceId, customerId, as, by, because, at: now })
          const answer = await auditedOnOccurrence({ output, stores }, { act: `settle-${as}`, occurrenceId, customerId }, run)
          results.push({ customerId, ...answer })
        }
        if (json) output.print(JSON.stringify(results, null, 2))
        for (const result of results) {
          if ('refused' in result)
            output.refuse(json ? [] : [`${result.customerId}: ${refusalInWords(result, stores.company.zone)}`])
          else if (json) continue
          else if ('recorded' in result) output.print(`${result.customerId}: ${RECORDED}`)
          else output.print(`${result.customerId}: settled as ${as}${result.again ? ', as before' : ''}`)
        }
      },
    )
}
