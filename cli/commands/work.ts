/** `care work`: what staff must do for customers (calls, cases, rights with the law's clocks), and what they did. */
import { Command, Option } from 'commander'
import { closeWork } from '#app/desk/close-work.ts'
import { events } from '#app/events.ts'
import { extendRight } from '#app/person/extend-right.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'
import type { WorkFact, WorkItem } from '#core/work/work-item.ts'

export function workCommand(frame: CareFrame): Command {
  return new Command('work')
    .description('open work for customers, by when it is due; close it, or put a right off once')
    .addCommand(listCommand(frame), { isDefault: true })
    .addCommand(closeCommand(frame))
    .addCommand(extendCommand(frame))
}

function listCommand({ output, place }: CareFrame): Command {
  return new Command('list')
    .description('list what is open, the most urgent first')
    .option('--json', 'print [{ workId, kind, reason, customerId, dueAt, right, … }]')
    .action(async ({ json }: { json?: true }) => {
      const { work, now, company } = await place.stores()
      const open = await work.allOpen()
      if (json) return output.print(JSON.stringify(open, null, 2))
      if (open.length === 0) return output.print('nothing is open')
      for (const item of open) output.print(line(item, { now, zone: company.zone }))
      output.print(timesAre(company.zone))
    })
}

function line(item: WorkItem, { now, zone }: { now: string; zone: string }): string {
  const { workId, kind, reason, customerId, score, dueAt, right, holds } = item
  const about = [
    reason,
    ...(score === null ? [] : [`score ${score}`]),
    ...holds.map((fact) => factInWords(fact, zone)),
    ...(right === null ? [] : [`${right.ask}, done by ${writtenTime(right.doneBy, zone)}${right.extended ? ' (put off)' : ''}`]),
  ]
  const late = dueAt < now ? 'OVERDUE ' : ''
  return `${late}${writtenTime(dueAt, zone)} ${kind} ${about.join(', ')}: ${customerId ?? '(nobody known)'} ${workId}`
}

/** What the mail behind it holds beside its reason. */
function factInWords(fact: WorkFact, zone: string): string {
  switch (fact.is) {
    case 'right':
      return `also ${fact.ask}${fact.doneBy === null ? '' : `, done by ${writtenTime(fact.doneBy, zone)}`}`
    case 'complaint':
    case 'request':
    case 'low-score':
      return `also ${fact.is}`
    case 'contradicted-score':
      return 'its words contradict its score'
    case 'words-to-read':
      return 'words beside its score to read'
    case 'spam-verdict':
      return 'marked as spam: open nothing in it'
  }
}

function closeCommand({ output, place }: CareFrame): Command {
  return new Command('close')
    .description('say that work is done, who did it and what came of it')
    .argument('<work>', 'the id of the work, as care work lists it')
    .requiredOption('--by <name>', 'who did it')
    .requiredOption('--note <text>', 'what came of it')
    .addOption(
      new Option('--reached <yes|no>', 'was the customer spoken with? A call is not closed without it').choices(['yes', 'no']),
    )
    .addHelpText(
      'after',
      '\nSurveys after a call or a case count from the day on which it was closed, and only where the customer was reached. The same again changes nothing.',
    )
    .action(async (workId: string, { by, note, reached }: { by: string; note: string; reached?: 'yes' | 'no' }) => {
      const { work, companyRules, now } = await place.stores()
      const done = await closeWork(
        { work, companyRules, events: SILENT },
        { workId, by, note, reached: reached === undefined ? null : reached === 'yes', at: now },
      )
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
    .action(async (workId: string) => {
      const { company, ...stores } = await place.stores()
      const done = await extendRight(stores, { workId })
      if ('refused' in done) return output.refuse([`${workId}: ${EXTEND_REFUSALS[done.refused]}`])
      output.print(
        `${workId}: to be done by ${writtenTime(done.item.right?.doneBy ?? '', company.zone)}; ${timesAre(company.zone)}`,
      )
    })
}

const SILENT = events({ event: () => {}, alarm: () => {} })

const CONTENDED = 'others change it at this moment: try again'
const CLOSE_REFUSALS = {
  'who-and-what': 'say who did it and what came of it',
  'reached-or-not': 'say whether the customer was reached: --reached yes, or --reached no',
  'no-such-work': 'there is no such work',
  'already-closed': 'somebody closed it before',
  contended: CONTENDED,
} as const
const EXTEND_REFUSALS = {
  'no-such-work': 'there is no such work',
  'no-right': 'nobody asks for a right there, or no policy pack says how long one may take',
  'already-closed': 'it is closed',
  'already-extended': 'it was put off before, and the law allows it once',
  contended: CONTENDED,
} as const
