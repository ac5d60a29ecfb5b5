/** What the mail service found when the mail came in. It writes its findings into the head of the mail; a sender can add to them, never take them away. */

/** virus: nothing of it is kept. spam: the sender may be false, but a sealed address it was sent to is not. */
export const BAD_VERDICTS = ['virus', 'spam'] as const
export type BadVerdict = (typeof BAD_VERDICTS)[number]

/** Header → finding, the graver one first. */
const VERDICTS: readonly (readonly [header: string, verdict: BadVerdict])[] = [
  ['x-ses-virus-verdict', 'virus'],
  ['x-ses-spam-verdict', 'spam'],
]

/** The graver finding, or null. One that could not be made (`PROCESSING_FAILED`, `GRAY`) is none: nothing attached is ever opened here. */
export function badVerdict(headers: ReadonlyMap<string, readonly string[]>): BadVerdict | null {
  for (const [name, verdict] of VERDICTS) {
    const found = [...headers].filter(([header]) => header.toLowerCase() === name).flatMap(([, values]) => values)
    if (found.some((value) => value.trim().toUpperCase() === 'FAIL')) return verdict
  }
  return null
}
