/**
 * `> ` before a line, but not a face such as `>.<` or `>_<`, and not words between arrows that people draw (`>>> STOP <<<`). Programs wrap a line
 * behind the `<` of an address, always with a blank before it: that is a quoted line.
 */
export const isQuoted = (line: string): boolean => /^ {0,3}>/.test(line) && !FACE.test(line) && !isBetweenArrows(line)

const FACE = /^ {0,3}>[._:;,^=~*ow-]{1,3}[<(]/i
const isBetweenArrows = (line: string): boolean => {
  const [, before = '', after = ''] = /^ {0,3}(>+) ?[^<>]*[^\s<>] ?(<+)\s*$/.exec(line) ?? []
  return after.length >= 2 ? before.length >= 2 : after.length === 1 && /^ {0,3}>[^\s<>][^<>]*[^\s<>]<\s*$/.test(line)
}
