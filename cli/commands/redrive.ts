/** `care redrive`: puts dead letters back, and orders overdue work again. */
import { Command } from 'commander'
import { events } from '#app/events.ts'
import { redriveAll } from '#app/operating/redrive-all.ts'
import { auditedHere } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'

export function redriveCommand({ output, place }: CareFrame): Command {
  return new Command('redrive')
    .description('put dead letters back into their queues, and hand out slices and batches that are overdue')
    .option('--json', 'print { letters: [{ queue, found, putBack, unreadable }], overdue: [{ occurrenceId, handedOut }] }')
    .addHelpText(
      'after',
      `
Always safe: planning repeats itself exactly and every contact is claimed before it is sent. Put the cause right first, or the letters
die again. Takes as many letters as there are when it begins.`,
    )
    .action(async ({ json }: { json?: true }) => {
      const stores = await place.stores()
      const { occurrences, now } = stores
      const work = await place.work()
      if ('out' in work) return output.refuse([work.out])
      const overdueLog = events({ event: () => {}, alarm: () => {} })
      const run = () => redriveAll({ ...work, occurrences, events: overdueLog }, now)
      const done = await auditedHere({ output, stores }, { act: 'redrive', on: null, people: null }, run)
      const { letters, overdue } = done
      if (json) output.print(JSON.stringify(done, null, 2))
      else {
        for (const { queue, found, putBack } of letters) output.print(`${queue}: ${putBack} of ${found} dead letters put back`)
        for (const { occurrenceId, handedOut } of overdue) output.print(`${occurrenceId}: ${handedOut} overdue handed out again`)
        if (overdue.length === 0) output.print('nothing is overdue')
      }
      const strange = letters.filter(({ unreadable }) => unreadable > 0)
      if (strange.length > 0)
        output.refuse(
          strange.map(
            ({ queue, unreadable }) => `${queue}: letters that are no orders stay there, to be read first: ${unreadable}`,
          ),
        )
    })
}
