import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { circleAmong, LAYERS, namesMail, ROOM_ORDER, violations } from '#test/support/layers.ts'

const root = resolve(import.meta.dirname, '..')
const filesOf = (layer: string) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(layer, name))

describe('every folder reaches only inward', () => {
  test.each(Object.keys(LAYERS).filter((layer) => existsSync(join(root, layer))))('%s/', (layer) => {
    const offenders = filesOf(layer)
      .map((file) => ({ file, reaches: violations({ file, source: readFileSync(join(root, file), 'utf8') }) }))
      .filter(({ reaches }) => reaches.length > 0)
    expect(offenders).toEqual([])
  })

  test.each(Object.entries(ROOM_ORDER))('every room of %s has a place in the order', (layer, order) => {
    const rooms = readdirSync(join(root, layer), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(rooms.map(({ name }) => name).filter((name) => !order.includes(name))).toEqual([])
  })
})

test('what decides asks the table of channels, and names mail nowhere', () => {
  const offenders = ['core', 'app', 'web', 'functions', 'cli']
    .flatMap(filesOf)
    .map((file) => ({ file, lines: namesMail({ file, source: readFileSync(join(root, file), 'utf8') }) }))
    .filter(({ lines }) => lines.length > 0)
  expect(offenders).toEqual([])
})

test('no file reaches itself through others', () => {
  const files = Object.keys(LAYERS).flatMap(filesOf)
  expect(circleAmong(new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')])))).toBeNull()
})

describe('the check itself catches', () => {
  test.each([
    ['a use case that takes the address', 'app/sending/x.ts', 'const to = customer.email'],
    ['a rule about one channel', 'core/audience/x.ts', "const said = consents['care/email']"],
    ['a page that asks for mail', 'functions/staff/x.ts', 'const said = state[`care/email`]'],
    ['a command that compares', 'cli/x.ts', "if (channel === 'email') return"],
  ])('mail where a channel should stand: %s', (_what, file, source) => {
    expect(namesMail({ file, source })).toHaveLength(1)
  })

  test.each([
    ['the table', 'core/channel/our-channels.ts', "id: 'email'"],
    ['a comment', 'app/sending/x.ts', '// an email'],
    ['a page that shows the address', 'web/staff/x.ts', '[labels.email, customer.email]'],
  ])('and lets pass: %s', (_what, file, source) => {
    expect(namesMail({ file, source })).toEqual([])
  })

  test('a circle of three, one of them by its type alone', () => {
    const sources = new Map([
      ['core/time/a.ts', "import { b } from '#core/time/b.ts'"],
      ['core/time/b.ts', "import { d } from '#core/time/d.ts'\nimport type { C } from './c.ts'"],
      ['core/time/c.ts', "import { a } from '#core/time/a.ts'"],
      ['core/time/d.ts', 'export const d = 1'],
    ])
    expect(circleAmong(sources)).toEqual(['core/time/a.ts', 'core/time/b.ts', 'core/time/c.ts', 'core/time/a.ts'])
  })

  test.each([
    ['core reaching a use case', 'core/time/x.ts', "import { a } from '#app/ports/customers.ts'"],
    ['core reaching a later room', 'core/time/x.ts', "import { a } from '#core/planning/touch.ts'"],
    ['work reaching the figures made of it', 'core/work/x.ts', "import { a } from '#core/kpi/nps.ts'"],
    ['core reaching a package', 'core/campaign/x.ts', "import a from 'hono'"],
    ['phone numbers outside core/customer', 'core/time/x.ts', "import { a } from 'libphonenumber-js/max'"],
    ['Parquet outside adapters/parquet', 'adapters/s3/x.ts', "import { a } from 'hyparquet'"],
    ['a clock in core', 'core/time/x.ts', 'export const a = () => Date.now()'],
    ['a clock in a use case', 'app/x.ts', 'export const a = () => new Date()'],
    ['chance in core', 'core/planning/x.ts', 'export const a = Math.random()'],
    ['the environment in a page', 'web/customer/x.ts', 'export const a = process.env.HOME'],
    ['a use case reaching a later room', 'app/sending/x.ts', "import { a } from '#app/planning/plan-slice.ts'"],
    ['a file for every room reaching into one', 'app/x.ts', "import { a } from '#app/sending/send-one.ts'"],
    ['a use case reaching a room that has no place', 'app/sending/x.ts', "import { a } from '#app/attic/x.ts'"],
    ['a use case reaching an adapter', 'app/x.ts', "import { a } from '#adapters/dynamo/rows.ts'"],
    ['a page reaching a use case', 'web/customer/x.ts', "import { a } from '#app/ports/customers.ts'"],
    ['an adapter reaching a function', 'adapters/ses/x.ts', "import { a } from '../../functions/env.ts'"],
    ['a function reaching the local stack', 'functions/x.ts', "import { a } from '#local/start.ts'"],
    ['a route writing its own page', 'functions/staff/x.ts', "import { html } from 'hono/html'"],
    ['a page reaching its route', 'web/staff/x.ts', "import { a } from '#functions/staff/visit/frame-of.ts'"],
    ['a page knowing the request', 'web/staff/x.ts', "import type { Context } from 'hono'"],
    ['anybody importing an entry', 'local/x.ts', "import { handler } from '#functions/send-batch.lambda.ts'"],
    ['infrastructure reaching code', 'infra/x.ts', "import { a } from '#functions/queues/send-batch.ts'"],
    ['a dynamic import', 'core/time/x.ts', "export const a = () => import('node:fs')"],
  ])('%s', (_what, file, source) => {
    expect(violations({ file, source })).not.toEqual([])
  })

  test.each([
    ['a use case reaching an earlier room', 'app/planning/x.ts', "import { a } from '#app/sending/put-off.ts'"],
    ['a figure reaching the work it is made of', 'core/kpi/statistics/x.ts', "import { a } from '#core/work/disposition.ts'"],
    ['a file for every room reaching a port', 'app/x.ts', "import { a } from '#app/ports/retention.ts'"],
    ['shared plain data', 'infra/x.ts', "import { TABLES } from '#adapters/dynamo/table-definitions.ts'"],
    ['Parquet in adapters/parquet', 'adapters/parquet/x.ts', "import { a } from 'hyparquet-writer'"],
    ['a comment that names a clock', 'core/time/x.ts', '// never Date.now()\nexport const a = 1'],
    ['phone numbers in core/customer', 'core/customer/phone.ts', "import { a } from 'libphonenumber-js/max'"],
  ])('and lets pass: %s', (_what, file, source) => {
    expect(violations({ file, source })).toEqual([])
  })
})
