import { expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import type { Severity } from '#core/campaign/case-terms.ts'
import { severityOf, typeOf } from '#core/work/case/case-standing.ts'
import { type NewCase, severityByRule } from '#core/work/case/severity-by-rule.ts'
import { storedCase } from '#test/support/work-builders.ts'

const cases = CasePolicySchema.parse({})
const at = '2027-03-10T02:00:00.000Z'
const complaint: NewCase = { type: 'complaint', text: null, score: null, tier: null, others: [], at }
const earlier = (days: number) =>
  storedCase({
    workId: 'complaint_r-0',
    events: [{ is: 'opened', at: new Date(Date.parse(at) - days * 86_400_000).toISOString(), by: { is: 'system' } }],
  })

test.each<[string, Partial<NewCase>, Severity | undefined]>([
  ['a word of the gravest', { text: 'Con tôi uống xong phải đi cấp cứu!' }, 's1'],
  ['the same typed without marks', { text: 'con toi phai di cap cuu' }, 's1'],
  ['the same in a question', { type: 'question', text: 'Có phải báo chí đã hỏi không?' }, 's1'],
  ['a part of a word alone is none', { text: 'The hospitality was great' }, undefined],
  ['the gravest of several', { text: 'hoàn tiền cho tôi, con tôi ngộ độc' }, 's1'],
  ['a score at the limit', { score: 1 }, 's2'],
  ['a score above it', { score: 2 }, undefined],
  ['a score of a request', { type: 'request', score: 1 }, undefined],
  ['a complaint before, within the window', { others: [earlier(29)] }, 's2'],
  ['one before the window', { others: [earlier(31)] }, undefined],
  ['nothing special', { text: 'trà hơi nhạt' }, undefined],
])('%s', (_what, over, severity) => {
  expect(severityByRule({ ...complaint, ...over }, { cases })[0]?.severity).toBe(severity)
})

test('a tier counts where the company names it', () => {
  const vip = CasePolicySchema.parse({
    severities: { s2: { ...cases.severities.s2, when: { tiers: ['vip'] } } },
  })
  expect(severityByRule({ ...complaint, tier: 'vip' }, { cases: vip })).toMatchObject([
    { severity: 's2', because: { rule: 'tier' } },
  ])
  expect(severityByRule({ ...complaint, tier: 'gold' }, { cases: vip })).toEqual([])
})

test('without a rule a case is as grave as its type, which staff may find to be another; what staff set by hand holds', () => {
  const by = { is: 'staff', name: 'Hạnh' } as const
  const item = storedCase()
  expect(severityOf(item, cases)).toEqual({ severity: 's3', because: { is: 'type', type: 'complaint' } })
  const found = storedCase({
    events: [...item.events, { is: 'described', at, by, type: 'suggestion', category: 'other', fields: {} }],
  })
  expect([typeOf(found), severityOf(found, cases).severity]).toEqual(['suggestion', 's4'])
  const set = storedCase({
    events: [
      ...item.events,
      ...severityByRule({ ...complaint, score: 0 }, { cases }),
      { is: 'severity-set', at, by, severity: 's4', because: { is: 'reason', text: 'khách bấm nhầm' } },
    ],
  })
  expect(severityOf(set, cases)).toEqual({ severity: 's4', because: { is: 'reason', text: 'khách bấm nhầm' } })
})
