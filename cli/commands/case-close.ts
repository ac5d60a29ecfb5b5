/** `care case close`: it is solved, by the word of the customer, or they were asked often enough. */
import { Command, Option } from 'commander'
import { closeWork } from '#app/desk/close-work.ts'
import { events } from '#app/events.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type AtFirstTold, atFirstOf, atFirstOption } from '#cli/commands/at-first-option.ts'
import { aCase, BY, refusalInWords } from '#cli/commands/case-act.ts'

const REACHED = { yes: true, no: false, 'not-needed': 'not-needed' } as const

interface Closing extends AtFirstTold {
  readonly by: string
  readonly note: string
  readonly reached: keyof typeof REACHED
}

export function closeCommand({ output, place }: CareFrame): Command {
  return new Command('close')
    .description(
      'say that it is solved; a complaint needs a proposal and the word of the customer, or that they were asked often enough',
    )
    .addArgument(aCase())
    .requiredOption(...BY)
    .requiredOption('--note <text>', 'what came of it')
    .addOption(
      new Option('--reached <yes|no|not-needed>', 'did the customer say so? not-needed: nothing was to be said')
        .choices(['yes', 'no', 'not-needed'])
        .makeOptionMandatory(),
    )
    .addOption(atFirstOption())
    .action(async (workId: string, { by, note, reached, ...mark }: Closing) => {
      const stores = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const closing = { workId, by, note, reached: REACHED[reached], ...atFirstOf(mark), at: stores.now }
      const run = () => closeWork({ ...stores, events: silent }, closing)
      const done = await auditedOnWork({ output, stores }, { act: 'close-work', workId }, run)
      if ('refused' in done) return output.refuse([`${workId}: ${refusalInWords(done)}`])
      output.print(`${workId}: closed${done.again ? ', as before' : ''}`)
    })
}
