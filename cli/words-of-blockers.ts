/** What a rehearsal says of each thing that must be mended before the campaigns go out, as one line with its remedy. */
import type { LaunchBlocker } from '#app/rehearsal/launch-blockers.ts'

export function blockerLine(blocker: LaunchBlocker): string {
  const { kind, campaign } = blocker
  switch (kind) {
    case 'words-missing':
      return `${campaign}: ${touches(blocker.touches)} cannot be written from ${blocker.date} on, because the words are missing; write them, then care check`
    case 'field-empty':
      return `${campaign}: template ${blocker.template} (${blocker.locale}) needs ${blocker.field}, which is empty for ${people(blocker.people)}, such as ${blocker.example}; ask with {{#if ${blocker.field}}}, or fill it in`
    case 'policy-missing':
      return `${campaign}: no policy pack says what holds for ${touches(blocker.touches)} in ${blocker.country} from ${blocker.date} on; add it to policy/`
    case 'nobody-matched':
      return `${campaign}: came due on ${blocker.date} and meant nobody; look at its audience, and at the table of customers`
    case 'budget-ends':
      return `${campaign}: the budget (${blocker.period}) ends on ${blocker.date}, and ${blocker.touches} are skipped by it; raise it, or mean fewer`
    case 'quota-exceeded':
      return `${blocker.date}: ${blocker.mails} mails, more than the ${blocker.perDay} in 24 hours ${QUOTA_WORDS[blocker.quotaFrom]}; most are of ${campaign}`
    case 'capacity-exceeded':
      return `${blocker.date}: ${blocker.calls} calls for the team ${blocker.team}, which has time for ${blocker.capacity}; most are of ${campaign}`
  }
}

export const QUOTA_WORDS = {
  given: 'that were given',
  account: 'that the account may send',
  assumed: 'that are assumed (--quota says how many your account may send)',
} as const

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`
const touches = (count: number) => `${count} ${count === 1 ? 'touch' : 'touches'}`
