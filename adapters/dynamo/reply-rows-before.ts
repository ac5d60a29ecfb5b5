/** Rows of replies from before the warning of the mail service had a field: it stood among the reasons, as `verdict:spam`. */
import * as z from 'zod'
import { BAD_VERDICTS } from '#core/reply/verdict.ts'

const BeforeSchema = z.looseObject({
  reading: z.looseObject({ reasons: z.array(z.string()), verdict: z.undefined().optional() }),
})

/** The row with its warning in the field. Any other row as it is. */
export function withVerdict(stored: unknown): unknown {
  const before = BeforeSchema.safeParse(stored)
  if (!before.success) return stored
  const { reading, ...reply } = before.data
  const verdict = BAD_VERDICTS.find((each) => reading.reasons.includes(`verdict:${each}`)) ?? null
  return { ...reply, reading: { ...reading, verdict } }
}
