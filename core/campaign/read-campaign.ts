/** From a campaign file's text to its definition, or to every mistake in it: file, path in it, value, and what would be right. */
import type { z } from 'zod'
import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'
import type { Problem } from '#core/campaign/problem.ts'

export type Read<Value> = { readonly value: Value } | { readonly problems: readonly Problem[] }

export const readCampaign = (file: string, text: string): Read<CampaignDefinition> =>
  readJsonFile({ file, text, schema: CampaignDefinitionSchema })

/** Parses and checks any file that people write. */
export function readJsonFile<Value>({
  file,
  text,
  schema,
}: {
  file: string
  text: string
  schema: z.ZodType<Value>
}): Read<Value> {
  const json = parseJson(file, text)
  if ('problems' in json) return json
  const checked = schema.safeParse(json.value)
  if (checked.success) return { value: checked.data }
  return { problems: checked.error.issues.flatMap((issue) => problemsOf({ file, json: json.value, issue })) }
}

function parseJson(file: string, text: string): Read<unknown> {
  // What a reader of UTF-8 puts where bytes were something else: it would stand in every mail.
  if (text.includes('\uFFFD')) return { problems: [{ file, path: '', value: '\uFFFD', expected: 'a file saved as UTF-8' }] }
  try {
    // Editors on Windows begin a file with a byte order mark.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { problems: [{ file, path: '', value: excerpt(text), expected: `JSON: ${message}` }] }
  }
}

type Issue = z.core.$ZodIssue

function problemsOf({ file, json, issue }: { file: string; json: unknown; issue: Issue }): Problem[] {
  const at = (path: readonly PropertyKey[]) => ({ file, path: pathText(path), value: excerpt(valueAt(json, path)) })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...at([...issue.path, key]),
        expected: `no such word here; see the schema for the words that are`,
      }))
    case 'invalid_value':
      return [{ ...at(issue.path), expected: `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}` }]
    case 'invalid_union': {
      const discriminator = 'discriminator' in issue && typeof issue.discriminator === 'string' ? issue.discriminator : undefined
      return [
        { ...at(issue.path), expected: discriminator ? `one of the kinds of \`${discriminator}\` in the schema` : issue.message },
      ]
    }
    default:
      return [{ ...at(issue.path), expected: SCHEMA_WORDS.test(issue.message) ? expectedBy(issue) : issue.message }]
  }
}

/** How the schema library speaks when nobody gave it words of ours. */
const SCHEMA_WORDS = /^(Too small|Too big|Invalid input)\b/

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return `at least ${issue.minimum}${COUNTED[issue.origin] ?? ''}`
    case 'too_big':
      return `at most ${issue.maximum}${COUNTED[issue.origin] ?? ''}`
    case 'invalid_type':
      return `${KINDS[issue.expected] ?? issue.expected}`
    default:
      return issue.message
  }
}

const COUNTED: Readonly<Record<string, string>> = { string: ' characters', array: ' in the list' }
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
}

const pathText = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  )

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  )
}

function excerpt(value: unknown): string {
  const text = value === undefined ? '(missing)' : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
