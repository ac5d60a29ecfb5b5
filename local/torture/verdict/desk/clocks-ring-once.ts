/**
 * What the clocks of a case bring stands in its history once, and nothing that was due is missing there at the end, whatever died on the way. Of each there
 * was a mail, where the history says who got it; and nobody got one twice.
 */
import type { TaskFacts } from '#local/torture/desk/desk-evidence.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export function clocksRingOnce({ desk: { tasks, clockMails, isOver } }: Evidence): readonly Breach[] {
  const mails = Map.groupBy(clockMails, ({ to, subject, text }) => JSON.stringify([to, subject, text]))
  const told = Map.groupBy(tasks.flatMap(toldIn), (address) => address)
  return [
    ...tasks.flatMap((task) =>
      twice(task.events.flatMap(({ rings = [] }) => rings)).map((ring) =>
        breach('clock-rang-twice', { ...whose(task), detail: ring }),
      ),
    ),
    ...(isOver ? tasks : []).flatMap((task) =>
      task.notRung.map((ring) => breach('clock-not-rung', { ...whose(task), detail: ring })),
    ),
    ...[...mails.values()].flatMap(([mail, ...others]) =>
      mail && others.length > 0
        ? [breach('clock-mailed-twice', { occurrenceId: mail.subject, detail: `${others.length + 1} times to ${mail.to}` })]
        : [],
    ),
    ...[...told].flatMap(([address, notes]) => {
      const own = clockMails.filter(({ to }) => to === address).length
      return own < notes.length
        ? [breach('clock-belied', { occurrenceId: address, detail: `${notes.length} notes, ${own} mails` })]
        : []
    }),
  ]
}

const whose = ({ workId, customerId }: TaskFacts) => ({ occurrenceId: workId, customerId })

const toldIn = ({ events }: TaskFacts): readonly string[] => events.flatMap(({ told }) => told ?? [])

const twice = (all: readonly string[]): readonly string[] => [...new Set(all.filter((one, at) => all.indexOf(one) !== at))]
