/** What the mail service found when the mail came in. It writes its findings into the head of the mail; a sender can add to them, never take them away. */

/** Header → what it then is: nobody's answer, and its words are not kept. */
const VERDICTS = { 'x-ses-virus-verdict': 'virus', 'x-ses-spam-verdict': 'spam' } as const
export type BadVerdict = (typeof VERDICTS)[keyof typeof VERDICTS]

/** The graver finding, or null. One that could not be made (`PROCESSING_FAILED`, `GRAY`) is none: nothing attached is ever opened here. */
export function badVerdict(headers: ReadonlyMap<string, readonly string[]>): BadVerdict | null {
  for (const [name, verdict] of Object.entries(VERDICTS)) {
    const found = [...headers].filter(([header]) => header.toLowerCase() === name).flatMap(([, values]) => values)
    if (found.some((value) => value.trim().toUpperCase() === 'FAIL')) return verdict
  }
  return null
}
