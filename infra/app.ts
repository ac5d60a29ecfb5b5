/** `cdk synth` starts here: read the configuration, compile the templates, build the one stack, let no finding pass. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { CareStack } from '#infra/care-stack.ts'
import { compileTemplates, TemplateError } from '#infra/compile-templates.ts'
import { ConfigError, readConfig } from '#infra/config.ts'
import { addSecurityChecks } from '#infra/security-checks.ts'

const root = join(import.meta.dirname, '..')
try {
  const app = new App()
  const company: unknown = JSON.parse(readFileSync(join(root, 'campaigns', 'company.json'), 'utf8'))
  const config = readConfig({ context: (key) => app.node.tryGetContext(key), company })
  compileTemplates(root)
  new CareStack(app, 'ThamHoi', { config })
  addSecurityChecks(app)
} catch (error) {
  // A wrong value or letter is the operator's to mend: the sentence says what would be right, and a stack trace would bury it.
  if (!(error instanceof ConfigError || error instanceof TemplateError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
