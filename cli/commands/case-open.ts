/** `care case open`: a case of what a customer told staff by phone, face to face, or by Zalo or Facebook. */
import { Argument, Command, Option } from 'commander'
import { openToldCase } from '#app/desk/open-told-case.ts'
import { events } from '#app/events.ts'
import { auditedHere } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { listsMadeHere } from '#cli/lists-made-here.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { contentId } from '#core/customer/content-id.ts'
import { TOLD, type Told } from '#core/work/work-item.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

interface Opening {
  readonly type: Told
  readonly by: string
  readonly note: string
}

export function openCommand({ output, place }: CareFrame): Command {
  return new Command('open')
    .description('open a case of what a customer told you; a complaint interrupts at once')
    .addArgument(new Argument('<customer>', 'the id of the customer'))
    .addOption(new Option('--type <type>', 'what it is').choices(TOLD).makeOptionMandatory())
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--note <text>', 'what the customer said or needs, and how they told it')
    .action(async (customerId: string, { type, by, note }: Opening) => {
      const stores = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const { now: at } = stores
      // The same command once more within a minute is the same case.
      const caseId = `care-${contentId(`${at.slice(0, 16)} ${type} ${note}`)}`
      const ports = { ...stores, events: silent, listOrders: listsMadeHere(stores) }
      const run = () => openToldCase(ports, { caseId, customerId, what: type, note, call: null, by, at })
      const on = { kind: 'customer', id: customerId } as const
      const isKnown = (await stores.customers.get(customerId)) !== undefined
      const done = await (isKnown ? auditedHere({ output, stores }, { act: 'open-case', on, people: 1 }, run) : run())
      if ('refused' in done)
        return output.refuse([
          `${customerId}: ${done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')}`,
        ])
      output.print(`${done.opened}: opened${done.again ? ', as before' : ''}`)
    })
}
