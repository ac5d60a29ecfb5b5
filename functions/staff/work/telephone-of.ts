/** The company's telephone system, for who rings by it. */
import type { Telephone } from '#app/ports/telephony.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

/** Null where there is none, or its secret cannot be read at the moment: then numbers are dialled by hand. */
export const telephoneOf = async ({ telephone }: Pick<WorkSystem, 'telephone'>): Promise<Telephone | null> =>
  (await telephone?.().catch(() => null)) ?? null
