/** `care doctor`: could a mail leave now, and if not, what must the operator correct? Asks the provider itself and sends nothing. */
import { Command } from 'commander'
import { examineSender, type SenderExamination } from '#app/operating/examine-sender.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type FindingReader, findingInWords, GRAVITY_WORDS } from '#cli/words-of-findings.ts'
import { gravityOf } from '#core/planning/sender-findings.ts'

export function doctorCommand({ output, place }: CareFrame): Command {
  return new Command('doctor')
    .description(
      'ask the mail provider whether mails could leave: identity, MAIL FROM, sandbox, pauses, quota; and say what to mend',
    )
    .option('--json', 'print { sender, healthy, findings, account, identity, configurationSet, largestDay }')
    .addHelpText(
      'after',
      '\nExit code 0: nothing to mend; 1: something is. The hourly look ahead asks the same and raises an alarm.',
    )
    .action(async ({ json }: { json?: true }) => {
      const { occurrences, company } = await place.stores()
      const opened = await place.provider()
      if ('out' in opened) return output.refuse([opened.out])
      const found = await examineSender({ ...opened, occurrences })
      if (json) output.print(JSON.stringify(plain(found, company), null, 2))
      else output.print(lines(found, company).join('\n'))
      if (found.findings.length > 0) output.refuse(json ? [] : [`${found.findings.length} to mend`])
    })
}

const plain = ({ state, largestDay, findings }: SenderExamination, reader: FindingReader) => ({
  sender: reader.sender,
  healthy: findings.length === 0,
  findings: findings.map((finding) => ({ ...finding, gravity: gravityOf(finding), ...findingInWords(finding, reader) })),
  ...state,
  largestDay,
})

function lines({ state, largestDay, findings }: SenderExamination, reader: FindingReader): readonly string[] {
  const { account } = state
  const quota =
    'unanswered' in account
      ? []
      : [`quota: ${account.perDay ?? 'no limit'} in 24 hours, ${account.perSecond ?? 'no limit'} a second`]
  return [
    `sender: ${reader.sender}`,
    ...quota,
    largestDay
      ? `largest planned day: ${largestDay.date}, ${largestDay.mails} mails to go`
      : 'largest planned day: nothing is planned',
    ...(findings.length === 0 ? ['all is well: mails can leave'] : []),
    ...findings.flatMap((finding) => {
      const { wrong, mend } = findingInWords(finding, reader)
      return ['', `${GRAVITY_WORDS[gravityOf(finding)]}: ${wrong}`, `  mend: ${mend}`]
    }),
  ]
}
