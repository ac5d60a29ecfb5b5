/**
 * There is a list on every day on which agents came to work. A person stands on it once, a number is rung once a day, and a customer who wants no more
 * calls, or was erased, is rung no more. What was agreed with the customer for the day is exempt. Agents note what they ring by themselves, so this does
 * not believe the rows.
 */
import { dateAt } from '#local/torture/desk/agent-habits.ts'
import { firstTold, type Ring, type Sent } from '#local/torture/desk/agents-log.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export const rungOnce = ({ desk: { log, lists } }: Evidence): readonly Breach[] => [
  ...[...log.days].flatMap((day) =>
    lists.some(({ date }) => date === day)
      ? []
      : [breach('day-without-list', { occurrenceId: day, detail: 'agents came to work' })],
  ),
  ...log.looks.flatMap(({ date, at, list }) => [
    ...repeated(list.lines.flatMap(({ workIds }) => workIds)).map((workId) =>
      breach('listed-twice', { occurrenceId: date, detail: `${workId}, as shown at ${at}` }),
    ),
    ...repeated(list.lines.flatMap(({ customerIds }) => customerIds)).map((customerId) =>
      breach('listed-twice', { occurrenceId: date, customerId, detail: `two lines, as shown at ${at}` }),
    ),
  ]),
  ...twiceADay(log.rings),
  ...afterStop(log.rings, [...log.sent.values()]),
  ...afterErasure(log),
]

const repeated = (ids: readonly string[]): readonly string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]

function twiceADay(rings: readonly Ring[]): readonly Breach[] {
  const unasked = rings.filter(({ promisedAt, date }) => promisedAt === null || dateAt(promisedAt) !== date)
  const days = Map.groupBy(rings, ({ phone, date }) => `${phone} ${date}`)
  return unasked.flatMap((ring) => {
    const earlier = (days.get(`${ring.phone} ${ring.date}`) ?? []).filter((other) => other !== ring && other.at < ring.at)
    if (earlier.length === 0) return []
    const detail = `${[...earlier, ring].map(({ at, workId, agent }) => `${at} ${workId} by ${agent}`).join(', ')}`
    return [breach('rung-twice', { occurrenceId: ring.workId, customerId: ring.customerId, detail })]
  })
}

/** Said for the whole number, it holds for every customer at that number. */
function afterStop(rings: readonly Ring[], sent: readonly Sent[]): readonly Breach[] {
  const stops = sent.flatMap((one) => {
    const since = firstTold(one, 'logged') ?? firstTold(one, 'kept')
    return one.form.disposition === 'do-not-call' && since !== undefined ? [{ ...one, since }] : []
  })
  return stops.flatMap(({ since, customerId, phone, form }) =>
    rings
      .filter((ring) => ring.at > since && (ring.customerId === customerId || (form.stop === 'number' && ring.phone === phone)))
      .map((ring) =>
        breach('rung-after-stop', {
          occurrenceId: ring.workId,
          customerId: ring.customerId,
          detail: `${since}, rung ${ring.at}`,
        }),
      ),
  )
}

function afterErasure({ rings, looks, erasures }: Evidence['desk']['log']): readonly Breach[] {
  return [...erasures].flatMap(([customerId, { doneAt }]) => {
    if (doneAt === null) return []
    const rung = rings.filter((ring) => ring.customerId === customerId && ring.at > doneAt)
    const shown = looks.filter(({ at, list }) => at > doneAt && list.lines.some((line) => line.customerIds.includes(customerId)))
    return [...rung, ...shown].map(({ at }) =>
      breach('rung-after-stop', { occurrenceId: 'erased', customerId, detail: `${doneAt}, ${at}` }),
    )
  })
}
