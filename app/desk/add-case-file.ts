/** Staff add a photo or another file to an open case, with a note on what it shows. The same file is there once. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { type KeepCaseFilePorts, type KeepRefusal, keepCaseFile, type OfferedFile } from '#app/desk/keep-case-file.ts'
import type { Events } from '#app/events.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import type { AddedFile } from '#core/work/case/case-file.ts'
import { fileNamed, hasRoomFor } from '#core/work/case/files-of-case.ts'
import { type Actor, eventStaff } from '#core/work/event-staff.ts'
import { withCaseEvent } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'

export interface AddCaseFilePorts extends KeepCaseFilePorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly caseFiles: Pick<CaseFiles, 'look' | 'put' | 'removeOf'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'caseFileAdded' | 'caseFileRefused'>
}

interface Adding extends Actor {
  readonly workId: string
  readonly file: OfferedFile | null
  readonly note: string
  readonly at: Instant
}

/** `again`: the case has the file already. */
export type AddedCaseFile =
  | { readonly item: Case; readonly file: AddedFile; readonly again: boolean }
  | { readonly refused: KeepRefusal | 'who-and-what' | 'contended' }
  | TooLong

export async function addCaseFile(ports: AddCaseFilePorts, adding: Adding): Promise<AddedCaseFile> {
  const { work, caseFiles, companyRules, events } = ports
  const { workId, at } = adding
  const note = staffText(adding.note)
  const by = eventStaff({ by: staffText(adding.by), address: adding.address })
  if (by.name === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by: adding.by, note })
  if (unfit) return unfit
  const kept = await keepCaseFile(ports, { workId, file: adding.file })
  if ('refused' in kept) return kept
  const event: AddedFile = { is: 'added-file', at, by, ...kept, note }
  const result = await changeWork(work, workId, (item): Change<Case, AddedCaseFile> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    const before = fileNamed(item, kept.sha256)
    if (before) return { instead: { item, file: before, again: true } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    if (!hasRoomFor(item, { sha256: kept.sha256, questionId: null })) return { instead: { refused: 'too-many-files' } }
    const next = withCaseEvent(item, event, companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  if ('instead' in result) {
    // Its customer was erased meanwhile: nothing will come that removes the file with the case.
    if ('refused' in result.instead && result.instead.refused === 'no-such-work') await caseFiles.removeOf(workId)
    return result.instead
  }
  events.caseFileAdded({ sha256: kept.sha256, type: kept.type, bytes: kept.bytes })
  return { item: result.changed, file: event, again: false }
}
