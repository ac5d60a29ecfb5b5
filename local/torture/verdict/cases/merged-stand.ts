/**
 * Each case that was opened is open, closed, or part of one that is. What was said in a part stands there still, and what was said of it stands in the one
 * that goes on. Of the two the part asks its customer nothing any more, and a mail of the customer opens it no more.
 */
import type { CaseEventFacts, CaseFacts } from '#local/torture/cases/case-evidence.ts'
import { actsNamed, isDone } from '#local/torture/cases/case-log.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export function mergedStand({ desk: { cases: evidence }, people }: Evidence): readonly Breach[] {
  const { cases, log } = evidence
  const all = new Map(cases.flatMap((item) => (item.kind === 'case' ? [[item.workId, item] as const] : [])))
  const told = actsNamed(log, 'tell-case').filter((done) => isDone(done) && !people.get(done.act.customerId)?.isErased)
  const merges = actsNamed(log, 'merge-case').filter(isDone)
  const mails = actsNamed(log, 'write-back').filter(isDone)
  return [
    ...told.flatMap(({ act: { customerId, caseId, note } }) => {
      const workId = `case_${caseId}_${customerId}`
      const whose = { occurrenceId: workId, customerId }
      const item = all.get(workId)
      if (!item) return [breach('case-gone', { ...whose, detail: 'it was opened, and is nowhere' })]
      return says(item, note) ? [] : [breach('merged-words-lost', { ...whose, detail: `${note}: not where it was told` })]
    }),
    ...merges.flatMap(({ act: { workId, into, text } }) => {
      const [item, whole] = [all.get(workId), all.get(into)]
      if (item && !item.events.some((event) => event.is === 'merged' && event.into === into))
        return [breach('case-gone', { ...whoseIs(item), detail: `merged into ${into}, as was said, and it is not` })]
      return whole && tookOver(whole, workId).some((event) => event?.note === text)
        ? []
        : [breach('merged-words-lost', { occurrenceId: workId, detail: `${text}: said of it, and not in ${into}` })]
    }),
    ...mails.flatMap(({ act: { workId, replyId, text } }) => {
      const written = [...all.values()].filter(({ events }) => events.some((event) => event.replyId === replyId))
      const stands = written.some(({ events }) => events.some((event) => event.replyId === replyId && event.note === text))
      return stands ? [] : [breach('merged-words-lost', { occurrenceId: workId, detail: `the mail ${replyId} is in no case` })]
    }),
    ...[...all.values()].flatMap((item) => ofPart(item, { all, cases })),
  ]
}

const says = ({ events }: CaseFacts, note: string): boolean => events.some((event) => event.is === 'noted' && event.note === note)

/** What was said of a part, each before the event that tells of it. */
const tookOver = ({ events }: CaseFacts, from: string): readonly (CaseEventFacts | undefined)[] =>
  events.flatMap((event, at) => (event.is === 'took-over' && event.from === from ? [events[at - 1]] : []))

const whoseIs = ({ workId, customerId }: CaseFacts) => ({ occurrenceId: workId, customerId })

interface Among {
  readonly all: ReadonlyMap<string, CaseFacts>
  readonly cases: readonly CaseFacts[]
}

function ofPart(item: CaseFacts, among: Among): readonly Breach[] {
  const at = item.events.findLastIndex(({ is }) => is === 'merged')
  const merged = item.events[at]
  if (!merged) return []
  const whose = whoseIs(item)
  const later = item.events.slice(at + 1)
  const [closed, ...rest] = later
  const reopened = rest.some(({ is, address }) => is === 'reopened' && address === undefined)
  const whole = among.all.get(merged.into ?? '')
  const isAsking =
    closed?.contact !== 'not-needed' ||
    rest.some(({ is }) => is === 'waiting' || is === 'followed-up') ||
    among.cases.some(({ followsUp }) => followsUp === item.workId)
  return [
    ...(goesOn(item, among) ? [] : [breach('case-gone', { ...whose, detail: `part of ${merged.into}, which leads nowhere` })]),
    ...(whole && tookOver(whole, item.workId).some((event) => event?.note === closed?.note)
      ? []
      : [breach('merged-words-lost', { ...whose, detail: `${merged.into} does not know of it` })]),
    ...(reopened ? [breach('part-opened-again', { ...whose, detail: `though ${merged.into} goes on` })] : []),
    ...(isAsking && !reopened ? [breach('merged-asks-again', { ...whose, detail: `beside ${merged.into}` })] : []),
  ]
}

/** Whether it ends in a case of the same customer that is no part itself. */
function goesOn(item: CaseFacts, { all }: Among): boolean {
  const seen = new Set<string>()
  for (let at: CaseFacts | undefined = item; at && !seen.has(at.workId); ) {
    seen.add(at.workId)
    const last: CaseEventFacts | undefined = at.events.findLast(({ is }) => is === 'merged' || is === 'reopened')
    if (last?.is !== 'merged') return at.customerId === item.customerId
    at = all.get(last.into ?? '')
  }
  return false
}
