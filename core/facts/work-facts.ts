/** What happened to an item of work, without a word of what was said and without who did it: staff are not measured by these files. */
import { COMPENSATION_CURRENCY } from '#core/budget/compensation-book.ts'
import type { Severity } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { DatedFact, Fact } from '#core/facts/fact-tables.ts'
import { themeColumn } from '#core/facts/theme-column.ts'
import type { NumberOf, Who } from '#core/facts/who.ts'
import { occurrenceNamed } from '#core/occasion/occurrence-id.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type CaseEvent, isCaseEvent, type SeveritySet } from '#core/work/case/case-event.ts'
import { severityOf } from '#core/work/case/case-standing.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { endOf } from '#core/work/desk-balance.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { ownerOf } from '#core/work/standing.ts'
import { themesOfItem } from '#core/work/themes-of-item.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { occurrenceOf, reasonOf, scoreOf, type WorkItem } from '#core/work/work-item.ts'

interface Known {
  readonly who: Who
  readonly numberOf: NumberOf
  readonly rules: CompanyRules
}

/** Every event of the item, each with the day in the company's zone on which it happened. An extension of before that has no instant has no place. */
export function workFacts(item: WorkItem, { who, numberOf, rules }: Known): readonly DatedFact<'work'>[] {
  const occurrence = occurrenceOf(item)
  const known = {
    ...who,
    item: numberOf(item.workId),
    kind: item.kind,
    reason: reasonOf(item),
    campaign: occurrence === null ? null : (occurrenceNamed(occurrence)?.campaignId ?? null),
    score: scoreOf(item),
    themes: themeColumn(themesOfItem(item, rules.themes)),
  }
  return item.events.flatMap((event, position) =>
    event.at === null
      ? []
      : [
          {
            ...known,
            day: localDateAt(event.at, rules.company.zone),
            event_no: position,
            event: event.is,
            happened_at: event.at,
            by_staff: event.by.is === 'staff',
            team: teamOfOwner(ownerOf({ events: item.events.slice(0, position + 1) as WorkItem['events'] })),
            ...NOTHING_MORE,
            severity: severityAfter(item, { position, rules }),
            ...moreOf(event, { item, rules }),
          },
        ],
  )
}

const NOTHING_MORE = {
  way: null,
  disposition: null,
  call_back_at: null,
  seconds: null,
  ended_as: null,
  reached: null,
  not_needed: false,
  solved_at_first: null,
  begin_by: null,
  moved_to: null,
  category: null,
  amount: null,
  currency: null,
}

function severityAfter(
  item: WorkItem,
  { position, rules: { cases } }: { readonly position: number; readonly rules: Pick<CompanyRules, 'cases'> },
): Severity | null {
  if (item.kind !== 'case') return null
  return severityOf({ subject: item.subject, events: item.events.slice(0, position + 1) }, cases).severity
}

/** What one kind of event says beside when and by whom. */
function moreOf(
  event: WorkEvent,
  { item, rules }: { readonly item: WorkItem; readonly rules: CompanyRules },
): Partial<Fact<'work'>> {
  if (isCaseEvent(event)) return ofCaseEvent(event)
  switch (event.is) {
    case 'opened':
      return { begin_by: deadlinesOf({ ...item, events: [event, ...gradesAtOpening(item)] }, rules).begin }
    case 'attempted':
      return {
        way: event.way,
        disposition: event.disposition,
        call_back_at: event.callBackAt,
        seconds: secondsOf(item, event.callId),
      }
    case 'closed':
      return {
        ended_as: item.kind === 'call-task' ? endOf(event) : null,
        reached: event.reached,
        not_needed: event.contact === 'not-needed',
        solved_at_first: event.atFirst ?? null,
      }
    case 'assigned':
    case 'noted':
    case 'extended':
    case 'reopened':
      return {}
  }
}

/** No word of what was said, proposed or given as a reason. */
const ofCaseEvent = (event: CaseEvent): Partial<Fact<'work'>> => ({
  ...(event.is === 'moved' && { moved_to: event.to }),
  ...(event.is === 'described' && { category: event.category }),
  ...(event.is === 'compensation-given' && { amount: BigInt(event.amount), currency: COMPENSATION_CURRENCY }),
})

/** How grave a case is by a rule belongs to its opening. */
const gradesAtOpening = ({ events }: WorkItem): readonly SeveritySet[] =>
  events.flatMap((event) => (event.is === 'severity-set' && event.at === events[0].at ? [event] : []))

const secondsOf = (item: WorkItem, callId: string | undefined): number | null =>
  item.kind === 'call-task' && callId !== undefined ? (item.calls?.find((call) => call.callId === callId)?.seconds ?? null) : null
