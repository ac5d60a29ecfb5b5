import { expect, test } from 'vitest'
import { mayDo, ROLES } from '#core/staff/role.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { listeningCounts } from '#web/staff/today/listening-counts.ts'

const of = (count: number) => ({ count, isMore: false })
const heard = { days: 7, since: '2027-01-26', answers: 5, replies: 4, waiting: of(3), openWork: of(2), lateWork: of(1) }

test.each(ROLES)('the numbers of work lead to it only for those who may see it: %s', (role) => {
  const counts = String(listeningCounts(heard, aFrame('en', { visitor: { ...aFrame('en').visitor!, role } })))
  for (const name of ['answers', 'replies', 'waiting', 'open-work', 'late-work']) expect(counts).toContain(`data-count="${name}"`)
  expect(counts.match(/href="\/work[?"]/g) ?? []).toHaveLength(mayDo(role, 'see-work') ? 3 : 0)
})

test.each(ROLES)('the numbers of what was heard lead to it only for those who may see it: %s', (role) => {
  const counts = String(listeningCounts(heard, aFrame('en', { visitor: { ...aFrame('en').visitor!, role } })))
  expect(counts.match(/href="\/listening[?"]/g) ?? []).toHaveLength(mayDo(role, 'see-listening') ? 2 : 0)
})
