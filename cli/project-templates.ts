/** The project's templates, compiled for a command that shows or checks them. Only such a command waits for the compiler to load. */
import { resolve } from 'node:path'
import { PROJECT } from '#cli/place-to-work.ts'

export async function projectTemplates() {
  const { compileTemplates } = await import('#local/templates/compile-templates.ts')
  return compileTemplates(resolve(PROJECT, 'templates'))
}
