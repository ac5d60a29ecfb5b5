/** The files of a command come under their names all at once, or not at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type OutFolder, withOutFolder } from '#cli/out-folder.ts'
import { scratchFolder } from '#test/cli/care-run.ts'

const NAMES = ['rows.csv', 'more.csv', 'summary.json']
const contents = (dir: string) =>
  Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')]))

async function write(folder: OutFolder | undefined) {
  const sheet = folder?.sheet('rows.csv', ['a', 'b'])
  await sheet?.write(['1', '=2'])
  await sheet?.close()
  folder?.whole('summary.json', '{}')
}

test('until the work is done none has its name; then all have, and those of another run are gone', async () => {
  const dir = scratchFolder()
  for (const name of ['rows.csv', 'more.csv', 'notes.txt']) writeFileSync(join(dir, name), 'before')
  const result = await withOutFolder({ dir, names: NAMES }, async (folder) => {
    await write(folder)
    expect(contents(dir)).toMatchObject({ 'rows.csv': 'before', 'more.csv': 'before' })
    expect(existsSync(join(dir, 'summary.json'))).toBe(false)
    return 'done'
  })
  expect(result).toBe('done')
  expect(contents(dir)).toEqual({ 'rows.csv': "a,b\n1,'=2\n", 'summary.json': '{}', 'notes.txt': 'before' })
})

describe('work that fails', () => {
  const fail = async (folder: OutFolder | undefined) => {
    await write(folder)
    // One that was never closed, nor even opened yet.
    await folder?.sheet('more.csv', ['a']).write(['1'])
    throw new Error('it failed')
  }

  test('leaves a folder as it was', async () => {
    const dir = scratchFolder()
    writeFileSync(join(dir, 'rows.csv'), 'before')
    await expect(withOutFolder({ dir, names: NAMES }, fail)).rejects.toThrow('it failed')
    expect(contents(dir)).toEqual({ 'rows.csv': 'before' })
  })

  test('takes away the folders it made, and no other', async () => {
    const parent = scratchFolder()
    mkdirSync(join(parent, 'there'))
    await expect(withOutFolder({ dir: join(parent, 'there/a/b'), names: NAMES }, fail)).rejects.toThrow('it failed')
    expect(readdirSync(join(parent, 'there'))).toEqual([])
    const shared = withOutFolder({ dir: join(parent, 'there/a/b'), names: NAMES }, async () => {
      writeFileSync(join(parent, 'there/a/b/of-another'), 'kept')
      throw new Error('it failed')
    })
    await expect(shared).rejects.toThrow('it failed')
    expect(contents(join(parent, 'there/a/b'))).toEqual({ 'of-another': 'kept' })
  })
})

describe('a file that several write, each a part of it', () => {
  const parts = async (folder: OutFolder | undefined) => {
    const file = folder?.parted('rows.csv', 3)
    for (const [at, part] of (file?.files ?? []).entries()) writeFileSync(part, `part ${at}\n`)
    return file
  }

  test('is joined in the order of the parts, and none of them stays', async () => {
    const dir = scratchFolder()
    await withOutFolder({ dir, names: NAMES }, async (folder) => (await parts(folder))?.join())
    expect(contents(dir)).toEqual({ 'rows.csv': 'part 0\npart 1\npart 2\n' })
  })

  test('leaves nothing of its parts where the work fails before they are joined', async () => {
    const dir = scratchFolder()
    writeFileSync(join(dir, 'rows.csv'), 'before')
    const failed = withOutFolder({ dir, names: NAMES }, async (folder) => {
      await parts(folder)
      throw new Error('it failed')
    })
    await expect(failed).rejects.toThrow('it failed')
    expect(contents(dir)).toEqual({ 'rows.csv': 'before' })
  })
})

test('without a folder nothing is written', async () => {
  expect(await withOutFolder({ dir: undefined, names: NAMES }, async (folder) => folder)).toBeUndefined()
})
