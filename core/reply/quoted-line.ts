/** `> ` before a line, but no face such as `>.<` or `>_<`, which people draw. */
export const isQuoted = (line: string): boolean => /^ {0,3}>(?![._:;^o-]{1,3}[<(])/.test(line)
