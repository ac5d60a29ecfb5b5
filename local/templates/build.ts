/** `node local/templates/build.ts`: writes the files that functions carry, compiled templates and countries' files, or reports the mistakes. */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { packTemplates } from '#functions/wiring/packed-templates.ts'
import { gatherCountries } from '#local/countries/gather-countries.ts'
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
  await write('templates', packTemplates(templates))
  await write('countries', gatherCountries(fileURLToPath(new URL('campaigns', root))))
}

function write(file: string, content: object): Promise<void> {
  return writeFile(new URL(`functions/${file}.generated.json`, root), `${JSON.stringify(content)}\n`)
}
