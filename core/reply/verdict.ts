/**
 * What the mail service found when the mail came in. It writes its findings into the head of the mail. A sender can add findings but cannot remove
 * the service's.
 */

/** virus: no part of the mail is kept. spam: the sender may be false, but the sealed address it was sent to is not. */
export const BAD_VERDICTS = ['virus', 'spam'] as const
export type BadVerdict = (typeof BAD_VERDICTS)[number]

/** Header → finding, the worse one first. */
const VERDICTS: readonly (readonly [header: string, verdict: BadVerdict])[] = [
  ['x-ses-virus-verdict', 'virus'],
  ['x-ses-spam-verdict', 'spam'],
]

/** The worse finding, or null. A finding that could not be made (`PROCESSING_FAILED`, `GRAY`) is none: attachments are never opened here. */
export function badVerdict(headers: ReadonlyMap<string, readonly string[]>): BadVerdict | null {
  for (const [name, verdict] of VERDICTS) {
    const found = [...headers].filter(([header]) => header.toLowerCase() === name).flatMap(([, values]) => values)
    if (found.some((value) => value.trim().toUpperCase() === 'FAIL')) return verdict
  }
  return null
}
