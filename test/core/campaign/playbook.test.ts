/** Playbooks: a file for each category, with its versions and what a reply begins with. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { playbookOf, readPlaybook, replyOf, versionOf } from '#core/campaign/playbook.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

const text = (name: string) => readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8')
const fileOf = (name: string, written = text(name)) => ({ file: name, text: written })
const NAME = 'playbooks/product-quality.json'
const files = (playbook: string, name = NAME) =>
  readCompanyFiles(
    {
      company: fileOf('company.json'),
      prices: fileOf('prices.json'),
      calendars: [fileOf('calendar/vn.json')],
      policies: [fileOf('policy/vn.json')],
      scripts: [],
      cases: fileOf('cases.json'),
      playbooks: [fileOf(name, playbook)],
    },
    OUR_CHANNELS,
  )
const problemsOf = (read: ReturnType<typeof files>) => ('problems' in read ? read.problems.map(({ path }) => path) : [])

test('the playbook of the sample company is right, and is found by its category', () => {
  const read = files(text(NAME))
  expect(problemsOf(read)).toEqual([])
  if (!('value' in read)) return
  const playbook = playbookOf(read.value.playbooks, 'product-quality')
  expect(playbook && versionOf(playbook)).toMatchObject({ version: 2, on: '2026-11-16' })
  expect(playbookOf(read.value.playbooks, 'delivery')).toBeUndefined()
  expect(playbookOf(read.value.playbooks, null)).toBeUndefined()
})

const both = { vi: 'a', en: 'b' }
const change = (version: number, on = '2026-11-01') => ({ version, on, by: 'Mai', note: both })
const withOne = (over: object) => JSON.stringify({ owner: 'Mai', steps: [both], changes: [change(1)], ...over })

test('limits and a reply may be left out', () => {
  const read = readPlaybook({ file: NAME, text: withOne({}) })
  expect('value' in read && read.value).toEqual({
    category: 'product-quality',
    playbook: { owner: 'Mai', steps: [both], limits: [], changes: [change(1)] },
  })
})

test.each([
  ['no step', withOne({ steps: [] }), 'steps'],
  ['a step in one language', withOne({ steps: [{ vi: 'a' }] }), 'steps[0].en'],
  ['no version', withOne({ changes: [] }), 'changes'],
  ['versions with a gap', withOne({ changes: [change(1), change(3)] }), 'changes'],
  ['versions in another order', withOne({ changes: [change(2), change(1)] }), 'changes'],
  ['a version before the one before it', withOne({ changes: [change(1), change(2, '2026-10-31')] }), 'changes'],
  ['a change without a note', withOne({ changes: [{ ...change(1), note: undefined }] }), 'changes[0].note'],
  ['nobody who answers for it', withOne({ owner: ' ' }), 'owner'],
  ['a reply of two parts', withOne({ reply: { acknowledge: both, solve: both } }), 'reply.followUp'],
  [
    'a field that a reply does not know',
    withOne({ reply: { acknowledge: { vi: '{{customer}}', en: 'b' }, solve: both, followUp: both } }),
    'reply.acknowledge.vi',
  ],
  ['a word that it does not know', withOne({ step: [] }), 'step'],
])('%s is refused with its place', (_what, written, path) => {
  expect(problemsOf(files(written))).toEqual([path])
})

test('a playbook of a category that is not there is refused, and told which there are', () => {
  const read = files(withOne({}), 'playbooks/late.json')
  expect('problems' in read && read.problems).toMatchObject([{ file: 'playbooks/late.json', value: 'late' }])
  expect('problems' in read && read.problems[0]?.expected.en).toContain('product-quality, delivery')
})

test('its reply is three paragraphs with their fields filled in', () => {
  const written = { vi: 'Chào {{honorific}}, {{ company }}.', en: 'Hello {{honorific}}.' }
  const read = readPlaybook({
    file: NAME,
    text: withOne({ reply: { acknowledge: written, solve: both, followUp: { vi: '[ngày]', en: '[day]' } } }),
  })
  if (!('value' in read)) return expect.unreachable()
  const values = { honorific: 'chị', company: '$& Trà' }
  expect(replyOf(read.value.playbook, { locale: 'vi', values })).toBe('Chào chị, $& Trà.\n\na\n\n[ngày]')
  expect(replyOf({ ...read.value.playbook, reply: undefined }, { locale: 'en', values })).toBeNull()
})
