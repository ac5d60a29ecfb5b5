import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { BudgetRatesSchema } from '#core/campaign/budget-rates.ts'
import { campaignSchema } from '#core/campaign/campaign-definition.ts'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { CompanySchema } from '#core/campaign/company.ts'
import { CompensationSchema } from '#core/campaign/compensation.ts'
import { DepartmentsSchema } from '#core/campaign/departments.ts'
import { PlaybookSchema } from '#core/campaign/playbook.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { priceListSchema } from '#core/campaign/price-list.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { readJsonFile } from '#core/campaign/read-campaign.ts'
import { ThemesSchema } from '#core/campaign/themes.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'

const file = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8'))
const FILES: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['a campaign', campaignSchema(OUR_CHANNELS), file('birthday-gift.json')],
  ['a survey', campaignSchema(OUR_CHANNELS), file('csat-after-delivery.json')],
  ['a survey of attributes', campaignSchema(OUR_CHANNELS), file('csi-yearly.json')],
  ['the company', CompanySchema, file('company.json')],
  ['a policy', policyPackSchema(OUR_CHANNELS), file('policy/vn.json')],
  ['prices', priceListSchema(OUR_CHANNELS), file('prices.json')],
  ['cases', CasePolicySchema, file('cases.json')],
  ['departments', DepartmentsSchema, file('departments.json')],
  ['compensation', CompensationSchema, file('compensation.json')],
  ['a budget', BudgetRatesSchema, file('budget.json')],
  ['a playbook', PlaybookSchema, file('playbooks/product-quality.json')],
  ['themes', ThemesSchema, file('themes.json')],
  ['a calendar', CountryCalendarSchema, file('calendar/vn.json')],
]

const problemsOf = (schema: z.ZodType, value: unknown): readonly Problem[] => {
  const read = readJsonFile({ file: 'x.json', text: JSON.stringify(value) ?? '', schema })
  return 'problems' in read ? read.problems : []
}

/** What people type where something else belongs. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  'Việt Nam',
  -1,
  1.5,
  1e9,
  true,
  [],
  {},
  ['x'],
  { x: 1 },
  '2027-02-30',
]

/** The file with one value replaced, for every value in it; of long lists the first entry. */
function* broken(value: unknown): Generator<unknown> {
  for (const wrong of WRONG) yield wrong
  if (typeof value !== 'object' || value === null) return
  const entries = Object.entries(value).slice(0, Array.isArray(value) ? 1 : undefined)
  for (const [key, child] of entries)
    for (const wrong of broken(child)) yield Array.isArray(value) ? value.with(Number(key), wrong) : { ...value, [key]: wrong }
}

describe.each(FILES)('whatever is wrong in %s', (_, schema, right) => {
  const told = [...broken(right)].flatMap((value) => problemsOf(schema, value).map(({ expected }) => expected))

  test('is right as it stands, and wrong in many ways', () => {
    expect(problemsOf(schema, right)).toEqual([])
    expect(told.length).toBeGreaterThan(100)
  })

  test('is answered in words of ours, never in those of the schema library, and never twice "expected"', () => {
    for (const { en, vi } of told) {
      expect(en).not.toMatch(/Invalid|Too small|Too big|Unrecognized|^expected|undefined|\[object/i)
      expect(vi).not.toMatch(/Invalid|Too small|Too big|Unrecognized|undefined|\[object/i)
    }
  })

  test('is answered in Vietnamese to whoever reads Vietnamese', () => {
    const same = told.filter(({ vi, en }) => vi === en && !/^"[^"]*"$/.test(en)).map(({ en }) => en)
    expect([...new Set(same)]).toEqual([])
  })
})

test.each<[string, object, string, string]>([
  ['a kind of occasion', { occasion: { kind: 'brithday' } }, 'did you mean "birthday"?', 'có phải ý bạn là "birthday"?'],
  ['every kind there is', { occasion: { kind: '?' } }, '"fixed", "lunar", "lunar-month-end"', 'một trong: "fixed"'],
  ['a misspelt word', { widnow: {} }, 'did you mean window?', 'có phải ý bạn là window?'],
  ['a word of another place', { limits: { colour: 1 } }, 'there are: priority, holdoutPercent', 'có: priority, holdoutPercent'],
  ['a misspelt word in an audience', { audience: { tier: ['gold'] } }, 'did you mean tiers?', 'tiers'],
  [
    'an object that is missing',
    { window: undefined },
    'an object in { } with: from, to',
    'một đối tượng trong { } với: from, to',
  ],
  ['a class', { contentClass: 'advertisement' }, 'one of "care"', 'một trong: "care"'],
])('%s is answered with what would be right', (_, change, en, vi) => {
  const [problem] = problemsOf(campaignSchema(OUR_CHANNELS), { ...(file('mid-autumn.json') as object), ...change })
  expect(problem?.expected.en).toContain(en)
  expect(problem?.expected.vi).toContain(vi)
})

test.each([
  ['one attribute', [{ id: 'tea' }], 'survey.attributes', 'at least 2 in the list', 'ít nhất 2 mục trong danh sách'],
  ['eleven', 'abcdefghijk'.split('').map((id) => ({ id })), 'survey.attributes', 'at most 10', 'nhiều nhất 10'],
  ['two of one id', [{ id: 'tea' }, { id: 'tea' }], 'survey.attributes', 'each attribute has an id of its own', 'mỗi tiêu chí'],
  ['no weight', [{ id: 'tea', weight: 0 }, { id: 'price' }], 'survey.attributes[0].weight', 'more than 0', 'lớn hơn 0'],
  ['a weight in words', [{ id: 'tea', weight: 'much' }, { id: 'price' }], 'survey.attributes[0].weight', 'a number', 'một số'],
  [
    'an id with capitals',
    [{ id: 'Tea' }, { id: 'price' }],
    'survey.attributes[0].id',
    'the id of an attribute',
    'id của tiêu chí',
  ],
  ['no label', [{ id: 'tea', label: undefined }, { id: 'b' }], 'survey.attributes[0].label', 'with: vi, en', 'với: vi, en'],
])('a survey of attributes with %s is told what would be right', (_what, given, path, en, vi) => {
  const attributes = given.map((attribute) => ({ label: { vi: 'Trà', en: 'Tea' }, ...attribute }))
  const whole = file('csi-yearly.json') as { survey: object }
  const [problem, ...more] = problemsOf(campaignSchema(OUR_CHANNELS), { ...whole, survey: { ...whole.survey, attributes } })
  expect(more).toEqual([])
  expect(problem).toMatchObject({ path })
  expect(problem?.expected.en).toContain(en)
  expect(problem?.expected.vi).toContain(vi)
})
