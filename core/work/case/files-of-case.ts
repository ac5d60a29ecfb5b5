/** The files that a case has, by its events, and whether there is room for one more. */
import { type AddedFile, MOST_FILES, MOST_FILES_OF_QUESTION } from '#core/work/case/case-file.ts'
import { partsOf } from '#core/work/case/parts-of-case.ts'
import type { History } from '#core/work/work-event.ts'

/** The oldest first. */
export const filesOf = ({ events }: History): readonly AddedFile[] =>
  events.flatMap((event) => (event.is === 'added-file' ? [event] : []))

export const fileNamed = (item: History, sha256: string): AddedFile | undefined =>
  filesOf(item).find((file) => file.sha256 === sha256)

/** Also one of a case that became part of this one. A file of text is none. */
export const hasPhoto = (item: History): boolean =>
  filesOf(item).some(({ type }) => type !== 'pdf') || partsOf(item).some((part) => part.hasPhoto === true)

/** Whether there is room for one more. One that is there already takes none. */
export function hasRoomFor(
  item: History,
  { sha256, questionId }: { readonly sha256: string; readonly questionId: string | null },
) {
  const files = filesOf(item)
  if (files.some((file) => file.sha256 === sha256)) return true
  const ofQuestion = questionId === null ? [] : files.filter((file) => file.questionId === questionId)
  return files.length < MOST_FILES && ofQuestion.length < MOST_FILES_OF_QUESTION
}
