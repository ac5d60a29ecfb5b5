/** `care case move | severity | escalate | hand-back | wait | heard | wrote`: how far a case is, how grave, with whom, and what passed with its customer. */
import { Command, Option } from 'commander'
import type { CareFrame } from '#cli/care-frame.ts'
import { aCase, act, BY } from '#cli/commands/case-act.ts'
import { ESCALATION_LEVELS, type EscalationLevel, SEVERITIES, type Severity } from '#core/campaign/case-terms.ts'
import type { CaseAct } from '#core/work/case/case-act.ts'
import { CASE_STEPS, type CaseStep } from '#core/work/case/case-event.ts'

export function moveCommand(frame: CareFrame): Command {
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

export function severityCommand(frame: CareFrame): Command {
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

export function escalateCommand(frame: CareFrame): Command {
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

export function saidCommand(frame: CareFrame, { name, is, description }: SaidAct): Command {
  return new Command(name)
    .description(description)
    .addArgument(aCase())
    .requiredOption(...BY)
    .requiredOption('--note <text>', 'what was asked, answered or written, or why')
    .action((workId: string, { by, note }: { by: string; note: string }) => act(frame, { workId, by, act: { is, text: note } }))
}
