/** An act of staff between its lines in the audit log: that it was begun, before it is; and a second line when nothing came of it. */
import type { Context } from 'hono'
import { recordAct } from '#functions/staff/record-act.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'

type Recording = Parameters<typeof recordAct>[0]
type Act = Omit<Parameters<typeof recordAct>[2], 'result'>

export async function audited<Result extends object>(
  system: Recording,
  { context, act }: { readonly context: Context<StaffEnv>; readonly act: Act },
  run: () => Promise<Result>,
): Promise<Result> {
  await recordAct(system, context, act)
  let result: Result
  try {
    result = await run()
  } catch (error) {
    // What broke the act is what must be known, also when the log breaks with it.
    await recordAct(system, context, { ...act, result: 'failed' }).catch(() => {})
    throw error
  }
  if ('refused' in result) await recordAct(system, context, { ...act, result: 'refused' })
  return result
}
