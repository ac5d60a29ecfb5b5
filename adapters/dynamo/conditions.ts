/** What must hold of the stored row for a write to happen. Names and values are passed apart from the expression. */

export interface Condition {
  readonly expression: string
  readonly names: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, unknown>>
}

/** No row with this key, or a row without this attribute. */
export const absent = (attribute: string): Condition => ({
  expression: 'attribute_not_exists(#absent)',
  names: { '#absent': attribute },
})

export const present = (attribute: string): Condition => ({
  expression: 'attribute_exists(#present)',
  names: { '#present': attribute },
})

/** The row's version attribute has this value; version 0 is for a row that does not exist yet. */
export const follows = (attribute: string, version: number): Condition =>
  version === 0
    ? absent(attribute)
    : { expression: '#version = :before', names: { '#version': attribute }, values: { ':before': version - 1 } }

/** The attribute still has the value that was read, or is still missing. */
export const unchanged = (attribute: string, value: unknown): Condition =>
  value === undefined
    ? absent(attribute)
    : { expression: '#unchanged = :unchanged', names: { '#unchanged': attribute }, values: { ':unchanged': value } }

export const both = (one: Condition, other: Condition): Condition => ({
  expression: `(${one.expression}) AND (${other.expression})`,
  names: { ...one.names, ...other.names },
  values: { ...one.values, ...other.values },
})

/** There is no such attribute yet, or it is less (`<`) or greater (`>`) than this value. */
export const absentOr = (attribute: string, comparison: '<' | '<=' | '>', value: string | number): Condition => ({
  expression: `attribute_not_exists(#compared) OR #compared ${comparison} :compared`,
  names: { '#compared': attribute },
  values: { ':compared': value },
})
