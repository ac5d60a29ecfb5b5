/** `--at-first`: whether staff solved it at the first contact. Left out, nothing is said of it. */
import { Option } from 'commander'

const ANSWERS = { yes: true, no: false } as const

export interface AtFirstTold {
  readonly atFirst?: keyof typeof ANSWERS
}

export const atFirstOption = (): Option =>
  new Option('--at-first <yes|no>', 'was it solved at the first contact? Left out, it is in no figure of that').choices(
    Object.keys(ANSWERS),
  )

export const atFirstOf = ({ atFirst }: AtFirstTold): { readonly atFirst?: boolean } =>
  atFirst === undefined ? {} : { atFirst: ANSWERS[atFirst] }
