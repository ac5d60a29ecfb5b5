/** Every template of a folder in every language, compiled once, before a deployment or start. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sameInBoth } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { compileLayout } from '#local/templates/compile-layout.ts'
import { fillLetter } from '#local/templates/fill-letter.ts'
import { LAYOUT_FOLDER, readLayout } from '#local/templates/layout.ts'
import { readTemplateFile } from '#local/templates/template-file.ts'
import type { CompiledMail, CompiledTemplates } from '#web/rendering/compiled-template.ts'

/** Compiles every valid template and names the problems of the others; the caller decides whether a problem is an error. */
export async function compileTemplates(dir: string): Promise<{ templates: CompiledTemplates; problems: readonly Problem[] }> {
  const { layout, problems: layoutProblems } = await readLayout(dir)
  if (!layout) return { templates: {}, problems: layoutProblems }
  const { compiled, problems: mjmlProblems } = await compileLayout(layout)
  const problems = [...layoutProblems, ...mjmlProblems]
  const templates: Record<string, Record<string, CompiledMail>> = {}
  for (const { name, locale } of await listTemplateFiles({ dir, problems })) {
    const file = `templates/${name}/${locale}.md`
    const read = readTemplateFile({ file, content: await readFile(join(dir, name, `${locale}.md`), 'utf8') })
    const filled = fillLetter({ template: read.template, layout: compiled, locale })
    problems.push(...read.problems, ...filled.problems)
    if (filled.mail && read.problems.length === 0) templates[name] = { ...templates[name], [locale]: filled.mail }
  }
  return { templates, problems }
}

/** In the order of their names, so that the same folder gives the same value on every machine. */
async function listTemplateFiles({ dir, problems }: { readonly dir: string; readonly problems: Problem[] }) {
  const found: { readonly name: string; readonly locale: string }[] = []
  for (const folder of (await readdir(dir, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!folder.isDirectory() || folder.name === LAYOUT_FOLDER) continue
    for (const fileName of (await readdir(join(dir, folder.name))).sort()) {
      const [, locale] = LANGUAGE_FILE.exec(fileName) ?? []
      if (locale !== undefined) found.push({ name: folder.name, locale })
      else
        problems.push({
          file: `templates/${folder.name}/${fileName}`,
          path: '',
          value: fileName,
          expected: sameInBoth('vi.md, en.md, en-AU.md …'),
        })
    }
  }
  return found
}

const LANGUAGE_FILE = /^([a-z]{2,3}(?:-[A-Z]{2})?)\.md$/
