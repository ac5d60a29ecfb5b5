/** `care case note`: words on a case that change nothing else. */
import { Command } from 'commander'
import { noteWork } from '#app/desk/note-work.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { aCase, BY, refusalInWords } from '#cli/commands/case-act.ts'

export function noteCommand({ output, place }: CareFrame): Command {
  return new Command('note')
    .description('write a note on it, which changes nothing else')
    .addArgument(aCase())
    .requiredOption(...BY)
    .requiredOption('--note <text>', 'what was done, or what came of it')
    .action(async (workId: string, { by, note }: { by: string; note: string }) => {
      const stores = await place.stores()
      const run = () => noteWork(stores, { workId, by, note, at: stores.now })
      const done = await auditedOnWork({ output, stores }, { act: 'note-work', workId }, run)
      if ('refused' in done) return output.refuse([`${workId}: ${refusalInWords(done)}`])
      output.print(`${workId}: noted${done.again ? ', as before' : ''}`)
    })
}
