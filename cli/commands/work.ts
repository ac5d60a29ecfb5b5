/** `care work`: what staff must do for customers (calls, cases, rights with the law's clocks), and what they did. */
import { userInfo } from 'node:os'
import { Command, Option } from 'commander'
import { closeWork } from '#app/desk/close-work.ts'
import { noteWork } from '#app/desk/note-work.ts'
import { events } from '#app/events.ts'
import { extendRight } from '#app/person/extend-right.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type AtFirstTold, atFirstOf, atFirstOption } from '#cli/commands/at-first-option.ts'
import { withDefault } from '#cli/commands/default-command.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { historyOfWork, lineOfWork } from '#cli/words-of-work.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'
import { CASE_REFUSALS, type CaseRefusal } from '#core/work/case/case-act.ts'
import { type Due, deadlinesOf, inOrderOfUrgency } from '#core/work/deadlines.ts'
import { reasonOf } from '#core/work/work-item.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

export function workCommand(frame: CareFrame): Command {
  return withDefault(
    new Command('work').description('open work for customers, by when it is due; note on it, close it, or put a right off once'),
    listCommand(frame),
  )
    .addCommand(noteCommand(frame))
    .addCommand(closeCommand(frame))
    .addCommand(extendCommand(frame))
}

function listCommand({ output, place }: CareFrame): Command {
  return new Command('list')
    .description('list what is open, the most urgent first')
    .option('--history', 'with what happened to each, and what staff wrote')
    .option('--json', 'print [{ workId, kind, reason, customerId, dueAt, doneBy, subject, holds, events, … }]')
    .action(async ({ history, json }: { history?: true; json?: true }) => {
      const { work, now, companyRules } = await place.stores()
      const { zone } = companyRules.company
      const open = inOrderOfUrgency(await work.allOpen(), companyRules)
      if (json) return output.print(JSON.stringify(open.map(forMachines), null, 2))
      if (open.length === 0) return output.print('nothing is open')
      for (const due of open) {
        output.print(lineOfWork(due, { now, zone }))
        if (history) for (const told of historyOfWork(due.item, companyRules)) output.print(`    ${told}`)
      }
      output.print(timesAre(zone))
    })
}

/** The deadlines as they are now, in place of the store's index value. */
const forMachines = ({ item, deadlines: { begin, done } }: Due) => ({
  ...item,
  reason: reasonOf(item),
  dueAt: begin,
  doneBy: done,
})

function noteCommand({ output, place }: CareFrame): Command {
  return new Command('note')
    .description('write a note on open work, which stays open')
    .argument('<work>', 'the id of the work, as care work lists it')
    .requiredOption('--by <name>', 'who writes it')
    .requiredOption('--note <text>', 'what was tried, or what the customer said')
    .action(async (workId: string, { by, note }: { by: string; note: string }) => {
      const stores = await place.stores()
      const run = () => noteWork(stores, { workId, by, note, at: stores.now })
      const done = await auditedOnWork({ output, stores }, { act: 'note-work', workId }, run)
      if ('refused' in done) {
        const why = done.refused === 'too-long' ? tooLongInWords(done) : NOTE_REFUSALS[done.refused]
        return output.refuse([`${workId}: ${why}`])
      }
      output.print(`${workId}: noted${done.again ? ', as before' : ''}`)
    })
}

function closeCommand({ output, place }: CareFrame): Command {
  return new Command('close')
    .description('say that work is done, who did it and what came of it')
    .argument('<work>', 'the id of the work, as care work lists it')
    .requiredOption('--by <name>', 'who did it')
    .requiredOption('--note <text>', 'what came of it')
    .addOption(
      new Option(
        '--reached <yes|no|not-needed>',
        'was the customer spoken with? No call or case is closed without it; not-needed: nothing was to be said in a case',
      ).choices(['yes', 'no', 'not-needed']),
    )
    .addOption(atFirstOption())
    .addHelpText(
      'after',
      '\nSurveys after a call or a case count from the day on which it was closed, and only where the customer was reached. The same again changes nothing.',
    )
    .action(async (workId: string, { by, note, reached, ...mark }: Closing) => {
      const stores = await place.stores()
      const said = { by, note, reached: reached === undefined ? null : REACHED[reached], ...atFirstOf(mark) }
      const run = () => closeWork({ ...stores, events: SILENT }, { workId, ...said, at: stores.now })
      const done = await auditedOnWork({ output, stores }, { act: 'close-work', workId }, run)
      if ('refused' in done) {
        const why = done.refused === 'too-long' ? tooLongInWords(done) : CLOSE_REFUSALS[done.refused]
        return output.refuse([`${workId}: ${why}`])
      }
      output.print(`${workId}: closed${done.again ? ', as before' : ''}`)
    })
}

function extendCommand({ output, place }: CareFrame): Command {
  return new Command('extend')
    .description("put off by when a person's right must be met, once, by as much as the law allows")
    .argument('<work>', 'the id of the work, as care work lists it')
    .option('--by <who>', 'who decides', userInfo().username)
    .requiredOption('--because <text>', 'why it takes longer: the law has the person told')
    .action(async (workId: string, { by, because }: { by: string; because: string }) => {
      const stores = await place.stores()
      const run = () => extendRight(stores, { workId, by, because, at: stores.now })
      const done = await auditedOnWork({ output, stores }, { act: 'extend-right', workId }, run)
      if ('refused' in done) {
        const why = done.refused === 'too-long' ? tooLongInWords(done) : EXTEND_REFUSALS[done.refused]
        return output.refuse([`${workId}: ${why}`])
      }
      const { zone } = stores.company
      const until = deadlinesOf(done.item, stores.companyRules).done
      output.print(`${workId}: to be done by ${writtenTime(until ?? done.item.dueAt, zone)}; ${timesAre(zone)}`)
    })
}

const REACHED = { yes: true, no: false, 'not-needed': 'not-needed' } as const

interface Closing extends AtFirstTold {
  readonly by: string
  readonly note: string
  readonly reached?: keyof typeof REACHED
}

const SILENT = events({ event: () => {}, alarm: () => {} })

const CONTENDED = 'others change it at this moment: try again'
/** What a complaint demands is said in the words of its screen. */
const DEMANDS = Object.fromEntries(CASE_REFUSALS.map((refused) => [refused, workSaidInWords(refused, 'en')])) as Readonly<
  Record<CaseRefusal, string>
>
const CLOSE_REFUSALS = {
  ...DEMANDS,
  'who-and-what': 'say who did it and what came of it',
  'reached-or-not': 'say whether the customer was reached: --reached yes, or --reached no; for a case also --reached not-needed',
  'nothing-to-solve': 'there is nothing to solve for the customer there: leave --at-first out',
  'no-such-work': 'there is no such work',
  'already-closed': 'somebody closed it before',
  'held-by-colleague': 'a colleague holds the call at this moment: ask them, or wait until their time is over',
  'changed-meanwhile': 'it was reopened meanwhile',
  contended: CONTENDED,
} as const
const NOTE_REFUSALS = {
  'who-and-what': 'say who writes it, and what',
  'no-such-work': 'there is no such work',
  'already-closed': 'it is closed',
  full: 'there is no room for another note: close it',
  contended: CONTENDED,
} as const
const EXTEND_REFUSALS = {
  'who-and-why': 'say who decides, and why it takes longer',
  'no-such-work': 'there is no such work',
  'no-right': 'nobody asks for a right there, or no policy pack says how long one may take',
  'already-closed': 'it is closed',
  'already-extended': 'it was put off before, and the law allows it once',
  contended: CONTENDED,
} as const
