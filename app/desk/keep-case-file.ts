/**
 * Looks at a file that is offered for a case, and keeps its bytes. The file first, then the event that names it: after a crash between the two a file
 * lies under its case that no event names. It goes with the case, and nothing points to what is not there.
 */
import type { Events } from '#app/events.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type FileRefusal, fileNameOf, type KeptFile, LARGEST_FILE } from '#core/work/case/case-file.ts'
import { hasRoomFor } from '#core/work/case/files-of-case.ts'
import { mayTakeNoMore } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'

/** As it was sent; null where the form had none. */
export interface OfferedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface KeepCaseFilePorts {
  readonly work: Pick<WorkStore, 'get'>
  readonly caseFiles: Pick<CaseFiles, 'look' | 'put'>
  readonly events: Pick<Events, 'caseFileRefused'>
}

export type KeepRefusal = FileRefusal | 'no-such-work' | 'no-case' | 'already-closed' | 'full'

export async function keepCaseFile(
  { work, caseFiles, events }: KeepCaseFilePorts,
  {
    workId,
    file,
    questionId = null,
  }: { readonly workId: string; readonly file: OfferedFile | null; readonly questionId?: string | null },
): Promise<KeptFile | { readonly refused: KeepRefusal }> {
  const refuse = (refused: KeepRefusal) => {
    events.caseFileRefused({ because: refused, bytes: file?.bytes.length ?? 0 })
    return { refused }
  }
  if (file === null) return refuse('no-file')
  const { length } = file.bytes
  if (length === 0) return refuse('file-empty')
  if (length > LARGEST_FILE) return refuse('file-too-large')
  const { sha256, type } = await caseFiles.look(file.bytes)
  if (type === null) return refuse('file-of-other-type')
  const item = await work.get(workId)
  if (!item) return refuse('no-such-work')
  if (item.kind !== 'case') return refuse('no-case')
  if (!isOpen(item)) return refuse('already-closed')
  if (!hasRoomFor(item, { sha256, questionId })) return refuse('too-many-files')
  if (mayTakeNoMore(item)) return refuse('full')
  await caseFiles.put({ workId, sha256, bytes: file.bytes })
  return { sha256, name: fileNameOf(file.name, type), type, bytes: length }
}
