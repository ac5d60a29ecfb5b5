/** Every kind of breach in the work on cases, each planted into a run in which everything was right. */
import type { CaseEventFacts, CaseEvidence } from '#local/torture/cases/case-evidence.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import type { BreachKind } from '#local/torture/verdict/breach.ts'
import {
  ADDED,
  APPROVED,
  ASKING,
  asked,
  BACK,
  CLOSED,
  done,
  FILED,
  FOLLOW_UP,
  fileOf,
  GAVE_TOO,
  GIFTS,
  GIVEN,
  GRAVE_CASE,
  grave,
  INTO,
  MERGED,
  MERGED_TOO,
  MORE_CASE,
  more,
  NOTED,
  OPEN,
  PART,
  PICTURE,
  REOPENED,
  SAID,
  TOOK_OVER,
  WHOLE,
  WITHDRAWN,
  withCases,
} from '#test/local/torture/made-cases.ts'

const MARCH = '2027-03'
const book = (over: Partial<CaseEvidence['book'][number]>) => [{ period: MARCH, open: [OPEN], given: 180_000, ...over }]
const whole = (...events: readonly CaseEventFacts[]) => ({ cases: [grave(...events), MORE_CASE] })
const part = (...events: readonly CaseEventFacts[]) => ({ cases: [GRAVE_CASE, more(...events)] })

const planted = (over: Partial<CaseEvidence>): Evidence => withCases(over)

export const PLANTED_IN_CASES: readonly (readonly [string, BreachKind, Evidence])[] = [
  ['a case that was opened and is nowhere', 'case-gone', planted({ cases: [grave(...WHOLE, ...GIFTS, ADDED)] })],
  ['a part whose other case is nowhere', 'case-gone', planted({ cases: [MORE_CASE] })],
  [
    'two cases that are parts of each other',
    'case-gone',
    planted({ cases: [grave(...WHOLE, ...GIFTS, ADDED, { ...INTO, into: MORE_CASE.workId }, CLOSED), MORE_CASE] }),
  ],
  ['a merging that staff were told of, and that is not there', 'case-gone', planted(part(NOTED))],
  ['a part of a case of another customer', 'case-gone', planted({ cases: [{ ...GRAVE_CASE, customerId: 'dung' }, MORE_CASE] })],
  ['a part of which the other case was never told', 'merged-words-lost', planted(whole(BACK, ...GIFTS, ADDED))],
  ['the words of a second hand that are nowhere', 'merged-words-lost', planted({ log: [done(MERGED), done(MERGED_TOO)] })],
  ['a part that lost what it was opened with', 'merged-words-lost', planted(part(INTO, CLOSED))],
  ['a mail that is in neither of the two', 'merged-words-lost', planted(whole(SAID, TOOK_OVER, ...GIFTS, ADDED))],
  ['a part that asks its customer once more', 'merged-asks-again', planted(part(...PART, ASKING))],
  ['a part that a survey follows', 'merged-asks-again', planted(part(NOTED, INTO, { ...CLOSED, contact: undefined }))],
  ['a part that a call follows', 'merged-asks-again', planted({ cases: [GRAVE_CASE, MORE_CASE, FOLLOW_UP] })],
  ['a part that a mail opened again', 'part-opened-again', planted(part(...PART, REOPENED))],
  [
    'a period that costs more than its limit by its cases',
    'compensation-overspent',
    planted({ ...whole(...WHOLE, ...GIFTS, ADDED, asked(3)), log: [], book: book({}) }),
  ],
  ['a book above its limit', 'compensation-overspent', planted({ book: book({ given: 360_000 }) })],
  ['what stands in a case and is not booked', 'compensation-inexact', planted({ book: book({ open: [] }) })],
  [
    'a booking without its case',
    'compensation-inexact',
    planted({ book: book({ open: [OPEN, { ...OPEN, compensationId: 'x' }] }) }),
  ],
  ['a booking that stands twice', 'compensation-inexact', planted({ book: book({ open: [OPEN, OPEN] }) })],
  ['a gift that was booked with another amount', 'compensation-inexact', planted({ book: book({ given: 179_000 }) })],
  ['a gift that was given twice', 'compensation-twice', planted(whole(...WHOLE, ...GIFTS, ADDED, GIVEN))],
  ['a gift that was given and withdrawn', 'compensation-twice', planted(whole(...WHOLE, ...GIFTS, ADDED, WITHDRAWN))],
  [
    'a gift that its asker approved',
    'compensation-belied',
    planted(whole(...WHOLE, asked(1), GIVEN, asked(2), { ...APPROVED, address: asked(2).address }, ADDED)),
  ],
  ['a gift that a second person was told to have given', 'compensation-belied', planted({ log: [done(GAVE_TOO)] })],
  ['a file that was added, as was said, and that the case does not name', 'file-lost', planted(whole(...WHOLE, ...GIFTS))],
  ['a file that the case names and that is gone', 'file-missing', planted({ files: [] })],
  [
    'a file that lies there as another',
    'file-missing',
    planted({ files: [{ ...fileOf(PICTURE), sha256: fileOf('em 2').sha256 }] }),
  ],
  ['a file that the case names twice', 'file-twice', planted(whole(...WHOLE, ...GIFTS, ADDED, ADDED))],
  ['a file that no case names', 'file-without-event', planted({ files: [fileOf(PICTURE), fileOf('em 2')] })],
  [
    'a file under a case that is gone, of a form that was never answered',
    'file-without-event',
    planted({ cases: [], log: [done(FILED, null)] }),
  ],
]
