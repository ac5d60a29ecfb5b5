/** `care unknown`: the customers of whom it is unknown whether the mail left, with all the evidence there is. */

import { Command } from 'commander'
import { type UnknownOutcome, unknownOutcomes } from '#app/operating/unknown-outcomes.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'
import { lastLeg } from '#core/planning/touch.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { DELIVERY_WORDS } from '#web/words/outcome-states.ts'
import { reasonWritten } from '#web/words/system-reasons.ts'

const BACK_DAYS = 90
const AHEAD_DAYS = 3

export function unknownCommand({ output, place }: CareFrame): Command {
  return new Command('unknown')
    .description('list unknown outcomes with the evidence')
    .option('--from <day>', `the first date of an occurrence; ${BACK_DAYS} days back unless told`, dayArgument)
    .option('--to <day>', `the last date; ${AHEAD_DAYS} days ahead unless told`, dayArgument)
    .option('--json', 'print [{ occurrenceId, campaignId, date, customerId, since, evidence, touch }]')
    .addHelpText('after', '\nDecide them with care settle (by what is known) or care resend (write once more).')
    .action(async ({ from, to, json }: { from?: LocalDate; to?: LocalDate; json?: true }) => {
      const { occurrences, touches, company, now } = await place.stores()
      const today = localDateAt(now, company.zone)
      const range = { from: from ?? addDays(today, -BACK_DAYS), to: to ?? addDays(today, AHEAD_DAYS) }
      const found = await unknownOutcomes({ occurrences, touches }, range)
      if (json) output.print(JSON.stringify(found, null, 2))
      else if (found.length === 0) output.print(`nothing unknown from ${range.from} to ${range.to}`)
      else {
        for (const each of found) output.print(line(each, company.zone))
        output.print(timesAre(company.zone))
      }
    })
}

function line({ occurrenceId, customerId, since, evidence, touch }: UnknownOutcome, zone: string): string {
  return `${occurrenceId} ${customerId}: since ${writtenTime(since, zone)}, ${reasonIn(evidence, zone)}; ${meanwhile(touch, zone)}`
}

/** What the system noted itself holds instants, which the company's zone is not: every time below one heading is of one zone. */
const reasonIn = (written: string, zone: string): string =>
  reasonWritten(written, { locale: 'en', at: (instant) => writtenTime(instant, zone) })

function meanwhile(touch: UnknownOutcome['touch'], zone: string): string {
  if (!touch) return 'nothing has come since'
  const { result, at, reason, delivery } = touch
  const { dispatchId } = lastLeg(touch)
  if (result === 'failed') return `recorded as failed at ${writtenTime(at, zone)}: ${reasonIn(reason ?? '', zone)}`
  const word = delivery ? `, ${DELIVERY_WORDS.en[delivery.state]} at ${writtenTime(delivery.at, zone)}` : ''
  return `the provider took it at ${writtenTime(at, zone)}${dispatchId ? ` (${dispatchId})` : ''}${word}: settle it as sent`
}
