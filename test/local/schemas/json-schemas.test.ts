import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { jsonSchemas } from '#local/schemas/json-schemas.ts'

const campaigns = resolve(import.meta.dirname, '../../../campaigns')

describe('the published schemas', () => {
  test('are those the system uses; run `npm run schemas` after a change', () => {
    const folder = join(campaigns, 'schema')
    const published = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
    expect(published).toEqual(new Map(jsonSchemas()))
  })

  test('every file that marketing edits names its schema, and the schema is there', () => {
    const edited = ['.', 'calendar', 'policy'].flatMap((part) =>
      readdirSync(join(campaigns, part))
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(part, name)),
    )
    const named = edited.map((file) => [
      file,
      JSON.parse(readFileSync(join(campaigns, file), 'utf8'))
        .$schema?.split('/')
        .at(-1),
    ])
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter(([, schema]) => !jsonSchemas().has(schema))).toEqual([])
  })

  test('an editor is told of a misspelt word, a missing field and a wrong kind', () => {
    const schema = JSON.parse(jsonSchemas().get('campaign.schema.json') ?? '{}')
    expect(schema.additionalProperties).toBe(false)
    expect(schema.required).toEqual(expect.arrayContaining(['id', 'name', 'contentClass', 'occasion', 'touch', 'window']))
    expect(schema.properties.contentClass.enum).toEqual(['care', 'transactional', 'survey', 'advertising'])
  })
})
