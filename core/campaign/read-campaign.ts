/** Reads a campaign file's text into its definition, or into every mistake in it: file, path, value, and what would be right. */
import type { z } from 'zod'
import { type CampaignDefinition, campaignSchema } from '#core/campaign/campaign-definition.ts'
import { jsonMistake, type KeyRule } from '#core/campaign/json-mistake.ts'
import { MISSING, type Problem } from '#core/campaign/problem.ts'
import { saysRule, wordsOfIssue, wordsOfUnknownKey } from '#core/campaign/schema-words.ts'
import type { Channels } from '#core/channel/channel.ts'

export type Read<Value> = { readonly value: Value } | { readonly problems: readonly Problem[] }

export const readCampaign = ({
  file,
  text,
  channels,
}: {
  readonly file: string
  readonly text: string
  readonly channels: Channels
}): Read<CampaignDefinition> => readJsonFile({ file, text, schema: campaignSchema(channels) })

/** Parses and checks any file that people write. */
export function readJsonFile<Value>({
  file,
  text,
  schema,
  ...rule
}: KeyRule & {
  file: string
  text: string
  schema: z.ZodType<Value>
}): Read<Value> {
  const json = parseJson(file, text, rule)
  if ('problems' in json) return json
  const checked = schema.safeParse(json.value)
  if (checked.success) return { value: checked.data }
  return { problems: checked.error.issues.flatMap((issue) => problemsOf({ file, json: json.value, schema, issue })) }
}

function parseJson(file: string, text: string, rule: KeyRule): Read<unknown> {
  // U+FFFD: the file was not UTF-8. The sign would stand in every mail.
  if (text.includes('\uFFFD'))
    return {
      problems: [{ file, path: '', value: '\uFFFD', expected: { vi: 'tệp lưu bằng UTF-8', en: 'a file saved as UTF-8' } }],
    }
  // Editors on Windows begin a file with a byte order mark.
  const written = text.replace(/^\uFEFF/, '')
  const mistake = jsonMistake(written, rule)
  if (mistake === undefined) return { value: JSON.parse(written) }
  const { line, column } = mistake
  const expected = { vi: `JSON đúng: ${mistake.expected.vi}`, en: `JSON: ${mistake.expected.en}` }
  return { problems: [{ file, path: '', line, column, value: excerpt(mistake.text), expected }] }
}

function problemsOf({
  file,
  json,
  schema,
  issue,
}: {
  file: string
  json: unknown
  schema: z.ZodType
  issue: z.core.$ZodIssue
}): Problem[] {
  const meant = shapeMeant(issue)
  if (meant) return meant.flatMap((inner) => problemsOf({ file, json, schema, issue: inner }))
  const at = (path: readonly PropertyKey[]) => ({ file, path: pathText(path), value: excerpt(valueAt(json, path)) })
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      ...at([...issue.path, key]),
      expected: wordsOfUnknownKey(key, { schema, path: issue.path }),
      isRule: true,
    }))
  const expected = wordsOfIssue(issue, { schema, value: valueAt(json, issue.path) })
  return [{ ...at(issue.path), expected, ...(saysRule(issue) && { isRule: true }) }]
}

/**
 * The mistakes inside the one shape of a union that the value has, such as a list: an answer for the other shapes would hide them. Undefined where
 * the value has none of the shapes, or where more than one is possible.
 */
function shapeMeant(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined {
  if (issue.code !== 'invalid_union' || ('discriminator' in issue && issue.discriminator !== undefined)) return undefined
  const [shape, ...others] = issue.errors.filter((errors) => errors.every(({ path }) => path.length > 0))
  if (shape === undefined || others.length > 0) return undefined
  return shape.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
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
  const text = value === undefined ? MISSING : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
