/** All commands of `care`. */
import { Command } from 'commander'
import type { CareFrame } from '#cli/care-frame.ts'
import { acceptCommand } from '#cli/commands/accept.ts'
import { budgetCommand } from '#cli/commands/budget.ts'
import { calendarCommand } from '#cli/commands/calendar.ts'
import { callsCommand } from '#cli/commands/calls.ts'
import { caseCommand } from '#cli/commands/case.ts'
import { casesCommand } from '#cli/commands/cases.ts'
import { checkCommand } from '#cli/commands/check.ts'
import { doNotCallCommand } from '#cli/commands/do-not-call.ts'
import { doctorCommand } from '#cli/commands/doctor.ts'
import { factsCommand } from '#cli/commands/facts.ts'
import { hotlineCommand } from '#cli/commands/hotline.ts'
import { importCommand } from '#cli/commands/import.ts'
import { keysCommand } from '#cli/commands/keys.ts'
import { lunarCommand } from '#cli/commands/lunar.ts'
import { migrateCommand } from '#cli/commands/migrate.ts'
import { occurrencesCommand } from '#cli/commands/occurrences.ts'
import { cancelCommand, pauseCommand, resumeCommand } from '#cli/commands/pause.ts'
import { personCommand } from '#cli/commands/person.ts'
import { previewCommand } from '#cli/commands/preview.ts'
import { purgedCommand } from '#cli/commands/purged.ts'
import { readReplyCommand } from '#cli/commands/read-reply.ts'
import { redriveCommand } from '#cli/commands/redrive.ts'
import { rehearseCommand } from '#cli/commands/rehearse.ts'
import { reportCommand } from '#cli/commands/report.ts'
import { resendCommand } from '#cli/commands/resend.ts'
import { settleCommand } from '#cli/commands/settle.ts'
import { themesCommand } from '#cli/commands/themes.ts'
import { unknownCommand } from '#cli/commands/unknown.ts'
import { voucherCommand } from '#cli/commands/voucher.ts'
import { workCommand } from '#cli/commands/work.ts'

export function careProgram(frame: CareFrame): Command {
  const { output } = frame
  return new Command('care')
    .description('Thăm Hỏi: customer-care campaigns. Exit code 0: done, 1: refused with reasons, 2: wrong usage.')
    .addCommand(calendarCommand(output))
    .addCommand(lunarCommand(output))
    .addCommand(checkCommand(frame))
    .addCommand(acceptCommand(frame))
    .addCommand(doctorCommand(frame))
    .addCommand(importCommand({ output, stores: frame.place.stores }))
    .addCommand(doNotCallCommand(frame))
    .addCommand(hotlineCommand(frame))
    .addCommand(rehearseCommand(frame))
    .addCommand(budgetCommand(frame))
    .addCommand(personCommand(frame))
    .addCommand(previewCommand(frame))
    .addCommand(workCommand(frame))
    .addCommand(casesCommand(frame))
    .addCommand(caseCommand(frame))
    .addCommand(callsCommand(frame))
    .addCommand(voucherCommand(frame))
    .addCommand(occurrencesCommand(frame))
    .addCommand(unknownCommand(frame))
    .addCommand(settleCommand(frame))
    .addCommand(resendCommand(frame))
    .addCommand(pauseCommand(frame))
    .addCommand(resumeCommand(frame))
    .addCommand(cancelCommand(frame))
    .addCommand(redriveCommand(frame))
    .addCommand(purgedCommand(frame))
    .addCommand(factsCommand(frame))
    .addCommand(keysCommand(frame))
    .addCommand(migrateCommand(frame))
    .addCommand(readReplyCommand(frame))
    .addCommand(reportCommand(frame))
    .addCommand(themesCommand(frame))
}
