/** A sender looks at every due customer before the date is closed, and no customer is left waiting. An unknown outcome has its reason. What the version before wrote is still read. */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { rowsOfTheDue } from '#local/torture/verdict/rows-of-the-due.ts'

export const nobodyForgotten = (evidence: Evidence): readonly Breach[] => [
  ...rowsOfTheDue(evidence).flatMap(({ outcome, ...row }) => {
    if (outcome.state === 'planned' || outcome.state === 'deferred')
      return [breach('not-settled', { ...row, detail: outcome.state })]
    return outcome.state === 'unknown' && outcome.evidence.trim() === ''
      ? [breach('unknown-without-evidence', { ...row, detail: outcome.since })]
      : []
  }),
  ...(evidence.rowsOfBefore.read === evidence.rowsOfBefore.written
    ? []
    : [breach('row-of-before-lost', { occurrenceId: 'before', detail: JSON.stringify(evidence.rowsOfBefore) })]),
  ...evidence.openAtClose.map((person) =>
    breach('forgotten-until-closing', { ...person, detail: 'still waiting when the date was closed' }),
  ),
]
