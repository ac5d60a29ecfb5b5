/** Several texts as one. Each is preceded by its length, so that no field can take characters from the next. */

/** `5:c-001` and so on: the length in characters, a colon, the field. */
export const packed = (fields: readonly string[]): string => fields.map((field) => `${field.length}:${field}`).join('')

/** The fields of a packed text; undefined when it is not one. */
export function unpacked(text: string): readonly string[] | undefined {
  const fields: string[] = []
  let rest = text
  while (rest !== '') {
    const length = /^(\d{1,4}):/.exec(rest)
    if (length === null) return undefined
    const start = length[0].length
    const end = start + Number(length[1])
    if (end > rest.length) return undefined
    fields.push(rest.slice(start, end))
    rest = rest.slice(end)
  }
  return fields
}
