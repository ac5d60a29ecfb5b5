/** A pace that never waits: for rehearsals and tests. */
import type { Pace } from '#app/ports/sending.ts'

export const memoryPace = (): Pace => ({ take: async () => {}, throttled: () => {} })
