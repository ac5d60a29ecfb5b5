/** `node local/templates/build.ts`: writes the compiled templates where the functions read them, or says what is wrong. */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { OPT_OUT_TEMPLATE } from '#core/audience/opt-out-notice.ts'
import { packTemplates } from '#functions/packed-templates.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { checkTemplates } from '#web/rendering/check-template.ts'

const root = new URL('../../', import.meta.url)
const { templates, problems } = await compileTemplates(fileURLToPath(new URL('templates', root)))
const all = [...problems, ...checkTemplates({ templates, uses: [] })]
for (const { file, path, value, expected } of all) {
  console.error(`${[file, path].filter(Boolean).join(', ')}: ${value ? `found ${value}, ` : ''}expected ${expected.en}`)
}
if (all.length > 0) process.exitCode = 1
else {
  await mkdir(new URL('functions/', root), { recursive: true })
  // What confirms an opt-out carries its own letter alone: a function is not loaded with what it never sends.
  const notices = Object.fromEntries(Object.entries(templates).filter(([name]) => name === OPT_OUT_TEMPLATE))
  for (const [file, content] of Object.entries({ templates, 'notice-templates': notices }))
    await writeFile(new URL(`functions/${file}.generated.json`, root), `${JSON.stringify(packTemplates(content))}\n`)
}
