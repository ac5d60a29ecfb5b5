import { expect, test } from 'vitest'
import { aCampaign } from '#test/support/builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { campaignCard } from '#web/staff/campaigns/campaign-card.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'

const card = (over: Partial<ShownCampaign>, locale: 'vi' | 'en' = 'en') =>
  String(
    campaignCard(
      {
        definition: aCampaign(),
        version: 3,
        acceptedAt: '2027-01-19T17:00:00.000Z',
        acceptedBy: 'Lan <marketing>',
        state: 'active',
        next: { kind: 'day', date: '2027-02-06' },
        file: null,
        ...over,
      },
      { frame: aFrame(locale), linked: true },
    ),
  )

test('a campaign that runs says when it next acts and who accepted which version, and can be paused', () => {
  const shown = card({})
  expect(shown).toContain('Next: Saturday, 6 February 2027')
  expect(shown).toContain('version 3, accepted at 00:00 20 January 2027 (Lan &lt;marketing&gt;)')
  expect(shown).toContain('/pause"')
  expect(shown).not.toContain('The file')
})

test('a paused campaign can be resumed, a cancelled one neither, and of neither it says that it goes out', () => {
  const paused = card({ state: 'paused' })
  expect(paused).toContain('/resume"')
  expect(paused).toContain('By its calendar next: Saturday, 6 February 2027; nothing is sent until it is resumed')
  const cancelled = card({ state: 'cancelled' })
  expect(cancelled).not.toMatch(/<form/)
  expect(cancelled).toContain('cancelled')
  expect(cancelled).not.toContain('6 February')
})

test('a file that is wrong or gone is told, and what stays in force', () => {
  const problem = { file: 'x.json', path: 'id', value: '1', expected: { vi: 'a', en: 'b' } }
  expect(card({ file: { path: 'x.json', problems: [problem] } })).toContain('The file is wrong at the moment')
  expect(card({ file: { path: 'x.json', problems: [] } })).toContain('<code>x.json</code>')
  expect(card({ file: { path: 'x.json', problems: [] } })).not.toContain('The file is')
  expect(card({ file: 'gone' })).toContain('The file is gone. This version stays in force')
})

test('a campaign of calls is not said to send anything', () => {
  const definition = aCampaign({ touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2 } })
  for (const state of ['active', 'paused', 'cancelled'] as const)
    for (const next of [{ kind: 'day', date: '2027-02-06' }, { kind: 'personal' }, { kind: 'never' }] as const) {
      expect(card({ definition, state, next }, 'vi')).not.toMatch(/gửi/i)
      expect(card({ definition, state, next })).not.toMatch(/\bsent\b/)
    }
  expect(card({ definition, state: 'paused' }, 'vi')).toContain('không giao thêm khách nào cho nhóm gọi cho đến khi chạy tiếp')
})
