/**
 * An SVG as PNG, for where pictures of the web are not shown: a chat group, a slide. Text is set in one font that is carried along, because a function
 * has none of its own; it has every letter of Vietnamese.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

export const PICTURE_FONT = 'Be Vietnam Pro'

/** What is read at run time: in AWS from the folder of this name beside the function, on one machine from the packages. */
const PICTURE_FOLDER = 'picture'
const FILES = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'regular.ttf': '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'bold.ttf': '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
} as const

let ready: Promise<readonly Uint8Array[]> | undefined

/** `width`: of the picture in pixels; the height follows. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  ready ??= begin()
  const fontBuffers = [...(await ready)]
  const drawing = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: PICTURE_FONT, loadSystemFonts: false },
    fitTo: { mode: 'width', value: width },
  })
  try {
    return drawing.render().asPng()
  } finally {
    drawing.free()
  }
}

/** Once in the life of a process. */
async function begin(): Promise<readonly Uint8Array[]> {
  await initWasm(readFileSync(pathOf('resvg.wasm')))
  return [readFileSync(pathOf('regular.ttf')), readFileSync(pathOf('bold.ttf'))]
}

function pathOf(name: keyof typeof FILES): string {
  const carried = join(import.meta.dirname, PICTURE_FOLDER, name)
  return existsSync(carried) ? carried : createRequire(import.meta.url).resolve(FILES[name])
}
