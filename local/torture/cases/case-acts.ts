/** What is done to cases in a run, as one request each: staff in the staff app, and customers who write back to the address of a case. */
import { createHash } from 'node:crypto'
import type { StaffMember } from '#core/staff/roster.ts'
import type { CompensationAct } from '#core/work/case/compensation-act.ts'

export type CaseAct =
  /** `caseId`: of the form. */
  | {
      readonly act: 'tell-case'
      readonly agent: StaffMember
      readonly customerId: string
      readonly caseId: string
      readonly note: string
    }
  | {
      readonly act: 'merge-case'
      readonly agent: StaffMember
      readonly workId: string
      readonly into: string
      readonly text: string
    }
  | { readonly act: 'write-back'; readonly workId: string; readonly replyId: string; readonly text: string }
  | { readonly act: 'compensate'; readonly agent: StaffMember; readonly workId: string; readonly does: CompensationAct }
  /** `picture`: what it shows, from which its bytes follow. */
  | {
      readonly act: 'add-file'
      readonly agent: StaffMember
      readonly workId: string
      readonly picture: string
      readonly note: string
    }

/** `again`: the same form had done it before. */
export type CaseAnswer = { readonly is: 'done'; readonly again: boolean } | { readonly is: 'refused'; readonly because: string }

const JPEG = [0xff, 0xd8, 0xff, 0xe0]

export const bytesOf = (picture: string): Uint8Array => Uint8Array.from([...JPEG, ...new TextEncoder().encode(picture)])
export const hashOf = (picture: string): string => createHash('sha256').update(bytesOf(picture)).digest('hex')
