/** Where a file of a case lies. The id of a case may name its customer, so a key has a hash of it. */
import { createHash } from 'node:crypto'
import type { CaseFileKey } from '#app/ports/case-files.ts'

/** The permissions of functions end with it (infra/constructs/case-files.ts). */
const PREFIX = 'cases/'

export const caseFolder = (workId: string): string => `${PREFIX}${createHash('sha256').update(workId).digest('hex')}/`
export const caseFileKey = ({ workId, sha256 }: CaseFileKey): string => `${caseFolder(workId)}${sha256}`
