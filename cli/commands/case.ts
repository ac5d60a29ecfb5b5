/** `care case`: one case with its clocks and history, and what staff do with it, by the rules of the pages. */
import { Argument, Command, Option } from 'commander'
import { closeWork } from '#app/desk/close-work.ts'
import { noteWork } from '#app/desk/note-work.ts'
import { type WorkedOnCase, workOnCase } from '#app/desk/work-on-case.ts'
import { events } from '#app/events.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type AtFirstTold, atFirstOf, atFirstOption } from '#cli/commands/at-first-option.ts'
import { approveCommand, compensateCommand, endCompensationCommands } from '#cli/commands/case-compensation.ts'
import { askCommand, departmentToldCommand, withdrawCommand } from '#cli/commands/case-department.ts'
import { fileCommand } from '#cli/commands/case-file.ts'
import { goOnCommand } from '#cli/commands/case-go-on.ts'
import { mergeCommand } from '#cli/commands/case-merge.ts'
import { openCommand } from '#cli/commands/case-open.ts'
import { writeCommand } from '#cli/commands/case-write.ts'
import { withDefault } from '#cli/commands/default-command.ts'
import { standingOfCase, wholeCase } from '#cli/words-of-cases.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { timesAre } from '#cli/written-clock.ts'
import {
  CASE_FIELDS,
  CASE_TYPES,
  type CaseField,
  type CaseType,
  ESCALATION_LEVELS,
  type EscalationLevel,
  SEVERITIES,
  type Severity,
} from '#core/campaign/case-terms.ts'
import type { TooLong } from '#core/campaign/staff-text.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { CaseAct } from '#core/work/case/case-act.ts'
import { CASE_STEPS, type CaseStep } from '#core/work/case/case-event.ts'
import { caseSummary } from '#core/work/case/case-summary.ts'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { questionClock, questionsOf } from '#core/work/case/questions.ts'
import { repeatOf } from '#core/work/case/repeat.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { stateOf } from '#core/work/standing.ts'
import { type WorkRefused, workSaidInWords } from '#web/staff/work/work-said-words.ts'

export function caseCommand(frame: CareFrame): Command {
  const command = withDefault(
    new Command('case').description('one case: show it, move it on, describe it, close it'),
    showCommand(frame),
  )
    .addCommand(openCommand(frame))
    .addCommand(moveCommand(frame))
    .addCommand(describeCommand(frame))
    .addCommand(severityCommand(frame))
    .addCommand(
      saidCommand(frame, {
        name: 'wait',
        is: 'wait',
        description: 'the customer was asked something: its clocks stand still until they answer',
      }),
    )
    .addCommand(saidCommand(frame, { name: 'heard', is: 'heard', description: 'the customer answered, or wrote again' }))
    .addCommand(
      saidCommand(frame, { name: 'wrote', is: 'wrote', description: 'note that staff wrote to the customer in another way' }),
    )
    .addCommand(writeCommand(frame))
    .addCommand(escalateCommand(frame))
    .addCommand(saidCommand(frame, { name: 'hand-back', is: 'hand-back', description: 'hand it back down after it went up' }))
    .addCommand(askCommand(frame))
    .addCommand(withdrawCommand(frame))
    .addCommand(departmentToldCommand(frame))
    .addCommand(mergeCommand(frame))
    .addCommand(goOnCommand(frame))
    .addCommand(compensateCommand(frame))
    .addCommand(approveCommand(frame))
    .addCommand(fileCommand(frame))
    .addCommand(noteCommand(frame))
    .addCommand(closeCommand(frame))
  for (const ending of endCompensationCommands(frame)) command.addCommand(ending)
  return command
}

const aCase = () => new Argument('<case>', 'the id of the case, as care cases lists it')

function showCommand({ output, place }: CareFrame): Command {
  return new Command('show')
    .description('its state, type, category with what is missing, severity and why, its clocks, and its history')
    .addArgument(aCase())
    .option(
      '--json',
      'print { workId, state, type, severity, because, category, fields, missing, dueAt, clocks, questions, compensations, files, events, … }',
    )
    .action(async (workId: string, { json }: { json?: true }) => {
      const { work, now, companyRules } = await place.stores()
      const item = await work.get(workId)
      if (!item) return output.refuse([`${workId}: ${workSaidInWords('no-such-work', 'en')}`])
      if (item.kind !== 'case') return output.refuse([`${workId}: ${workSaidInWords('no-case', 'en')}`])
      const summary = caseSummary(item, { rules: companyRules, now })
      const others = item.customerId === null ? [] : await work.ofCustomer(item.customerId)
      const repeats = repeatOf(item, others, companyRules.cases)?.workId ?? null
      if (json) {
        const dueAt = deadlinesOf(item, companyRules).begin
        const questions = questionsOf(item).map((question) => ({
          ...question,
          ...questionClock(question, { rules: companyRules, now }),
        }))
        const compensations = compensationsOf(item).map(({ asked, state }) => ({ ...asked, state }))
        const told = { ...item, state: stateOf(item), ...summary, repeats, dueAt, questions, compensations, files: filesOf(item) }
        return output.print(JSON.stringify(told, null, 2))
      }
      const { zone } = companyRules.company
      for (const line of wholeCase({ item, summary, rules: companyRules, now })) output.print(line)
      if (repeats !== null) output.print(`repeat of ${repeats}`)
      output.print(timesAre(zone))
    })
}

const BY = ['--by <name>', 'who does it'] as const

