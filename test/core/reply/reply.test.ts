import { expect, test } from 'vitest'
import { ReplySchema } from '#core/reply/reply.ts'
import { storedReply } from '#test/support/store-builders.ts'

test('a reply stored before readings told what the mail holds is still read', () => {
  const { reading, ...reply } = storedReply()
  const { holds: _, ...before } = reading
  const stored = {
    ...reply,
    reading: { ...before, kind: 'optOut', reasons: ['word:dừng', 'optOut:all', 'also:complaint', 'rights:erase'] },
  }
  expect(ReplySchema.parse(JSON.parse(JSON.stringify(stored)))).toMatchObject({
    reading: { kind: 'optOut', reasons: expect.arrayContaining(['also:complaint']), holds: [], verdict: null },
  })
})
