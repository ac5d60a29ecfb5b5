/** Compiles the mail templates before the functions are bundled: the functions read the result and do not carry the compiler. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export class TemplateError extends Error {
  name = 'TemplateError'
}

/** Runs the compiler on the templates in `root`; throws TemplateError with its findings. */
export function compileTemplates(root: string): void {
  const { status, stderr, error } = spawnSync(process.execPath, [join('local', 'templates', 'build.ts')], {
    cwd: root,
    encoding: 'utf8',
  })
  if (error) throw new TemplateError('the template compiler could not be started', { cause: error })
  if (status !== 0) throw new TemplateError(`templates do not compile:\n${stderr.trim()}`)
}
