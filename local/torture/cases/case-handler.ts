/** The side of the functions: the use cases that the pages of a case call, and that of a mail which comes back to its address. */
import { addCaseFile } from '#app/desk/add-case-file.ts'
import { compensate } from '#app/desk/compensate.ts'
import { joinCase } from '#app/desk/join-case.ts'
import { mergeCase } from '#app/desk/merge-case.ts'
import { openToldCase } from '#app/desk/open-told-case.ts'
import { bytesOf, type CaseAct, type CaseAnswer } from '#local/torture/cases/case-acts.ts'
import type { DeskSystem } from '#local/torture/desk/desk-system.ts'

type Of<Name extends CaseAct['act']> = Extract<CaseAct, { act: Name }>

export async function doToCase(system: DeskSystem, act: CaseAct): Promise<CaseAnswer> {
  switch (act.act) {
    case 'tell-case':
      return answerOf(await tell(system, act))
    case 'merge-case':
      return answerOf(await merge(system, act))
    case 'write-back':
      return writeBack(system, act)
    case 'compensate':
      return answerOf(await give(system, act))
    case 'add-file':
      return answerOf(await addFile(system, act))
  }
}

const answerOf = (result: { readonly refused: string } | { readonly again: boolean }): CaseAnswer =>
  'refused' in result ? { is: 'refused', because: result.refused } : { is: 'done', again: result.again }

const portsOf = ({ stores, companyRules, events }: DeskSystem) => ({ ...stores, companyRules, events })
const by = ({ agent }: Of<'tell-case' | 'merge-case' | 'compensate' | 'add-file'>) => ({
  by: agent.name,
  address: agent.address,
})

/** A question and no complaint: that one would interrupt a lead besides, and a second one of a customer is grave. */
const tell = (system: DeskSystem, { customerId, caseId, note, ...act }: Of<'tell-case'>) =>
  openToldCase(portsOf(system), {
    ...{ caseId, customerId, what: 'question', note, call: null, at: system.clock() },
    ...{ by: act.agent.name, address: act.agent.address },
  })

const merge = (system: DeskSystem, act: Of<'merge-case'>) =>
  mergeCase(
    { ...portsOf(system), work: system.stores.work },
    { workId: act.workId, into: act.into, text: act.text, ...by(act), at: system.clock() },
  )

async function writeBack(system: DeskSystem, { workId, replyId, text }: Of<'write-back'>): Promise<CaseAnswer> {
  const joined = await joinCase(portsOf(system), { workId, replyId, text, says: 'more', mayAnswer: true, at: system.clock() })
  return joined === 'no-room' ? { is: 'refused', because: joined } : { is: 'done', again: false }
}

const give = (system: DeskSystem, act: Of<'compensate'>) =>
  compensate(portsOf(system), { workId: act.workId, act: act.does, role: act.agent.role, ...by(act), at: system.clock() })

const addFile = (system: DeskSystem, act: Of<'add-file'>) =>
  addCaseFile(portsOf(system), {
    ...{ workId: act.workId, file: { name: 'ảnh.jpg', bytes: bytesOf(act.picture) }, note: act.note },
    ...by(act),
    at: system.clock(),
  })
