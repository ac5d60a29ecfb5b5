/** The part of a schema that a path in a file leads to: the words, kinds and keys allowed there. Depends on how zod 4 holds its schemas. */
import type * as z from 'zod'

type Node = z.core.$ZodType

/** Undefined where the schema has no such place. */
export function nodeAt(schema: Node, path: readonly PropertyKey[]): Node | undefined {
  return path.reduce<Node | undefined>((node, key) => node && childOf(unwrapped(node), key), schema)
}

/** The keys that an object may have there; none where there is no object. */
export function keysAt(schema: Node, path: readonly PropertyKey[]): readonly string[] {
  const node = nodeAt(schema, path)
  return node === undefined ? [] : objectsIn(unwrapped(node)).flatMap((object) => Object.keys(object._zod.def.shape))
}

/** The values of the key that tells the members of a union apart. */
export function kindsAt(schema: Node, path: readonly PropertyKey[], discriminator: string): readonly string[] {
  const node = nodeAt(schema, path)
  if (node === undefined) return []
  return objectsIn(unwrapped(node)).flatMap((object) => {
    const kind = object._zod.def.shape[discriminator]
    return [...(kind?._zod.values ?? [])].map(String)
  })
}

/** The key that tells the members of a union apart; undefined where there is no union. */
export function discriminatorAt(schema: Node, path: readonly PropertyKey[]): string | undefined {
  const node = nodeAt(schema, path)
  const union = node === undefined ? undefined : unwrapped(node)
  if (union === undefined || !is(union, 'union') || !('discriminator' in union._zod.def)) return undefined
  const { discriminator } = union._zod.def
  return typeof discriminator === 'string' ? discriminator : undefined
}

function childOf(node: Node, key: PropertyKey): Node | undefined {
  if (is(node, 'array')) return node._zod.def.element
  if (is(node, 'record')) return node._zod.def.valueType
  if (is(node, 'union'))
    return node._zod.def.options.map((option) => childOf(unwrapped(option), key)).find((child) => child !== undefined)
  return objectsIn(node)
    .map((object) => object._zod.def.shape[String(key)])
    .find((child) => child !== undefined)
}

function objectsIn(node: Node): readonly z.core.$ZodObject[] {
  if (is(node, 'object')) return [node]
  return is(node, 'union') ? node._zod.def.options.flatMap((option) => objectsIn(unwrapped(option))) : []
}

/** Without the wrappers optional, default and the like. */
function unwrapped(node: Node): Node {
  for (let inner = node; ; ) {
    if (is(inner, 'optional') || is(inner, 'nullable') || is(inner, 'default') || is(inner, 'prefault') || is(inner, 'readonly'))
      inner = inner._zod.def.innerType
    else if (is(inner, 'pipe')) inner = inner._zod.def.in
    else return inner
  }
}

interface Kinds {
  array: z.core.$ZodArray
  record: z.core.$ZodRecord
  object: z.core.$ZodObject
  union: z.core.$ZodUnion
  optional: z.core.$ZodOptional
  nullable: z.core.$ZodNullable
  default: z.core.$ZodDefault
  prefault: z.core.$ZodPrefault
  readonly: z.core.$ZodReadonly
  pipe: z.core.$ZodPipe
}

const is = <Kind extends keyof Kinds>(node: Node, kind: Kind): node is Kinds[Kind] => node._zod.def.type === kind
