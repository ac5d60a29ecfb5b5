/** `cdk synth` starts here: compile the templates, read the configuration, build the one stack, let no finding pass. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { CareStack } from '#infra/care-stack.ts'
import { compileTemplates } from '#infra/compile-templates.ts'
import { readConfig } from '#infra/config.ts'
import { addSecurityChecks } from '#infra/security-checks.ts'

const root = join(import.meta.dirname, '..')
compileTemplates(root)
const app = new App()
const company: unknown = JSON.parse(readFileSync(join(root, 'campaigns', 'company.json'), 'utf8'))
new CareStack(app, 'ThamHoi', { config: readConfig({ context: (key) => app.node.tryGetContext(key), company }) })
addSecurityChecks(app)
