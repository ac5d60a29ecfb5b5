import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { careWithoutStores as care, ROOT, scratchFolder } from '#test/cli/care-run.ts'
import { campaignFolder, readProjectJson } from '#test/functions/campaign-folder.ts'

const greeting = readProjectJson('mid-autumn.json')

describe('care check', () => {
  test('says that there is nothing wrong, and with how many', async () => {
    const run = await care('check', join(ROOT, 'campaigns'))
    expect(run).toMatchObject({ exitCode: 0, refused: [], printed: expect.stringMatching(/^[1-9]\d* campaigns, no mistakes\.$/) })
  })

  test('answers every mistake on its own line: file, path, value, what would be right', async () => {
    const folder = campaignFolder({
      'wrong.json': { ...greeting, graceDays: 99, colour: 'red' },
      'right.json': { ...greeting, id: 'right' },
    })
    const run = await care('check', folder)
    expect(run.exitCode).toBe(1)
    expect(run.printed).toBe('')
    expect(run.refused).toHaveLength(2)
    expect(run.refused).toContainEqual(expect.stringMatching(/wrong\.json: graceDays: 99 - expected .*30/))
    expect(run.refused).toContainEqual(expect.stringMatching(/wrong\.json: colour: red - expected no such word here/))
  })

  test('as JSON: the campaigns that are right and the problems, for a program to read', async () => {
    const folder = campaignFolder({ 'wrong.json': { ...greeting, colour: 'red' }, 'right.json': { ...greeting, id: 'right' } })
    const run = await care('check', folder, '--json')
    expect(run).toMatchObject({ exitCode: 1, refused: [] })
    expect(JSON.parse(run.printed)).toEqual({
      campaigns: ['right'],
      problems: [{ file: join(folder, 'wrong.json'), path: 'colour', value: 'red', expected: expect.any(String) }],
    })
    const fine = await care('check', campaignFolder({ 'right.json': greeting }), '--json')
    expect(fine.exitCode).toBe(0)
    expect(JSON.parse(fine.printed)).toEqual({ campaigns: ['mid-autumn'], problems: [] })
  })

  test('takes the house files of the project where a folder has campaigns alone', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'greeting.json'), JSON.stringify(greeting))
    expect(await care('check', folder)).toMatchObject({ exitCode: 0, printed: '1 campaigns, no mistakes.' })
    expect(await care('check', `${folder}/`)).toMatchObject({ exitCode: 0, printed: '1 campaigns, no mistakes.' })
  })

  test.each([
    ['that is not there', () => join(scratchFolder(), 'none')],
    ['that is a file', () => join(ROOT, 'package.json')],
  ])('a folder %s is refused with its name', async (_, make) => {
    const dir = make()
    expect(await care('check', dir)).toMatchObject({ exitCode: 1, refused: [`${dir}: no such folder`] })
  })

  test('a wrong word of the command is wrong usage', async () => {
    expect(await care('check', '--jsn')).toMatchObject({ exitCode: 2, usage: expect.stringContaining('--jsn') })
    expect((await care('check', 'a', 'b')).exitCode).toBe(2)
  })
})
