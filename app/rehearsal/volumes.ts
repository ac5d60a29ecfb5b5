/** How many mails leave on each day, and how many calls come to each team, against what the account may send and the desk has time for. */
import { type TeamRoomPorts, teamRoom } from '#app/desk/team-room.ts'
import type { CountedBatch } from '#app/rehearsal/counted-outcomes.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { lastDayFrom } from '#core/work/check-in.ts'

/** By day, and of which campaigns. */
type Counts = Map<LocalDate, Map<string, number>>

export interface MailsOfDay {
  /** The day on which they leave, in the company's zone. */
  readonly date: LocalDate
  readonly mails: number
  /** The campaign with the most of them. */
  readonly most: string
}

export interface CallsOfDay {
  readonly team: string
  /** The team's working day: what comes on a day off lies on the next one. */
  readonly date: LocalDate
  readonly calls: number
  /** What the people on duty have time for; null without a roster. Work that is open already is not taken off. */
  readonly capacity: number | null
  readonly most: string
}

export function volumeCount({
  definitions,
  companyRules,
}: {
  readonly definitions: readonly CampaignDefinition[]
  readonly companyRules: CompanyRules
}) {
  const mails: Counts = new Map()
  const calls: Counts = new Map()
  const callsOf = new Map(definitions.flatMap((campaign) => [[campaign.id, callTouchOf(campaign)] as const]))
  const days = new Map<string, LocalDate>()
  const dayOf = (at: string): LocalDate => {
    const day = days.get(at) ?? localDateAt(at, companyRules.company.zone)
    days.set(at, day)
    return day
  }
  return {
    add({ campaignId, date }: Pick<Occurrence, 'campaignId' | 'date'>, batches: readonly CountedBatch[]): void {
      const isCall = callsOf.get(campaignId) !== undefined
      for (const { recipients, instead } of batches) {
        for (const { outcome, count = 1 } of recipients) {
          if (outcome.state !== 'sent') continue
          if (isCall && !instead) addTo(calls, { date, campaignId, count })
          else addTo(mails, { date: dayOf(outcome.at), campaignId, count })
        }
      }
    },
    mails: (): readonly MailsOfDay[] => sorted(mails).map(([date, of]) => ({ date, mails: sumOf(of), most: mostOf(of) })),
    /** Each campaign's calls on the first working day of its team on which one of them is on duty, as when a list of calls is made. */
    async calls(ports: TeamRoomPorts): Promise<readonly CallsOfDay[]> {
      const hasRoster = (await ports.roster.current()) !== undefined
      const found = new Map<string, Counts>()
      for (const [date, of] of sorted(calls)) {
        for (const [campaignId, count] of of) {
          const touch = callsOf.get(campaignId)
          if (!touch) continue
          const through = lastDayFrom(date, touch.openDays, companyRules.calendar)
          const { workday } = await teamRoom(ports, { team: touch.team, date, through, apart: new Set() })
          const ofTeam: Counts = found.get(touch.team) ?? new Map()
          addTo(ofTeam, { date: workday, campaignId, count })
          found.set(touch.team, ofTeam)
        }
      }
      const lines = [...found].flatMap(([team, ofTeam]) =>
        sorted(ofTeam).map(async ([date, of]) => {
          const room = await teamRoom(ports, { team, date, through: date, apart: new Set() })
          return { team, date, calls: sumOf(of), capacity: hasRoster ? room.capacity : null, most: mostOf(of) }
        }),
      )
      return (await Promise.all(lines)).toSorted((a, b) => (`${a.date} ${a.team}` < `${b.date} ${b.team}` ? -1 : 1))
    },
  }
}

function addTo(
  counts: Counts,
  { date, campaignId, count = 1 }: { readonly date: LocalDate; readonly campaignId: string; readonly count?: number },
): void {
  const ofDay = counts.get(date) ?? new Map<string, number>()
  ofDay.set(campaignId, (ofDay.get(campaignId) ?? 0) + count)
  counts.set(date, ofDay)
}

const sorted = (counts: Counts) => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
const sumOf = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((sum, count) => sum + count, 0)
const mostOf = (of: ReadonlyMap<string, number>) =>
  [...of].toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))[0]?.[0] ?? ''
