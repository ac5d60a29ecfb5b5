import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const SOURCES = ['core', 'app', 'adapters', 'functions', 'web', 'cli', 'local', 'bench'].flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => ({ file: join(layer, name), source: readFileSync(join(root, layer, name), 'utf8') })),
)

interface Id {
  /** The files that join its parts and take them apart. */
  readonly makers: readonly string[]
  readonly joined: RegExp
  readonly takenApart: RegExp
}

const TAKES_APART = String.raw`(\)|\])?\.(split|slice|substring|startsWith|endsWith|indexOf|lastIndexOf|match|replace|replaceAll)\(`
const CAMPAIGN = String.raw`\$\{(campaign\.id|campaignId|[\w.]+\.campaignId)\}`

const IDS: Readonly<Record<string, Id>> = {
  'an occurrence': {
    makers: ['core/occasion/occurrence-id.ts', 'core/audience/notice.ts'],
    joined: new RegExp(String.raw`${CAMPAIGN}_\$\{`),
    takenApart: new RegExp(`\\boccurrenceId${TAKES_APART}`),
  },
  'an occasion': {
    makers: ['core/occasion/occasion-key.ts'],
    joined: new RegExp(String.raw`${CAMPAIGN}:\$\{|:\$\{occasion\.key\}|\x60[pwmnL]\$\{`),
    takenApart: new RegExp(`\\b(occasionKey|occasion\\.key|ownKey)${TAKES_APART}`),
  },
  'a batch': {
    makers: ['core/planning/batch-id.ts'],
    joined: /~\$\{n|\$\{[^}]*slice[^}]*\}\.\$\{/,
    takenApart: new RegExp(`\\bbatchId${TAKES_APART}`),
  },
  'a reservation': {
    makers: ['core/budget/reserve.ts'],
    joined: /\$\{[^}]*occurrenceId\}\//,
    takenApart: /\breservationKey\.(split|slice|startsWith)\(/,
  },
}

describe.each(Object.entries(IDS))('the id of %s', (_, { makers, joined, takenApart }) => {
  const others = SOURCES.filter(({ file }) => !makers.includes(file))

  test('is made by its maker alone', () => {
    expect(others.filter(({ source }) => joined.test(source)).map(({ file }) => file)).toEqual([])
    const [maker] = makers
    expect(SOURCES.map(({ file }) => file)).toContain(maker)
  })

  test('is taken apart by its maker alone', () => {
    expect(others.filter(({ source }) => takenApart.test(source)).map(({ file }) => file)).toEqual([])
  })
})

test.each([
  ['an occurrence', '`§{campaign.id}_§{date}`'],
  ['an occurrence', 'occurrenceId.slice(-10)'],
  ['an occasion', '`§{campaign.id}:§{occasion.key}`'],
  ['an occasion', '`p§{day}#§{id}`'],
  ['an occasion', "occasionKey.split(':')"],
  ['a batch', "batchId.startsWith('003.')"],
  ['a reservation', '`§{occurrence.occurrenceId}/resend/§{customerId}`'],
])('the check itself catches %s: %s', (id, source) => {
  const { joined, takenApart } = IDS[id]!
  const code = source.replaceAll('§', '$')
  expect(joined.test(code) || takenApart.test(code)).toBe(true)
})
