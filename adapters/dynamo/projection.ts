/** Some attributes of a row and no others: what is left out is not sent and not read, though it is paid for. */

interface Projection {
  readonly ProjectionExpression: string
  readonly ExpressionAttributeNames: Record<string, string>
}

export const projectionOf = (only: readonly string[]): Projection => ({
  ProjectionExpression: only.map((_, at) => `#a${at}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(only.map((attribute, at) => [`#a${at}`, attribute])),
})
