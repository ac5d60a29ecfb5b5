/** What the operator must set before a command can work. */
export class VariablesMissingError extends Error {
  override name = 'VariablesMissingError'

  constructor(names: readonly string[]) {
    super(`bad or missing environment variables: ${names.join(', ')}`)
  }
}
