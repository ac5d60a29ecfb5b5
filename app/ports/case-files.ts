/** The photos and files of cases, under the id of their case: apart from its row, which names each. */
import type { FileType } from '#core/work/case/case-file.ts'

export interface FileLook {
  /** Of the bytes, in small hexadecimal digits. */
  readonly sha256: string
  /** By the first bytes, whatever its name says; null for what is not taken. */
  readonly type: FileType | null
}

export interface CaseFileKey {
  readonly workId: string
  readonly sha256: string
}

export interface CaseFiles {
  look(bytes: Uint8Array): Promise<FileLook>
  /** Harmless when repeated: the same bytes have the same key. */
  put(file: CaseFileKey & { readonly bytes: Uint8Array }): Promise<void>
  /** Undefined when there is none. */
  read(key: CaseFileKey): Promise<Uint8Array | undefined>
  /** All that lies under a case, also what no event names: what a crash between the file and its event left. */
  removeOf(workId: string): Promise<void>
}
