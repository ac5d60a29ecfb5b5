import { describe, expect, test } from 'vitest'
import { MailHealthSchema, tooManyLost, unhealthy } from '#core/campaign/mail-health.ts'

const limits = MailHealthSchema.parse({})

describe('a campaign’s mail', () => {
  test.each([
    ['nothing wrong', { sent: 1000, bounced: 0, complained: 0 }, undefined],
    ['just below five in a hundred', { sent: 1000, bounced: 49, complained: 0 }, undefined],
    ['five in a hundred bounced', { sent: 1000, bounced: 50, complained: 0 }, { trouble: 'bounced', count: 50, sent: 1000 }],
    ['four of four are an incident, not a rate', { sent: 4, bounced: 4, complained: 0 }, undefined],
    ['five of five are a rate', { sent: 5, bounced: 5, complained: 0 }, { trouble: 'bounced', count: 5, sent: 5 }],
    ['one complaint is one person', { sent: 10, bounced: 0, complained: 1 }, undefined],
    [
      'two in two thousand are one in a thousand',
      { sent: 2000, bounced: 0, complained: 2 },
      { trouble: 'complained', count: 2, sent: 2000 },
    ],
    ['two in more than two thousand are less', { sent: 2001, bounced: 0, complained: 2 }, undefined],
    [
      'complaints are said before bounces',
      { sent: 100, bounced: 50, complained: 50 },
      { trouble: 'complained', count: 50, sent: 100 },
    ],
  ])('%s', (_what, troubles, because) => {
    expect(unhealthy(troubles, limits)).toEqual(because)
  })
})

describe('too many lost', () => {
  const NONE = { reached: 0, failed: 0, stopped: 0, unknown: 0 }
  test.each([
    ['nobody was to get anything', NONE, false],
    ['everybody was reached', { ...NONE, reached: 100 }, false],
    ['nine of a hundred may have got none', { ...NONE, reached: 91, unknown: 9 }, false],
    ['ten of a hundred may have got none', { ...NONE, reached: 90, unknown: 10 }, true],
    ['ten of a hundred in three ways', { reached: 90, failed: 4, stopped: 3, unknown: 3 }, true],
    ['one of a thousand', { ...NONE, reached: 999, unknown: 1 }, false],
    ['four of eight are few', { ...NONE, reached: 4, unknown: 4 }, false],
    ['the only one may have got none', { ...NONE, unknown: 1 }, true],
  ])('%s: %o', (_, losses, isTooMany) => {
    expect(tooManyLost(losses, limits)).toBe(isTooMany)
  })
})
