/** `care case merge`: a case becomes part of an older one of the same customer. */
import { Argument, Command } from 'commander'
import { mergeCase } from '#app/desk/merge-case.ts'
import { events } from '#app/events.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

export function mergeCommand({ output, place }: CareFrame): Command {
  return new Command('merge')
    .description('make it part of an older case of the same customer, and close it; the customer waits for an answer there')
    .addArgument(new Argument('<case>', 'the id of the newer case, as care cases lists it'))
    .requiredOption('--into <case>', 'the case that goes on')
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--note <text>', 'what the customer said this time')
    .action(async (workId: string, { into, by, note }: { into: string; by: string; note: string }) => {
      const stores = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const run = () => mergeCase({ ...stores, events: silent }, { workId, into, by, text: note, at: stores.now })
      const done = await auditedOnWork({ output, stores }, { act: 'merge-case', workId }, run)
      if ('refused' in done)
        return output.refuse([
          `${workId}: ${done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')}`,
        ])
      output.print(`${workId}: part of ${into}${done.again ? ', as before' : ''}`)
    })
}
