/** `care case ask | withdraw | department-told`: what departments are asked about a case, by the rules of the pages. The next run of the schedule mails it. */
import { randomUUID } from 'node:crypto'
import { Argument, Command } from 'commander'
import { askDepartment } from '#app/desk/ask-department.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { CASE_FIELDS } from '#core/campaign/case-terms.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { QuestionAct } from '#core/work/case/question-act.ts'
import { questionNamed } from '#core/work/case/questions.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

const aCase = () => new Argument('<case>', 'the id of the case, as care cases lists it')
const aQuestion = () => new Argument('<question>', 'the id of the question, as care case shows it')
const BY = ['--by <name>', 'who does it'] as const

interface Asked {
  readonly department: string
  readonly to?: string
  readonly question: string
  readonly extract?: string
  readonly show?: readonly string[]
  readonly insteadOf?: string
  readonly by: string
}

export function askCommand(frame: CareFrame): Command {
  return new Command('ask')
    .description('ask a department; it sees the question, the extract and the fields shown, and nothing else of the case')
    .addArgument(aCase())
    .requiredOption('--department <id>', 'a department of campaigns/departments.json')
    .option('--to <address>', 'a person of it; left out: the first')
    .requiredOption('--question <text>', 'what the department is to answer')
    .option('--extract <text>', 'what it should know of the case')
    .option('--show <field...>', `fields of the case that it sees: ${CASE_FIELDS.join(', ')}`)
    .option('--instead-of <question>', 'a question that this one takes the place of, which is withdrawn')
    .requiredOption(...BY)
    .action((workId: string, { department, to = '', question, extract = '', show = [], insteadOf, by }: Asked) => {
      const unknown = show.find((field) => !CASE_FIELDS.some((known) => known === field))
      if (unknown !== undefined) return frame.output.refuse([`--show ${unknown}: expected one of ${CASE_FIELDS.join(', ')}`])
      const fields = CASE_FIELDS.filter((field) => show.includes(field))
      const act = {
        is: 'ask',
        questionId: randomUUID(),
        department,
        to,
        question,
        extract,
        fields,
        replaces: insteadOf ?? null,
      } as const
      return run(frame, { workId, by, act })
    })
}

export const withdrawCommand = (frame: CareFrame): Command =>
  new Command('withdraw')
    .description('withdraw a question: its link works no more')
    .addArgument(aCase())
    .addArgument(aQuestion())
    .requiredOption('--because <text>', 'why')
    .requiredOption(...BY)
    .action((workId: string, questionId: string, { because, by }: { because: string; by: string }) =>
      run(frame, { workId, by, act: { is: 'withdraw', questionId, text: because } }),
    )

export const departmentToldCommand = (frame: CareFrame): Command =>
  new Command('department-told')
    .description('note what a department answered by Zalo')
    .addArgument(aCase())
    .addArgument(aQuestion())
    .requiredOption('--note <text>', 'what it said')
    .requiredOption(...BY)
    .action((workId: string, questionId: string, { note, by }: { note: string; by: string }) =>
      run(frame, { workId, by, act: { is: 'answered-elsewhere', questionId, text: note } }),
    )

const IN_LOG: Readonly<Record<QuestionAct['is'], AuditedAct>> = {
  ask: 'ask-department',
  withdraw: 'withdraw-question',
  'answered-elsewhere': 'note-department',
}

async function run(
  { output, place }: CareFrame,
  { workId, by, act }: { readonly workId: string; readonly by: string; readonly act: QuestionAct },
): Promise<void> {
  const stores = await place.stores()
  const { companyRules, now } = stores
  const departmentOrders = { tellDepartments: async () => {} }
  const run = () => askDepartment({ ...stores, departmentOrders }, { workId, act, by, at: now })
  const done = await auditedOnWork({ output, stores }, { act: IN_LOG[act.is], workId }, run)
  if ('refused' in done)
    return output.refuse([
      `${workId}: ${done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')}`,
    ])
  const question = questionNamed(done.item, act.questionId)
  const department = question === undefined ? '' : departmentNamed(companyRules.departments, question.asked.department, 'en')
  output.print(
    `${workId}: question ${act.questionId} to ${department}: ${question?.state ?? ''}${done.again ? ', as before' : ''}`,
  )
}
