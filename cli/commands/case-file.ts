/** `care case file`: adds a photo or another file to a case, by the rules of the pages. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Argument, Command } from 'commander'
import { addCaseFile } from '#app/desk/add-case-file.ts'
import { events } from '#app/events.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { LARGEST_FILE } from '#core/work/case/case-file.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'
import { fileInWords } from '#web/words/files.ts'

export function fileCommand({ output, place }: CareFrame): Command {
  return new Command('file')
    .description('add a photo (JPEG, PNG, WebP, HEIC) or a PDF to it; what it is, its bytes tell and not its name')
    .addArgument(new Argument('<case>', 'the id of the case, as care cases lists it'))
    .addArgument(new Argument('<path>', 'the file'))
    .requiredOption('--by <name>', 'who does it')
    .option('--note <text>', 'what it shows', '')
    .action(async (workId: string, path: string, { by, note }: { by: string; note: string }) => {
      const bytes = contentOf(path)
      if (typeof bytes === 'string') return output.refuse([`${path}: ${bytes}`])
      const stores = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const file = { name: basename(path), bytes }
      const run = () => addCaseFile({ ...stores, events: silent }, { workId, by, note, file, at: stores.now })
      const done = await auditedOnWork({ output, stores }, { act: 'add-file', workId }, run)
      if ('refused' in done)
        return output.refuse([
          `${workId}: ${done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')}`,
        ])
      output.print(`${workId}: ${done.file.name} (${fileInWords(done.file, 'en')})${done.again ? ', as before' : ''}`)
    })
}

/** Or why it cannot be read. Of a file that is far too large only as much as shows that. */
function contentOf(path: string): Uint8Array | string {
  try {
    if (!statSync(path).isFile()) return 'no file'
    return statSync(path).size > LARGEST_FILE ? new Uint8Array(LARGEST_FILE + 1) : readFileSync(path)
  } catch {
    return 'cannot be read'
  }
}
