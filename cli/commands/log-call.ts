/** `care calls log`: how a call ended, with the rules of the page. */
import { userInfo } from 'node:os'
import { Command, Option } from 'commander'
import { contactKeys } from '#adapters/crypto/contact-keys.ts'
import { type LoggedAttempt, logAttempt } from '#app/desk/log-attempt.ts'
import { events } from '#app/events.ts'
import type { PublishedRoster } from '#app/ports/staff.ts'
import { teamTakingUnassigned } from '#app/staff/team-day.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type AtFirstTold, atFirstOf, atFirstOption } from '#cli/commands/at-first-option.ts'
import { instantArgument } from '#cli/commands/instant-argument.ts'
import { listsMadeHere } from '#cli/lists-made-here.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { staffText } from '#core/campaign/staff-text.ts'
import type { DutyPlan } from '#core/duty/team.ts'
import { memberWith } from '#core/staff/roster.ts'
import { DISPOSITIONS, type Disposition } from '#core/work/disposition.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { closingOf, ownerOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

const silent = events({ event: () => {}, alarm: () => {} })

interface Told extends AtFirstTold {
  readonly as: Disposition
  readonly note: string
  readonly at?: string
  readonly by: string
}

export function logCallCommand({ output, place }: CareFrame): Command {
  return new Command('log')
    .description('note how an attempt to ring a customer ended, with what follows from it')
    .argument('<task>', 'the id of the call, as care calls lists it')
    .addOption(new Option('--as <disposition>', 'how it ended').choices(DISPOSITIONS).makeOptionMandatory())
    .option('--note <text>', 'what the customer said', '')
    .option('--at <time>', 'of a call-back: the agreed time, YYYY-MM-DDTHH:MM in the company’s zone')
    .option('--by <who>', 'who rang: an address of the roster, or a name', userInfo().username)
    .addOption(atFirstOption())
    .action(async (workId: string, { as: disposition, note, at, by: written, ...mark }: Told) => {
      const by = staffText(written)
      if (by === '') return output.refuse(['--by: expected who rang, an address of the roster or a name'])
      const all = await place.stores()
      const { staff, suppressions, now, company, ...stores } = all
      const callBackAt = at === undefined ? null : instantArgument(at, company.zone)
      if (callBackAt === undefined) return output.refuse([`--at ${at}: expected a time such as 2027-03-10T15:30`])
      if (at !== undefined && disposition !== 'call-back')
        return output.refuse(['--at is the agreed time of a call-back; this is none'])
      const [item, roster] = await Promise.all([stores.work.get(workId), staff.roster.current()])
      const member = roster && memberWith(roster, by)
      const plan = await staff.roster.plan(roster?.planId ?? null)
      const ports = {
        ...stores,
        suppressions,
        seals: contactKeys,
        roster: staff.roster,
        events: silent,
        listOrders: listsMadeHere(all),
      }
      const attempt = {
        // The same command once more within a minute is the same attempt.
        attemptId: `care-${now.slice(0, 16)}-${disposition}`,
        workId,
        disposition,
        way: 'phone' as const,
        note,
        callBackAt,
        ...atFirstOf(mark),
        stop: 'person' as const,
        by: member?.name ?? by,
        address: member?.address,
        team: member?.team ?? teamOf(item, { roster, plan }),
        at: now,
      }
      const run = () => logAttempt(ports, attempt)
      const result = await auditedOnWork({ output, stores: all }, { act: 'log-call', workId }, run)
      if ('refused' in result || 'kept' in result) return output.refuse([`${workId}: ${refusalInWords(result)}`])
      const closing = closingOf(result.logged)
      output.print(`${workId}: noted${result.again ? ', as before' : ''}${closing ? `; closed as ${closing.as ?? 'told'}` : ''}`)
    })
}

/** Whose hours bound a promise where the roster does not know who rang. */
const teamOf = (
  item: WorkItem | undefined,
  { roster, plan }: { readonly roster: PublishedRoster | undefined; readonly plan: DutyPlan },
): string => (item && teamOfOwner(ownerOf(item))) ?? (roster && teamTakingUnassigned(roster, plan)) ?? ''

function refusalInWords(result: Exclude<LoggedAttempt, { logged: unknown }>): string {
  if ('kept' in result) return `the call was ended before; ${KEPT[result.kept]}`
  return result.refused === 'too-long' ? tooLongInWords(result) : REFUSALS[result.refused]
}

const KEPT = {
  'stop-in-force': 'that the customer wants no more calls is in force',
  'case-open': 'what the customer said is a case now',
  'follow-up-open': 'the further call that was agreed is opened',
  'guide-asked': 'the guide goes by mail, and the talk is a contact of its own',
} as const
const REFUSALS = {
  'needs-note': 'this outcome needs --note with what the customer said',
  'needs-time': 'a call-back needs --at with the agreed time',
  'follow-up-days': 'a further call is agreed for a number of working days',
  'follow-up-unspoken': 'a further call is agreed only with a customer who was spoken with',
  'follow-up-no-customer': 'a further call is agreed only with a customer; this caller is none',
  'guide-unspoken': 'the guide is sent after a call in which the customer was spoken with',
  'at-first-unspoken': 'whether it was solved at the first contact is noted of a call in which the customer was spoken with',
  'nothing-to-solve': 'there is nothing to solve for the customer in this call: leave --at-first out',
  'in-the-past': 'the agreed time is in the past',
  'too-far': 'the agreed time is too far ahead to be promised',
  'team-off': 'the team does not work on that day',
  'before-holiday': 'that is too close to a long holiday of the team to be promised',
  'outside-hours': 'the team does not work at that time',
  'against-law': 'the customer may not be rung at that time, or it is not known whether they may',
  'company-silent': 'the company contacts no customers at that time where the customer lives',
  'no-such-work': 'no such work',
  'no-call': 'this is no call; care work close closes it',
  'already-closed': 'the call is closed already',
  'held-by-colleague': 'a colleague holds the call at this moment; ask them, or wait until their time is over',
  'changed-meanwhile': 'the call was reopened meanwhile; look at it again',
  'sent-already': 'this attempt is logged by somebody else, or with another outcome or other words; look at the call again',
  full: 'its history is full: only an outcome that ends the call can be noted',
  contended: 'colleagues change it at this moment; try again',
} as const
