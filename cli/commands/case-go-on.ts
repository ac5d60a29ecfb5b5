/** `care case go-on`: a full case goes on in a new one. */
import { Argument, Command } from 'commander'
import { goOnInNewCase } from '#app/desk/go-on-in-new-case.ts'
import { events } from '#app/events.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

export function goOnCommand({ output, place }: CareFrame): Command {
  return new Command('go-on')
    .description('close a case whose history is full, and go on in a new one, where the customer waits for an answer')
    .addArgument(new Argument('<case>', 'the id of the full case, as care cases lists it'))
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--note <text>', 'what the customer still waits for')
    .action(async (workId: string, { by, note }: { by: string; note: string }) => {
      const stores = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const run = () => goOnInNewCase({ ...stores, events: silent }, { workId, by, text: note, at: stores.now })
      const done = await auditedOnWork({ output, stores }, { act: 'merge-case', workId }, run)
      if ('refused' in done)
        return output.refuse([
          `${workId}: ${done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')}`,
        ])
      output.print(`${workId}: goes on in ${done.goesOnIn}${done.again ? ', as before' : ''}`)
    })
}
