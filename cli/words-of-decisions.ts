/** Outcomes, refusals and the deciding operator, in words for a terminal. */
import { userInfo } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import type { Refusal } from '#app/claims/decided-outcome.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'
import type { TooLong } from '#core/campaign/staff-text.ts'
import { reasonWritten } from '#web/words/system-reasons.ts'

/** The options of every command with which the operator decides. */
export const decidedByAPerson = (command: Command): Command =>
  command
    .requiredOption('--because <why>', 'the reason, kept with the decision', reason)
    .option('--by <who>', 'who decides', reason, userInfo().username)

export interface Deciding {
  readonly by: string
  readonly because: string
}

function reason(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Expected a few words.')
  return text.trim()
}

/** The option, its limit, and the length given. */
export const tooLongInWords = ({ what, limit, length }: TooLong): string =>
  `--${what} may have at most ${limit} characters, and has ${length}`

export const RECORDED = 'recorded; their batch is being sent at this moment: say it again in a few minutes, and it is carried out'

/** Times in the company's zone. */
export function refusalInWords(refusal: Refusal, zone: string): string {
  switch (refusal.refused) {
    case 'no-such-occurrence':
      return 'no such occurrence (care occurrences lists them)'
    case 'not-in-occurrence':
      return 'not among the people of this occurrence'
    case 'erased':
      return 'erased: nothing is left to decide'
    case 'being-sent':
      return 'their batch is being sent at this moment: try again in a few minutes'
    case 'contended':
      return 'their batch is being changed at this moment: try again'
    case 'mailed-again':
      return 'another mail was sent to them once more meanwhile: look at its outcome, then decide'
    case 'budget-exhausted':
      return 'the budget of the campaign does not carry one more'
    case 'not-unknown':
      return `nothing to decide: the outcome is ${refusal.state}`
    case 'provider-took-it':
      return `the provider took the mail at ${writtenTime(refusal.at, zone)}: settle it as sent; ${timesAre(zone)}`
    case 'recorded-as-failed':
      return `recorded as failed (${reasonWritten(refusal.reason, { locale: 'en', at: (instant) => writtenTime(instant, zone) })}): settle it as not-sent`
    case 'too-long':
      return tooLongInWords(refusal)
    case 'campaign-not-active':
      return `the campaign is ${refusal.state}${refusal.state === 'paused' ? ': resume it first' : ' for good'}`
  }
}