function moveCommand(frame: CareFrame): Command {
  return new Command('move')
    .description('go on to a step, or back to one; a proposal needs a category and what it asks for')
    .addArgument(aCase())
    .addOption(new Option('--to <step>', 'the step').choices(CASE_STEPS).makeOptionMandatory())
    .requiredOption(...BY)
    .requiredOption('--note <text>', 'what was confirmed, what is still needed, what was proposed')
    .action((workId: string, { to, by, note }: { to: CaseStep; by: string; note: string }) =>
      act(frame, { workId, by, act: { is: 'move', to, text: note } }),
    )
}

function describeCommand(frame: CareFrame): Command {
  return new Command('describe')
    .description('say what it is about, as a whole: the last description holds')
    .addArgument(aCase())
    .requiredOption('--category <id>', 'a category of campaigns/cases.json')
    .addOption(new Option('--type <type>', 'where it is something else than it was opened as').choices(CASE_TYPES))
    .option(
      '--department <name>',
      'whose matter it is, where it is another than the category says: an id of departments.json, or a name',
    )
    .option('--because <text>', 'why, where it is no complaint any more, or less grave')
    .option('--field <name=value...>', `what the category asks for: ${CASE_FIELDS.join(', ')}`)
    .requiredOption(...BY)
    .action(
      (
        workId: string,
        asked: {
          category: string
          type?: CaseType
          department?: string
          because?: string
          field?: readonly string[]
          by: string
        },
      ) => {
        const { category, type = null, department = '', because: text = '', field = [], by } = asked
        const named = field.map(fieldIn)
        const unknown = named.indexOf(null)
        if (unknown !== -1)
          return frame.output.refuse([`${field[unknown]}: write name=value with a name of ${CASE_FIELDS.join(', ')}`])
        const fields = Object.fromEntries(named.flatMap((one) => (one === null ? [] : [one])))
        return act(frame, { workId, by, act: { is: 'describe', type, category, fields, department, text } })
      },
    )
}

function fieldIn(text: string): readonly [CaseField, string] | null {
  const name = CASE_FIELDS.find((field) => text.startsWith(`${field}=`))
  return name === undefined ? null : [name, text.slice(name.length + 1)]
}

function severityCommand(frame: CareFrame): Command {
  return new Command('severity')
    .description('say how grave it is, against the rules; the clocks follow')
    .addArgument(aCase())
    .addOption(new Option('--to <severity>', 's1 is the gravest').choices(SEVERITIES).makeOptionMandatory())
    .requiredOption(...BY)
    .requiredOption('--because <text>', 'why')
    .action((workId: string, { to, by, because }: { to: Severity; by: string; because: string }) =>
      act(frame, { workId, by, act: { is: 'grade', severity: to, text: because } }),
    )
}

function escalateCommand(frame: CareFrame): Command {
  return new Command('escalate')
    .description('take it up')
    .addArgument(aCase())
    .addOption(new Option('--to <level>', 'to whom').choices(ESCALATION_LEVELS).makeOptionMandatory())
    .requiredOption(...BY)
    .requiredOption('--note <text>', 'why')
    .action((workId: string, { to, by, note }: { to: EscalationLevel; by: string; note: string }) =>
      act(frame, { workId, by, act: { is: 'escalate', to, text: note } }),
    )
}

interface SaidAct {
  readonly name: string
  readonly is: Extract<CaseAct['is'], 'wait' | 'heard' | 'wrote' | 'hand-back'>
  readonly description: string
}

function saidCommand(frame: CareFrame, { name, is, description }: SaidAct): Command {
  return new Command(name)
    .description(description)
    .addArgument(aCase())
    .requiredOption(...BY)
    .requiredOption('--note <text>', 'what was asked, answered or written, or why')
    .action((workId: string, { by, note }: { by: string; note: string }) => act(frame, { workId, by, act: { is, text: note } }))
}

function noteCommand({ output, place }: CareFrame): Command {
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

const REACHED = { yes: true, no: false, 'not-needed': 'not-needed' } as const

interface Closing extends AtFirstTold {
  readonly by: string
  readonly note: string
  readonly reached: keyof typeof REACHED
}

function closeCommand({ output, place }: CareFrame): Command {
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

const CASE_ACTS_IN_LOG: Readonly<Record<CaseAct['is'], AuditedAct>> = {
  move: 'move-case',
  describe: 'describe-case',
  grade: 'grade-case',
  wait: 'note-contact',
  heard: 'note-contact',
  wrote: 'note-contact',
  escalate: 'escalate-case',
  'hand-back': 'hand-back-case',
}

async function act(
  { output, place }: CareFrame,
  { workId, by, act }: { readonly workId: string; readonly by: string; readonly act: CaseAct },
): Promise<void> {
  const stores = await place.stores()
  const { work, staff, companyRules, now } = stores
  const silent = events({ event: () => {}, alarm: () => {} })
  const ports = { work, roster: staff.roster, companyRules, events: silent }
  const run = () => workOnCase(ports, { workId, act, by, at: now })
  const done: WorkedOnCase = await auditedOnWork({ output, stores }, { act: CASE_ACTS_IN_LOG[act.is], workId }, run)
  if ('refused' in done) return output.refuse([`${workId}: ${refusalInWords(done)}`])
  const { severity } = caseSummary(done.item, { rules: companyRules, now })
  output.print(`${workId}: ${standingOfCase(done.item, severity, companyRules.cases)}`)
}

const refusalInWords = (done: TooLong | { readonly refused: Exclude<WorkRefused, 'too-long'> }): string =>
  done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')
