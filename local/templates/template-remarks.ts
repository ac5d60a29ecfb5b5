/** Permitted content of a letter whose mail does not look like the file: a Markdown table is sent as the bars and dashes it is written with. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Remark } from '#core/campaign/problem.ts'

/** The row of dashes under the heading of a table. */
const TABLE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$/

export async function templateRemarks(dir: string): Promise<readonly Remark[]> {
  const remarks: Remark[] = []
  for (const name of (await readdir(dir, { recursive: true })).filter((entry) => entry.endsWith('.md')).sort()) {
    const lines = (await readFile(join(dir, name), 'utf8')).split(/\r\n|\r|\n/)
    for (const [at, line] of lines.entries()) {
      if (!TABLE.test(line)) continue
      const note = {
        vi: 'một bảng: thư không có bảng, khách sẽ thấy các dấu gạch như đã gõ; hãy dùng danh sách',
        en: 'a table: letters have none, and customers see the bars as they are typed; use a list',
      }
      remarks.push({ file: `templates/${name.replaceAll('\\', '/')}`, path: '', line: at + 1, value: line.trim(), note })
    }
  }
  return remarks
}
