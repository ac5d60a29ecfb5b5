/** What a file is, by its first bytes: a name and a browser may say anything. */
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { FileLook } from '#app/ports/case-files.ts'
import type { FileType } from '#core/work/case/case-file.ts'

const TAKEN: Readonly<Record<string, FileType>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  // Telephones by Apple.
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
}

export async function lookAtFile(bytes: Uint8Array): Promise<FileLook> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // A file that is broken in its beginning is of no type.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return { sha256, type: (found && TAKEN[found.mime]) ?? null }
}
