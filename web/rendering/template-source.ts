/**
 * Reads a Handlebars source into the merge fields it uses, each with the conditions around it, and into the constructs it may not use. A letter
 * needs only `{{field}}` and `{{#if field}} … {{else}} … {{/if}}` (or `unless`). Every other construct is refused, so rendering asks for no field
 * that is not found here.
 */

import Handlebars from 'handlebars'
import type { LocalizedText } from '#core/campaign/localized-text.ts'

export interface Guard {
  readonly path: string
  /** True inside `{{#if path}}`, false in its `{{else}}` and inside `{{#unless path}}`. */
  readonly present: boolean
}

export interface FieldUse {
  readonly path: string
  /** A value that is shown, or one that `{{#if}}` only asks for. */
  readonly kind: 'value' | 'condition'
  readonly guards: readonly Guard[]
}

interface Misuse {
  /** Counted from 1 in the source given. */
  readonly line: number
  readonly value: string
  readonly expected: LocalizedText
}

export interface TemplateSource {
  readonly uses: readonly FieldUse[]
  readonly misuses: readonly Misuse[]
  /** The literal text for a reader, without merge fields. */
  readonly literal: string
}

/** Never throws: a source that cannot be parsed is one misuse, with its line. */
export function readTemplateSource(source: string): TemplateSource {
  const found: Found = { uses: [], misuses: [], literal: '' }
  try {
    readProgram({ program: Handlebars.parse(source), guards: [], found })
  } catch (error) {
    found.misuses.push(brokenTag(source, error))
  }
  return found
}

interface Found {
  uses: FieldUse[]
  misuses: Misuse[]
  literal: string
}
interface Place {
  readonly guards: readonly Guard[]
  readonly found: Found
}

function readProgram({ program, ...place }: Place & { readonly program: hbs.AST.Program }): void {
  for (const statement of program.body) {
    if (isA(statement, 'ContentStatement')) place.found.literal += statement.value
    else if (isA(statement, 'MustacheStatement')) readValue({ statement, ...place })
    else if (isA(statement, 'BlockStatement')) readBlock({ statement, ...place })
    else if (!isA(statement, 'CommentStatement'))
      refuse(place.found, statement, statement.type, {
        vi: 'chỉ dùng được {{trường}} và {{#if trường}} … {{/if}}',
        en: 'only {{field}} and {{#if field}} … {{/if}} are known',
      })
  }
}

function readValue({ statement, guards, found }: Place & { readonly statement: hbs.AST.MustacheStatement }): void {
  const path = pathOf(statement.path)
  if (path === undefined || statement.params.length > 0 || statement.hash !== undefined) {
    const value = `{{${wordsOf([statement.path, ...statement.params])}}}`
    refuse(found, statement, value, {
      vi: 'một trường trộn duy nhất giữa hai ngoặc, chẳng hạn {{customer.fullName}}',
      en: 'one merge field alone between the braces, such as {{customer.fullName}}',
    })
    return
  }
  if (!statement.escaped)
    refuse(found, statement, `{{{${path}}}}`, {
      vi: `{{${path}}}: hai dấu ngoặc, để giá trị được mã hóa an toàn`,
      en: `{{${path}}}: two braces, so that the value is escaped`,
    })
  found.uses.push({ path, kind: 'value', guards })
}

function readBlock({ statement, guards, found }: Place & { readonly statement: hbs.AST.BlockStatement }): void {
  const word = pathOf(statement.path)
  const [condition, ...more] = statement.params
  const path = condition && more.length === 0 && statement.hash === undefined ? pathOf(condition) : undefined
  if ((word !== 'if' && word !== 'unless') || path === undefined) {
    const value = `{{#${wordsOf([statement.path, ...statement.params])}}}`
    refuse(found, statement, value, {
      vi: '{{#if trường}} hoặc {{#unless trường}} với một trường trộn',
      en: '{{#if field}} or {{#unless field}} with one merge field',
    })
    return
  }
  found.uses.push({ path, kind: 'condition', guards })
  const within = (present: boolean): Place => ({ found, guards: [...guards, { path, present }] })
  if (statement.program) readProgram({ program: statement.program, ...within(word === 'if') })
  if (statement.inverse) readProgram({ program: statement.inverse, ...within(word !== 'if') })
}

type Statements = {
  ContentStatement: hbs.AST.ContentStatement
  MustacheStatement: hbs.AST.MustacheStatement
  BlockStatement: hbs.AST.BlockStatement
  CommentStatement: hbs.AST.CommentStatement
  PathExpression: hbs.AST.PathExpression
}

function isA<Type extends keyof Statements>(node: hbs.AST.Node, type: Type): node is Statements[Type] {
  return node.type === type
}

/** The dotted path; undefined for `../x`, `@root.x`, `this.x`, literals and calls. */
function pathOf(node: hbs.AST.Node): string | undefined {
  if (!isA(node, 'PathExpression') || node.data || node.depth > 0) return undefined
  const path = node.parts.join('.')
  return path !== '' && path === node.original ? path : undefined
}

const wordsOf = (nodes: readonly hbs.AST.Node[]) =>
  nodes.map((node) => ('original' in node ? String(node.original) : '…')).join(' ')

function refuse(found: Found, node: hbs.AST.Node, value: string, expected: LocalizedText): void {
  found.misuses.push({ line: node.loc.start.line, value, expected })
}

/** Handlebars' parser says where it stopped: `Parse error on line 3:` at the beginning, or `… - 3:4` at the end. */
function brokenTag(source: string, error: unknown): Misuse {
  const message = error instanceof Error ? error.message : String(error)
  const open = message.includes("got 'EOF'") ? unclosedBlock(source) : undefined
  if (open)
    return {
      line: open.line,
      value: open.value,
      expected: { vi: `{{/${open.word}}} đóng lại ở phía dưới`, en: `its {{/${open.word}}} further down` },
    }
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1] ?? 1)
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(message) ?? []
  const expected = opened
    ? {
        vi: `{{/${opened}}}, để đóng {{#${opened}}}; không phải {{/${closed}}}`,
        en: `{{/${opened}}}, which closes {{#${opened}}}; not {{/${closed}}}`,
      }
    : {
        vi: 'các thẻ mở bằng {{ và đóng bằng }}, mỗi {{#if …}} có {{/if}} của nó',
        en: 'tags that open with {{ and close with }}, and every {{#if …}} with its {{/if}}',
      }
  return { line, value: source.split('\n')[line - 1]?.trim() ?? '', expected }
}

/** The parser names the end of the source, which does not help a writer: the block that is still open does. */
function unclosedBlock(source: string): { readonly line: number; readonly value: string; readonly word: string } | undefined {
  const open: { line: number; value: string; word: string }[] = []
  for (const tag of source.matchAll(/\{\{~?\s*([#/])\s*(\w+)[^{}]*\}\}/g)) {
    const [value, sign, word = ''] = tag
    if (sign === '/') open.pop()
    else open.push({ line: source.slice(0, tag.index).split('\n').length, value, word })
  }
  return open.at(-1)
}
