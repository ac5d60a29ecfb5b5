/** `node local/templates/build.ts`: writes the files that functions carry, or reports the mistakes in what they are made from. */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { problemLine } from '#core/campaign/problem.ts'
import { carriedFiles } from '#local/templates/carried-files.ts'

const root = new URL('../../', import.meta.url)
const folder = (name: string) => fileURLToPath(new URL(name, root))
const made = await carriedFiles({ templates: folder('templates'), campaigns: folder('campaigns') })
if ('problems' in made) {
  for (const problem of made.problems) console.error(problemLine(problem, 'en'))
  process.exitCode = 1
} else {
  await mkdir(folder('functions'), { recursive: true })
  for (const [name, content] of Object.entries(made.carried))
    await writeFile(folder(`functions/${name}.generated.json`), `${JSON.stringify(content)}\n`)
}
