/** A mistake in something marketing wrote, said so that its writer can mend it. */
export interface Problem {
  readonly file: string
  /** Where in the file: a path in JSON, a line or a part of a template. */
  readonly path: string
  readonly value: string
  /** What would be right. */
  readonly expected: string
}
