/** What the form of a case says, on whichever page it stands. */
import { randomUUID } from 'node:crypto'
import { TOLD } from '#core/work/work-item.ts'

const CASE_ID = /^[0-9a-f-]{36}$/

export const caseIn = (text: (name: string) => string) => ({
  caseId: CASE_ID.test(text('case')) ? text('case') : randomUUID(),
  what: TOLD.find((one) => one === text('what')) ?? null,
  note: text('note'),
})
