/** `care calls`: a team's list of calls of a day, and how a call ended. */
import { Command } from 'commander'
import { type CallOfDay, callsOfDay } from '#app/desk/calls-of-day.ts'
import { teamsWithWork } from '#app/staff/team-day.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { withDefault } from '#cli/commands/default-command.ts'
import { logCallCommand } from '#cli/commands/log-call.ts'
import { whyInWords } from '#cli/words-of-calls.ts'
import { timesAre } from '#cli/written-clock.ts'
import { staffAddress } from '#core/staff/roster.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { DayList } from '#core/work/day-list/day-line.ts'
import { callersNumber, occurrenceOf, reasonOf } from '#core/work/work-item.ts'

interface Asked {
  readonly date?: LocalDate
  readonly team?: string
  readonly agent?: string
  readonly json?: true
}

export function callsCommand(frame: CareFrame): Command {
  return withDefault(
    new Command('calls').description('the lists of calls of a day, and how a call ended'),
    listCommand(frame),
  ).addCommand(logCallCommand(frame))
}

function listCommand({ output, place }: CareFrame): Command {
  return new Command('list')
    .description('list whom to ring, in the order of ringing, and why each stands there')
    .option('--date <day>', 'of that day; today, unless told', dayArgument)
    .option('--team <name>', 'of that team alone')
    .option('--agent <address>', 'what that member of staff rings')
    .option(
      '--json',
      'print [{ taskId, rank, why, team, agent, customerId, name, phone, reasons, dueAt, promiseAt, attempts, campaignId }]',
    )
    .action(async ({ date, team, agent, json }: Asked) => {
      const stores = await place.stores()
      const { zone } = stores.company
      const day = date ?? localDateAt(stores.now, zone)
      const roster = await stores.staff.roster.current()
      const known = roster ? teamsWithWork(roster) : []
      if (team !== undefined && !known.includes(team)) return output.refuse([`no team ${team}; there are: ${known.join(', ')}`])
      const address = agent === undefined ? undefined : staffAddress(agent)
      const teams = known.filter((each) => team === undefined || each === team)
      const lists = await Promise.all(
        teams.map(async (name) => ({ name, list: await stores.dayLists.get({ team: name, date: day }) })),
      )
      // Who left the roster may have rung from a list that is kept. Any other address is a slip, and would look like a day without calls.
      const rings = [...(roster?.people ?? []).map((person) => person.address), ...lists.flatMap(({ list }) => agentsOf(list))]
      if (address !== undefined && !rings.includes(address))
        return output.refuse([`no ${address} on the roster or on a list of that day`])
      const told: unknown[] = []
      for (const { name, list } of lists) {
        if (!json)
          output.print(list ? `${name}, ${day}: ${list.lines.length} lines${beyond(list.beyond)}` : `${name}, ${day}: no list`)
        const isAsked = (line: { readonly agent: string | null }) => address === undefined || line.agent === address
        for (const call of list ? await callsOfDay(stores, { list, isAsked, now: stores.now }) : []) {
          if (json) told.push(forMachines(call, name))
          else output.print(lineOf(call, zone))
        }
      }
      output.print(json ? JSON.stringify(told, null, 2) : timesAre(zone))
    })
}

const agentsOf = (list: DayList | undefined): readonly string[] => list?.lines.flatMap(({ agent }) => agent ?? []) ?? []

const beyond = (count: number): string => (count > 0 ? `, and ${count} more that come when others are done` : '')

function lineOf({ rank, isDone, people, items, agent, why, reasons, workIds }: CallOfDay, zone: string): string {
  const who = people.map(({ customerId, fullName, phone }) => `${fullName} (${customerId}) ${phone ?? 'no number'}`).join(' and ')
  const because = why.map((each) => whyInWords(each, zone)).join(', ')
  const callers = items.flatMap((item) => callersNumber(item) ?? []).map((number) => `(no customer) ${number}`)
  return `${rank}${isDone ? ' done' : ''} ${who || callers[0] || '(nobody any more)'} [${reasons.join(', ')}] ${agent ?? 'nobody'}: ${because} ${workIds.join(' ')}`
}

function forMachines(call: CallOfDay, team: string) {
  const { rank, why, agent, reasons, dueAt, dues, promiseAt, attempts, people, items, workIds, customerIds, isDone } = call
  const [first] = items
  return {
    taskId: workIds[0],
    rank,
    why,
    team,
    agent,
    customerId: customerIds[0] ?? null,
    name: people[0]?.fullName ?? null,
    phone: people[0]?.phone ?? items.map(callersNumber).find((number) => number !== null) ?? null,
    reasons,
    dueAt,
    promiseAt,
    attempts,
    campaignId: first && first.subject.is !== 'right' ? first.subject.campaignId : null,
    isDone,
    taskIds: workIds,
    people: people.map(({ customerId, fullName }) => ({ customerId, name: fullName })),
    dues: dues.map(({ item, dueAt: each }) => ({ taskId: item.workId, reason: reasonOf(item), dueAt: each })),
    occurrenceId: first ? occurrenceOf(first) : null,
  }
}
