/** The project's templates, compiled for a command that shows or checks them. */
import { resolve } from 'node:path'
import { PROJECT } from '#cli/place-to-work.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'

export const projectTemplates = () => compileTemplates(resolve(PROJECT, 'templates'))
