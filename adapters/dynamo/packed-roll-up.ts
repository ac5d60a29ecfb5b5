/** A roll-up in a fifth of its bytes: JSON that repeats its names for each figure, deflated. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import { jsonIn, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { KPI_IDS } from '#core/kpi/kpi.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const packedRollUp = (rollUp: RollUp): Uint8Array => deflateRawSync(JSON.stringify(rollUp))

/** Throws UnreadableRowError, naming the roll-up, on anything but what was packed. */
export function unpackedRollUp(packed: unknown, name: string): RollUp {
  const stored = jsonIn(textIn(packed, name), name)
  if (!isRollUp(stored)) throw new UnreadableRowError(`cannot read ${name}: no roll-up`)
  return stored
}

/** Its frame. What stands within was computed here, and is not checked figure by figure. */
const FrameSchema = z.looseObject({
  period: z.object({ from: LocalDateSchema, to: LocalDateSchema }),
  segment: z.looseObject({ by: z.string() }),
  kpis: z.array(z.looseObject({ id: z.enum(KPI_IDS) })),
  breakdown: z.looseObject({ outcomes: z.record(z.string(), z.int()) }),
  today: LocalDateSchema,
  madeAt: InstantSchema,
})

const isRollUp = (stored: unknown): stored is RollUp => FrameSchema.safeParse(stored).success

function textIn(packed: unknown, name: string): string {
  try {
    if (packed instanceof Uint8Array) return inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString()
  } catch (cause) {
    throw new UnreadableRowError(`cannot read ${name}: it cannot be unpacked`, { cause })
  }
  throw new UnreadableRowError(`cannot read ${name}: nothing packed`)
}

/** A hundred times the size of the longest. */
const MOST_BYTES = 4_000_000
