/** What is done to the cases of one customer, and when: it follows from the seed and the customer. What stands in one step is done from several hands at once. */

import type { StaffMember } from '#core/staff/roster.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { CompensationAct } from '#core/work/case/compensation-act.ts'
import { idOfToldCase } from '#core/work/told-case.ts'
import type { CaseAct } from '#local/torture/cases/case-acts.ts'
import { GRAVE } from '#local/torture/desk/grave-cases.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'
import { BOX, DELIVERY } from '#local/torture/world/catalogue.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'

export interface CaseStep {
  readonly at: Instant
  readonly acts: readonly CaseAct[]
  /** Acts of before, from pages that were left open: pressed one after the other. */
  readonly isPressedAgain: boolean
}

interface Habits {
  readonly seed: number
  readonly customerId: string
  readonly complains: NonNullable<TorturePerson['complains']>
  /** Two agents, and the lead who approves. */
  readonly hands: readonly [StaffMember, StaffMember, StaffMember]
}

export function caseStepsOf({ seed, customerId, complains, hands }: Habits): readonly CaseStep[] {
  const chance = keyedChance(`case work ${seed} ${customerId}`)
  const perhaps = (what: string, share: number, ...acts: readonly CaseAct[]) => (chance.happens(what, share) ? acts : [])
  const [one, other, lead] = hands
  const [grave, more, late] = [GRAVE, 'more', 'late'].map((caseId) => idOfToldCase({ caseId, customerId })) as [
    string,
    string,
    string,
  ]
  const tell = (agent: StaffMember, caseId: string): CaseAct => ({
    ...{ act: 'tell-case', agent, customerId, caseId },
    note: `khách hỏi thêm về đơn hàng (${caseId})`,
  })
  const merge = (agent: StaffMember, text: string, [workId, into] = [more, grave]): CaseAct => ({
    ...{ act: 'merge-case', agent, workId, into, text },
  })
  const mail = (workId: string, n: number): CaseAct => ({
    ...{ act: 'write-back', workId, replyId: `${customerId}-mail-${n}` },
    text: `thư thứ ${n} của khách ${customerId}`,
  })
  const file = (agent: StaffMember, workId: string, n: number): CaseAct => ({
    ...{ act: 'add-file', agent, workId, picture: `${customerId} ${n}`, note: `ảnh ${n}` },
  })
  const idOf = (n: number) => `${customerId}-gift-${n}`
  const does = (agent: StaffMember, workId: string, act: CompensationAct): CaseAct => ({
    ...{ act: 'compensate', agent, workId, does: act },
  })
  const ask = (agent: StaffMember, { workId, n, item = BOX }: { workId: string; n: number; item?: string }) =>
    does(agent, workId, { is: 'ask', compensationId: idOf(n), item, amount: '', text: 'trà ẩm khi nhận' })
  const end = (agent: StaffMember, is: 'give' | 'refuse' | 'withdraw', n: number) =>
    does(agent, n === 0 ? more : grave, { is, compensationId: idOf(n), text: `${is} bởi ${agent.name}` })
  const approve = (n: number) => does(lead, grave, { is: 'approve', compensationId: idOf(n) })
  const isLate = chance.happens('late', 0.3)

  const merging: readonly CaseAct[] = [
    merge(one, 'khách giục lần nữa'),
    merge(other, chance.happens('other words', 0.5) ? 'khách giục lần nữa' : 'khách gọi lại cùng việc'),
    ...(isLate ? [merge(lead, 'khách nhắc lần ba', [late, more])] : []),
    ...perhaps('mail', 0.5, mail(more, 1)),
    ...perhaps('file', 0.5, file(other, more, 3)),
    ...perhaps('ask', 0.5, ask(other, { workId: more, n: 0 })),
  ]
  const steps: readonly (readonly [number, readonly CaseAct[]])[] = [
    [10, [tell(one, 'more'), tell(one, 'more'), ...(isLate ? [tell(other, 'late')] : [])]],
    [20, [file(one, grave, 1), file(other, grave, 1), file(one, more, 2)]],
    [30, merging],
    [50, [mail(more, 2)]],
    [60, [ask(one, { workId: grave, n: 1 }), ask(one, { workId: grave, n: 1 }), ask(other, { workId: grave, n: 2 })]],
    [70, [ask(one, { workId: grave, n: 3, item: DELIVERY })]],
    [
      80,
      [1, 2].flatMap((n) => [
        approve(n),
        approve(n),
        ...perhaps(`withdraw ${n}`, 0.3, end(n === 1 ? one : other, 'withdraw', n)),
        ...perhaps(`refuse ${n}`, 0.2, end(lead, 'refuse', n)),
      ]),
    ],
    [
      100,
      [0, 1, 2].flatMap((n) => [
        ...perhaps(`give ${n}`, 0.7, end(one, 'give', n)),
        ...perhaps(`give too ${n}`, 0.5, end(other, 'give', n)),
        ...perhaps(`withdraw late ${n}`, 0.2, end(lead, 'withdraw', n)),
      ]),
    ],
  ]
  const { at, solvedAt } = complains
  const isAtClosing = solvedAt !== null && chance.happens('at closing', 0.25)
  const timed = steps.map(([minutes, acts]) => ({
    at: isAtClosing && acts === merging ? solvedAt : plusMs(at, minutes * MINUTE_MS),
    acts,
    isPressedAgain: false,
  }))
  if (!chance.happens('again', 0.3)) return timed
  return [...timed, { at: plusMs(at, 150 * MINUTE_MS), acts: steps.flatMap(([, acts]) => acts), isPressedAgain: true }]
}
