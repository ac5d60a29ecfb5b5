/** `care case`: one case with its clocks and history, and what staff do with it, by the rules of the pages. */
import { Command } from 'commander'
import type { CareFrame } from '#cli/care-frame.ts'
import { closeCommand } from '#cli/commands/case-close.ts'
import { approveCommand, compensateCommand, endCompensationCommands } from '#cli/commands/case-compensation.ts'
import { askCommand, departmentToldCommand, withdrawCommand } from '#cli/commands/case-department.ts'
import { describeCommand } from '#cli/commands/case-describe.ts'
import { fileCommand } from '#cli/commands/case-file.ts'
import { goOnCommand } from '#cli/commands/case-go-on.ts'
import { mergeCommand } from '#cli/commands/case-merge.ts'
import { escalateCommand, moveCommand, saidCommand, severityCommand } from '#cli/commands/case-moves.ts'
import { noteCommand } from '#cli/commands/case-note.ts'
import { openCommand } from '#cli/commands/case-open.ts'
import { showCommand } from '#cli/commands/case-show.ts'
import { writeCommand } from '#cli/commands/case-write.ts'
import { withDefault } from '#cli/commands/default-command.ts'

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
