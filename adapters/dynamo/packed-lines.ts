/**
 * The lines of a list of calls in a few bytes each, so that the longest list is one row. Agents, and what lines say of their place, are nearly all alike:
 * each is stored once and named by its number, and all of it is deflated.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import { jsonIn, readAs, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { type DayLine, WhySchema } from '#core/work/day-list/day-line.ts'

export function packedLines(lines: readonly DayLine[]): Uint8Array {
  const [agents, whys] = [numbered(), numbered()]
  const rows = lines.map(({ workIds, customerIds, agent, isWorked, why }) => [
    workIds,
    customerIds,
    agent === null ? -1 : agents.numberOf(agent),
    isWorked ? 1 : 0,
    why.map((fact) => whys.numberOf(JSON.stringify(fact))),
  ])
  const facts = whys.all().map((fact): unknown => JSON.parse(fact))
  return deflateRawSync(JSON.stringify({ agents: agents.all(), whys: facts, rows }))
}

/** Throws UnreadableRowError, naming the list, on anything but what was packed. */
export function unpackedLines(packed: unknown, name: string): readonly DayLine[] {
  const { agents, whys, rows } = readAs(PackedSchema, jsonIn(textIn(packed, name), name), name)
  const at = <Item>(items: readonly Item[], number: number): Item => {
    const item = items[number]
    if (item === undefined) throw new UnreadableRowError(`cannot read ${name}: nothing stands at ${number}`)
    return item
  }
  return rows.map(([workIds, customerIds, agent, worked, why]) => ({
    workIds,
    customerIds,
    agent: agent === -1 ? null : at(agents, agent),
    isWorked: worked === 1,
    why: why.map((number) => at(whys, number)),
  }))
}

const PackedSchema = z.object({
  agents: z.array(z.string()),
  whys: z.array(WhySchema),
  rows: z.array(
    // A caller of the hotline who is no customer has work and no customer.
    z.tuple([z.array(z.string()).min(1), z.array(z.string()), z.int(), z.literal([0, 1]), z.array(z.int().min(0))]),
  ),
})

function numbered() {
  const numbers = new Map<string, number>()
  return {
    numberOf: (text: string): number => {
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      return number
    },
    all: () => [...numbers.keys()],
  }
}

function textIn(packed: unknown, name: string): string {
  try {
    if (packed instanceof Uint8Array) return inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString()
  } catch (cause) {
    throw new UnreadableRowError(`cannot read ${name}: its lines cannot be unpacked`, { cause })
  }
  throw new UnreadableRowError(`cannot read ${name}: no packed lines`)
}

/** Five times the size of the longest list. */
const MOST_BYTES = 8_000_000
