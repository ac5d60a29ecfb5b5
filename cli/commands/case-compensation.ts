/** `care case compensate | approve | refuse | given | take-back`: compensation by the rules of the pages. Who acts is looked up in the roster, which tells the role. */
import { randomUUID } from 'node:crypto'
import { Argument, Command } from 'commander'
import { compensate } from '#app/desk/compensate.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { memberNamed } from '#cli/member-named.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import { mayDo } from '#core/staff/role.ts'
import type { CompensationAct } from '#core/work/case/compensation-act.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'
import { amountInWords } from '#web/words/compensation-events.ts'
import { COMPENSATION_STATE_WORDS } from '#web/words/compensations.ts'
import { onlyFor } from '#web/words/roles.ts'

const aCase = () => new Argument('<case>', 'the id of the case, as care cases lists it')
const aCompensation = () => new Argument('<compensation>', 'its id, as care case shows it')
const BY = ['--by <name>', 'who does it: a name or an address of the roster'] as const

export const compensateCommand = (frame: CareFrame): Command =>
  new Command('compensate')
    .description('ask for what the customer is to get; above what the role may give alone it waits for another person')
    .addArgument(aCase())
    .requiredOption('--item <id>', 'an item of campaigns/compensation.json')
    .option('--amount <dong>', 'how much, where the item has no fixed cost')
    .requiredOption('--note <text>', 'why, and what the customer was promised')
    .requiredOption(...BY)
    .action((workId: string, { item, amount = '', note, by }: { item: string; amount?: string; note: string; by: string }) =>
      run(frame, { workId, by, act: { is: 'ask', compensationId: randomUUID(), item, amount, text: note } }),
    )

export const approveCommand = (frame: CareFrame): Command =>
  new Command('approve')
    .description('approve compensation that a colleague asked for')
    .addArgument(aCase())
    .addArgument(aCompensation())
    .requiredOption(...BY)
    .action((workId: string, compensationId: string, { by }: { by: string }) =>
      run(frame, { workId, by, act: { is: 'approve', compensationId } }),
    )

const ENDINGS = [
  { name: 'refuse', is: 'refuse', description: 'refuse compensation that a colleague asked for', option: '--because <text>' },
  { name: 'take-back', is: 'withdraw', description: 'withdraw compensation that was not given', option: '--because <text>' },
  { name: 'given', is: 'give', description: 'note that the customer has it', option: '--note <text>' },
] as const

export const endCompensationCommands = (frame: CareFrame): readonly Command[] =>
  ENDINGS.map(({ name, is, description, option }) =>
    new Command(name)
      .description(description)
      .addArgument(aCase())
      .addArgument(aCompensation())
      .requiredOption(option, is === 'give' ? 'how it was given' : 'why')
      .requiredOption(...BY)
      .action((workId: string, compensationId: string, said: { because?: string; note?: string; by: string }) =>
        run(frame, { workId, by: said.by, act: { is, compensationId, text: said.because ?? said.note ?? '' } }),
      ),
  )

const IN_LOG: Readonly<Record<CompensationAct['is'], AuditedAct>> = {
  ask: 'compensate',
  approve: 'decide-compensation',
  refuse: 'decide-compensation',
  give: 'give-compensation',
  withdraw: 'withdraw-compensation',
}

async function run(
  { output, place }: CareFrame,
  { workId, by, act }: { readonly workId: string; readonly by: string; readonly act: CompensationAct },
): Promise<void> {
  const stores = await place.stores()
  const { staff, now } = stores
  const member = await memberNamed(staff.roster, by)
  if ('refused' in member) return output.refuse([member.refused])
  if (!mayDo(member.role, 'note-work')) return output.refuse([`--by ${by}: ${onlyFor('note-work', 'en')}`])
  const actor = { by: member.name, address: member.address, role: member.role }
  const run = () => compensate(stores, { workId, act, ...actor, at: now })
  const done = await auditedOnWork({ output, stores }, { act: IN_LOG[act.is], workId }, run)
  if ('refused' in done)
    return output.refuse([
      `${workId}: ${done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')}`,
    ])
  const { asked, state } = done.compensation
  output.print(
    `${workId}: compensation ${asked.compensationId}, ${asked.name.en}, ${amountInWords(asked.amount, 'en')}: ${COMPENSATION_STATE_WORDS.en[state]}${done.again ? ', as before' : ''}`,
  )
}
