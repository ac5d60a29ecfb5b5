/**
 * Questions to departments forget the cases of a customer who is erased: the id of a case may name the customer. Before their work is removed, which
 * alone tells whose cases they are.
 */
import type { QuestionBook, QuestionRow } from '#app/ports/questions.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'

export interface ForgetQuestionsPorts {
  readonly questions: Pick<QuestionBook, 'get' | 'since' | 'put'>
  readonly work: Pick<WorkStore, 'pagesOfCustomer'>
}

/** Rows are removed after 35 days (app/sending/mail-digests.ts). */
const LOOKED_BACK_MS = 40 * DAY_MS
/** Lost races for one row before giving up. */
const TRIES = 10

/** A row that others keep changing; the erasure is to be run again. */
export class QuestionContendedError extends Error {
  override readonly name = 'QuestionContendedError'
}

export async function forgetQuestions(
  { questions, work }: ForgetQuestionsPorts,
  { customerId, at }: { readonly customerId: string; readonly at: Instant },
): Promise<void> {
  const theirs = new Set<string>()
  for await (const page of work.pagesOfCustomer(customerId)) for (const { workId } of page) theirs.add(workId)
  if (theirs.size === 0) return
  for (const row of await questions.since(plusMs(at, -LOOKED_BACK_MS)))
    if (row.workId !== null && theirs.has(row.workId)) await forget(questions, row)
}

async function forget(questions: ForgetQuestionsPorts['questions'], found: QuestionRow): Promise<void> {
  let row: QuestionRow | undefined = found
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (!row || row.workId === null) return
    if ((await questions.put({ ...row, workId: null, isOver: true, version: row.version + 1 })) === 'written') return
    row = await questions.get(found)
  }
  throw new QuestionContendedError(`the question ${found.questionId} was changed ${TRIES} times meanwhile`)
}
