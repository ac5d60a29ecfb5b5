/** `care occurrences`: what is planned, running and closed, with state and balance. */
import { Command, Option } from 'commander'
import { type OccurrenceView, viewClosedOccurrences, viewOpenOccurrences } from '#app/operating/occurrence-view.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { OUTCOME_STATES } from '#core/audience/outcome.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import { handedOver } from '#core/planning/balance.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { HANDED_WORDS, INSTEAD_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { countedInWords } from '#web/words/skip-reasons.ts'
import { standingInWords } from '#web/words/standings.ts'

const BACK_DAYS = 30
/** The planner opens occurrences a day ahead of the first zone. */
const AHEAD_DAYS = 3

interface Wanted {
  readonly from?: LocalDate
  readonly to?: LocalDate
  readonly state?: 'open' | 'closed'
  readonly json?: true
}

export function occurrencesCommand({ output, place }: CareFrame): Command {
  return new Command('occurrences')
    .description('list occurrences with their state and balance, by date')
    .option('--from <day>', `the first date; ${BACK_DAYS} days back, and whatever is still open, unless told`, dayArgument)
    .option('--to <day>', `the last date; ${AHEAD_DAYS} days ahead unless told`, dayArgument)
    .addOption(new Option('--state <state>', 'only these').choices(['open', 'closed']))
    .option('--json', 'print [{ occurrenceId, campaignId, date, state, standing, audience, balance }]')
    .addHelpText(
      'after',
      '\nThe balance of an open occurrence is counted from its rows at this moment, that of a closed one was drawn when it closed.',
    )
    .action(async ({ from, to, state, json }: Wanted) => {
      const { occurrences, campaigns, company, now } = await place.stores()
      const today = localDateAt(now, company.zone)
      const until = to ?? addDays(today, AHEAD_DAYS)
      const open = state === 'closed' ? [] : await viewOpenOccurrences(occurrences)
      const asked = open.filter(({ occurrence: { date } }) => (from === undefined || date >= from) && date <= until)
      const since = from ?? addDays(today, -BACK_DAYS)
      const closed = state === 'open' ? [] : await viewClosedOccurrences(occurrences, { from: since, to: until })
      const views = [...asked, ...closed].toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      if (json) output.print(JSON.stringify(views.map(plain), null, 2))
      else if (views.length === 0) output.print(`no occurrences ${from ? `from ${from} ` : ''}to ${until}`)
      else for (const view of views) output.print(line(view, await isOfCalls(campaigns, view)))
    })
}

const placeOf = ({ occurrence: { date, occurrenceId } }: OccurrenceView) => `${date} ${occurrenceId}`

const plain = ({ occurrence, standing, audience, balance }: OccurrenceView) => ({
  occurrenceId: occurrence.occurrenceId,
  campaignId: occurrence.campaignId,
  date: occurrence.date,
  state: occurrence.state,
  standing,
  audience,
  balance,
})

/** Whether the version that the plan used rings instead of writing. */
async function isOfCalls(
  campaigns: Pick<CampaignStore, 'version'>,
  { occurrence: { campaignId, campaignVersion } }: OccurrenceView,
): Promise<boolean> {
  const accepted = await campaigns.version(campaignId, campaignVersion)
  return accepted !== undefined && callTouchOf(accepted.definition) !== undefined
}

function line({ occurrence, standing, audience, balance }: OccurrenceView, rings: boolean): string {
  return `${occurrence.occurrenceId}: ${occurrence.state}, ${standingInWords({ standing, balance }, 'en')}, ${audience} = ${equation(balance, rings)}`
}

/** `3 sent + 2 skipped (1: No address or number; 1: The customer opted out)`; only the lines with at least one customer. */
function equation(balance: Balance, rings: boolean): string {
  const reasons = Object.entries(balance.skippedBy).toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  const parts = OUTCOME_STATES.filter((name) => balance[name] > 0).map((name) =>
    name === 'skipped'
      ? `${balance.skipped} ${STATE_WORDS.en.skipped} (${reasons.map(([reason, count]) => `${count}: ${countedInWords(reason, 'en')}`).join('; ')})`
      : name === 'sent' && balance.instead
        ? `${handedOver(balance)} ${HANDED_WORDS.en} + ${balance.instead.sent} ${INSTEAD_WORDS.en}`
        : `${balance[name]} ${rings && name === 'sent' ? HANDED_WORDS.en : STATE_WORDS.en[name]}`,
  )
  return parts.length === 0 ? '0' : parts.join(' + ')
}
